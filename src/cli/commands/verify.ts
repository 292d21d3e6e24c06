import { formatInteger } from '../../vi/number.ts';
import { openWorkspace } from '../../workspace/open-workspace.ts';
import { askedRound } from '../../workspace/period-choice.ts';
import { verifiablePeriods, verifyRound, type VerifiedRound } from '../../workspace/closing/verify-round.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { textTable, type TextColumn } from '../table.ts';

const STATES: Readonly<Record<VerifiedRound['state'], string>> = {
  closed: 'đã khóa',
  reported: 'đã có báo cáo, chưa khóa',
  open: 'chưa có báo cáo để so',
};

const COLUMNS: readonly TextColumn[] = [
  { heading: 'Kỳ', align: 'left' },
  { heading: 'Tình trạng', align: 'left' },
  { heading: 'Số tệp đã so', align: 'right' },
  { heading: 'Khác biệt', align: 'right' },
];

/** A difference is anything but the note that a shared file has moved on. */
function differences({ diagnostics }: VerifiedRound): number {
  return diagnostics.filter(({ severity }) => severity !== 'info').length;
}

/** `tkcds verify`: hashes everything again, of the round asked for or of all, and says what differs; writes nothing. */
export async function run({ globals }: Request): Promise<Answer> {
  const workspace = openWorkspace(globals.directory);
  const { settings } = workspace;
  const periods =
    globals.period === undefined
      ? verifiablePeriods(workspace)
      : [askedRound(settings.rounds, globals.period, globals.asOf).period.id];
  const rounds = await Promise.all(periods.map((period) => verifyRound(workspace, period)));
  const diagnostics = rounds.flatMap((round) => round.diagnostics);
  const count = rounds.reduce((sum, round) => sum + differences(round), 0);
  return {
    command: 'verify',
    exitCode: count > 0 ? EXIT.findings : EXIT.fine,
    diagnostics,
    listed: diagnostics,
    facts: {
      verified: rounds.map((round) => ({
        period: round.period,
        state: round.state,
        fileCount: round.fileCount,
        differenceCount: differences(round),
      })),
    },
    body: () =>
      textTable(
        COLUMNS,
        rounds.map((round) => [
          round.period,
          STATES[round.state],
          formatInteger(round.fileCount),
          formatInteger(differences(round)),
        ]),
      ),
    closing: () => [
      '',
      count === 0
        ? 'Tệp nguồn, sổ tiếp nhận và kết quả khớp với những gì đã ghi.'
        : `Có ${formatInteger(count)} chỗ khác với những gì đã ghi; xem giải thích bằng “tkcds explain <mã>”.`,
    ],
  };
}
