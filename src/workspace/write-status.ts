import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { ReportModel } from '../model/report.ts';
import { type StatusPageContext } from '../pipeline.ts';
import { renderStatus, type StatusFormat } from '../pipeline-standing.ts';
import { assetPath, programVersion } from './assets.ts';
import { writeTogether } from './atomic-write.ts';
import { copyName } from './file-name.ts';
import { INBOX_FOLDER } from './inbox.ts';
import type { OpenRound } from './open-round.ts';
import { withOutputLock } from './output-lock.ts';
import { isSealedPage, sealPage } from './page-seal.ts';
import { isThere } from './presence.ts';
import { RESULTS_FOLDER } from './report-outputs.ts';
import { onDisk } from './system-error.ts';
import { readTextFile } from './text-file.ts';
import { WorkspaceError } from './workspace-error.ts';

const STEM = 'tinh-hinh';

function inlineSource(name: string): StatusPageContext['style'] {
  const text = readTextFile(assetPath(`templates/pages/${name}`), name);
  return { text, sha256: createHash('sha256').update(text).digest('base64') };
}

/** The state of the round as the text of a file. The page is sealed, so that one that nobody has edited is known again. */
export async function statusText(model: ReportModel, format: StatusFormat): Promise<string> {
  const text = await renderStatus(model, format, {
    programVersion: programVersion(),
    style: inlineSource('tinh-hinh.css'),
    script: inlineSource('tinh-hinh.js'),
  });
  return format === 'html' ? sealPage(text) : text;
}

/** A file that was written. */
export interface WrittenStatus {
  /** Absolute. */
  readonly path: string;
  /** The name of the file that was to be written and was left alone, because it is not this program's unedited page. */
  readonly kept: string | undefined;
}

/** The path, or the same with ` (2)`, ` (3)` … when something stands there that must not be lost. */
function freePath(wanted: string, text: string): string {
  const ending = extname(wanted);
  for (let copy = 1; ; copy++) {
    const path = join(dirname(wanted), copyName(basename(wanted, ending), ending, copy));
    if (!isThere(path)) return path;
    const there = onDisk('đọc', path, () => readFileSync(path, 'utf8'));
    if (there === text || isSealedPage(there)) return path;
  }
}

function checkPlace(path: string, { workspace }: OpenRound): void {
  const below = relative(join(workspace.folder, INBOX_FOLDER), path);
  if (!below.startsWith('..') && below !== path) {
    throw new WorkspaceError(
      `Không ghi “${path}” vì ${INBOX_FOLDER}/ chỉ để báo cáo của các đơn vị; chọn thư mục khác`,
    );
  }
  if (isThere(path) && statSync(path).isDirectory()) {
    throw new WorkspaceError(`“${path}” là một thư mục, cần tên tệp`);
  }
}

/**
 * Writes the text to the file, '' for the usual one in the results of the period; a page that nobody has edited is replaced,
 * anything else is left alone and the text is written beside it. Throws a WorkspaceError when nothing was written.
 */
export function writeStatus(
  opened: OpenRound,
  text: string,
  { format, out }: { readonly format: StatusFormat; readonly out: string },
): Promise<WrittenStatus> {
  const { workspace, round } = opened;
  const usual = join(workspace.folder, RESULTS_FOLDER, round.period.id, `${STEM}.${format}`);
  const wanted = out === '' ? usual : out;
  checkPlace(wanted, opened);
  return withOutputLock(dirname(wanted), () => {
    const path = freePath(wanted, text);
    writeTogether([{ path, bytes: new TextEncoder().encode(text) }]);
    return Promise.resolve({ path, kept: path === wanted ? undefined : basename(wanted) });
  });
}
