import { readFileSync } from 'node:fs';
import { relative, win32 } from 'node:path';
import { assetPath, windowsFolder } from './assets.ts';

/** What a clerk opens in a workspace to write its report, without a terminal; Windows only. */
export const REPORT_SHORTCUT = 'Lập báo cáo.cmd';

/** The line of the shipped file that says where the program is. */
const BLANK = 'set "RECORDED="';

/**
 * That file for a workspace: it knows where the program is, from the workspace's own place, so that both can move together (a USB
 * stick); on another drive the place itself. None when the program does not run from the folder made for Windows.
 */
export function reportShortcut(
  workspace: string,
  program: string | undefined = windowsFolder(),
): readonly (readonly [string, Uint8Array])[] {
  if (program === undefined) return [];
  const place = relative(workspace, program).replaceAll('/', '\\').replaceAll('%', '%%');
  const recorded = win32.isAbsolute(place) ? place : `%~dp0${place}`;
  const shipped = readFileSync(assetPath('templates/windows/lap-bao-cao.cmd'), 'utf8');
  return [
    [
      REPORT_SHORTCUT,
      Buffer.from(
        shipped.replace(BLANK, () => `set "RECORDED=${recorded}"`),
        'utf8',
      ),
    ],
  ];
}
