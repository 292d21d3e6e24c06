import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../vi/date.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { dayInVietnam } from '../workspace/clock.ts';
import { INBOX_FOLDER, misplacedFiles } from '../workspace/inbox.ts';
import { openRound, type OpenRound } from '../workspace/open-round.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { Request } from './command.ts';
import { requireDirective, requirePeriod } from './required-period.ts';
import { roundNotice } from './round-words.ts';
import { UsageError } from './usage-error.ts';

/** What a command opens a round for: to look only, to write into it or from it, or to write what holds for every round of its directive. */
export type Purpose = 'look' | 'write' | 'write-for-directive';

const DEMANDS: Readonly<Record<Purpose, typeof requirePeriod>> = {
  look: () => undefined,
  write: requirePeriod,
  'write-for-directive': requireDirective,
};

/**
 * Opens the workspace and the round that the command line asks for, and says which round it is. Throws a UsageError when the round must
 * be named for that purpose and is not.
 */
export async function openRequested({ globals, notify, now, read }: Request, purpose: Purpose): Promise<OpenRound> {
  const { directory, period, asOf } = globals;
  const workspace = openWorkspace(directory);
  DEMANDS[purpose](workspace, globals);
  const opened = await openRound(workspace, { period, asOf, today: dayInVietnam(now) }, read);
  notify(roundNotice(opened));
  return opened;
}

/**
 * The same for commands that read the inbox; says when reports may lie where the round does not look. Throws a UsageError for
 * a day before the round: nothing can have been reported by then.
 */
export async function openRequestedInbox(request: Request, purpose: Purpose): Promise<OpenRound> {
  const opened = await openRequested(request, purpose);
  const { workspace, round } = opened;
  if (round.asOf < round.period.from) {
    throw new UsageError(
      `Ngày chốt số liệu ${formatDate(round.asOf)} (--as-of) trước khi kỳ ${round.period.id} bắt đầu (${formatDate(round.period.from)})`,
    );
  }
  const own = `${INBOX_FOLDER}/${round.period.id}/`;
  if (!existsSync(join(workspace.folder, INBOX_FOLDER, round.period.id))) {
    request.notify(`Chưa có thư mục ${own} nên coi như chưa có báo cáo nào`);
  }
  const misplaced = misplacedFiles(workspace.folder);
  if (misplaced.length > 0) {
    const names = joinWords(misplaced.map(quoteValue));
    request.notify(`Không đọc ${names} vì nằm ngay trong ${INBOX_FOLDER}/; báo cáo của kỳ này phải nằm trong ${own}`);
  }
  return opened;
}
