import { join, relative, resolve } from 'node:path';
import { meetsTarget } from '../../model/ratio.ts';
import type { ProvinceCoverage, RollupRound } from '../../model/rollup.ts';
import { rollupRoundJson } from '../../pipeline-rollup.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { capitalize, joinWords } from '../../vi/text.ts';
import { loadCommuneList } from '../../workspace/commune-list.ts';
import { type WrittenRollup, writeRollup } from '../../workspace/write-rollup.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { countSeverities, countWords, shownName } from '../finding-words.ts';
import { UsageError } from '../usage-error.ts';

/** Where the figures are written when nobody says otherwise. */
const OUT = 'tong-hop-tinh';

const VERDICTS: Readonly<Record<ProvinceCoverage['verdict'], string>> = {
  met: 'đạt',
  'not-met': 'chưa đạt',
  'no-data': 'chưa có số liệu',
  'no-common-target': 'các xã có mức chỉ tiêu khác nhau, không kết luận chung',
};

function coverageLine(coverage: ProvinceCoverage): string {
  const { definition, ratio, target, verdict, parts, countedCommuneCount, expectedCommuneCount } = coverage;
  const share = `${formatPercent(ratio, target?.percent)} (${formatInteger(ratio.numerator)}/${formatInteger(ratio.denominator)})`;
  const below = parts.filter(
    ({ part }) => part !== undefined && part.ratio.denominator > 0 && !meetsTarget(part.ratio, part.target),
  ).length;
  const level = target === undefined ? '' : `mức chỉ tiêu ${formatTarget(target)}: `;
  return `  ${capitalize(definition.title)}: ${share}, tính trên ${formatInteger(countedCommuneCount)}/${formatInteger(expectedCommuneCount)} xã; ${level}${VERDICTS[verdict]}; ${formatInteger(below)} xã chưa đạt`;
}

function roundLines(round: RollupRound, hasList: boolean): readonly string[] {
  const count = (state: RollupRound['communes'][number]['state']): string =>
    formatInteger(round.communes.filter((outcome) => outcome.state === state).length);
  const missing = hasList
    ? `${count('missing')} xã chưa nhận được`
    : 'không có danh sách xã nên không biết xã nào chưa gửi';
  const all = formatInteger(round.communes.length);
  return [
    `Kỳ ${round.period.id}: ${count('counted')}/${all} xã được tính, ${count('left-out')} xã có gửi nhưng không được tính, ${missing}`,
    ...round.coverages.map(coverageLine),
  ];
}

function closingLines({ rollup, diagnostics, paths, kept }: WrittenRollup, cwd: string): readonly string[] {
  const shown = (path: string): string => relative(cwd, path) || path;
  return [
    ...rollup.rounds.flatMap((round) => roundLines(round, rollup.communes !== undefined)),
    `Bảng tổng hợp: ${shown(paths.xlsx)}`,
    `Phụ lục: ${shown(paths.docx)}`,
    `Số liệu: ${shown(paths.csv)}, ${shown(paths.json)}`,
    ...(kept.length === 0
      ? []
      : [
          `Giữ nguyên ${joinWords(kept.map((name) => `“${name}”`))} vì đã được sửa tay (hoặc không do chương trình này ghi); bản mới được ghi bên cạnh.`,
        ]),
    `Phát hiện: ${countWords(countSeverities(diagnostics))}; tệp có lỗi không được tính và được liệt kê trong bảng tổng hợp.`,
  ];
}

/** `tkcds rollup THƯ_MỤC`: adds up the communes' figures for the province; 1 still means that everything was written. */
export async function run(request: Request): Promise<Answer> {
  const { globals, operands, options, cwd, read } = request;
  const [typed] = operands;
  if (typed === undefined) throw new UsageError('Thiếu thư mục chứa bao-cao.json của các xã');
  const [typedList] = options['communes'] ?? [];
  const [typedOut] = options['out'] ?? [];
  const list = typedList === undefined ? undefined : await loadCommuneList(typedList, cwd, read);
  const out = typedOut === undefined ? join(globals.directory, OUT) : resolve(cwd, typedOut);
  const written = await writeRollup({ typed, cwd, list, period: globals.period, out });
  const { rollup, diagnostics, paths, kept } = written;
  return {
    command: 'rollup',
    exitCode: exitCodeOf(diagnostics, globals.threshold),
    diagnostics,
    listed: diagnostics,
    facts: {
      outputs: { ...paths, kept },
      rounds: rollup.rounds.map(rollupRoundJson),
      strays: rollup.strays.map(({ source, reason }) => ({ file: shownName(source.file), reason })),
    },
    body: () => [],
    closing: () => closingLines(written, cwd),
  };
}
