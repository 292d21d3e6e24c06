import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { WorkspaceError } from './workspace-error.ts';

/** Where LibreOffice lies when it is not on the search path. */
const USUAL_PLACES = [
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
];
const NAMES = ['soffice', 'libreoffice', 'soffice.exe'];
/** A report takes some seconds; the first start of LibreOffice on a slow machine half a minute. */
const LONGEST_MS = 3 * 60 * 1000;
const INSTEAD = 'bỏ --pdf rồi mở báo cáo bằng Word, chọn Lưu thành (Save As) → PDF';

const run = promisify(execFile);

/** The program of LibreOffice. Throws a WorkspaceError that says what to do when the machine has none. */
export function findOffice(searchPath: string = process.env['PATH'] ?? ''): string {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...USUAL_PLACES];
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new WorkspaceError(
    `Không thấy LibreOffice trên máy nên chưa tạo được PDF và chưa ghi gì; cài LibreOffice rồi chạy lại, hoặc ${INSTEAD}`,
  );
}

/**
 * The .docx as PDF, made by LibreOffice in a folder and with settings of its own, so that a LibreOffice that is open is not disturbed.
 * Two runs do not give the same bytes. Throws a WorkspaceError when LibreOffice fails or takes longer than three minutes.
 */
export async function convertToPdf(office: string, docx: Uint8Array): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'tkcds-pdf-'));
  const [input, output] = [join(folder, 'bao-cao.docx'), join(folder, 'bao-cao.pdf')];
  try {
    writeFileSync(input, docx);
    const settings = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run(office, [settings, '--headless', '--convert-to', 'pdf', '--outdir', folder, input], {
      timeout: LONGEST_MS,
      killSignal: 'SIGKILL',
      windowsHide: true,
    }).catch(() => undefined);
    if (existsSync(output)) return readFileSync(output);
    throw new WorkspaceError(
      `LibreOffice không chuyển được báo cáo thành PDF nên chưa ghi gì; đóng LibreOffice rồi chạy lại, hoặc ${INSTEAD}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
