import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../vi/date.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { INBOX_FOLDER, misplacedFiles } from '../workspace/inbox.ts';
import { openRound, type OpenRound } from '../workspace/open-round.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import type { Request } from './command.ts';
import { roundNotice } from './round-words.ts';
import { UsageError } from './usage-error.ts';

/** Opens the workspace and the round that the command line asks for, and says which round it is. */
export async function openRequested({ globals, notify, read }: Request): Promise<OpenRound> {
  const { directory, period, asOf } = globals;
  const opened = await openRound(openWorkspace(directory), { period, asOf }, read);
  notify(roundNotice(opened));
  return opened;
}

/**
 * The same for commands that read the inbox; says when reports may lie where the round does not look. Throws a UsageError for
 * a day before the round: nothing can have been reported by then.
 */
export async function openRequestedInbox(request: Request): Promise<OpenRound> {
  const opened = await openRequested(request);
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
