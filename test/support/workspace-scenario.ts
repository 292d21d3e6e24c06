import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { assetPath } from '../../src/workspace/assets.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { closeRound } from '../../src/workspace/closing/close-round.ts';
import { verifyRound } from '../../src/workspace/closing/verify-round.ts';
import { CONFIRMATIONS_FILE } from '../../src/workspace/confirmations.ts';
import { ACCEPTANCES_FILE, ADJUSTMENTS_FILE, LEDGER_FILE } from '../../src/workspace/inbox.ts';
import { openRound } from '../../src/workspace/open-round.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { WorkspaceError } from '../../src/workspace/workspace-error.ts';
import { writeReport } from '../../src/workspace/write-report.ts';
import { EVERYBODY, INBOX, smallWorkspace } from '../cli/support/small-workspace.ts';
import { presentDay, RECEIPT_DIRECTIONS } from './receipt-directions.ts';
import type { Step } from './rule-page.ts';
import { day } from './small-commune.ts';
import { SMALL_COMMUNE_SETTINGS } from './small-settings.ts';
import { WORD_TEMPLATE_DIRECTIONS } from './word-template-directions.ts';
import { readHere } from '../workspace/support/read-here.ts';

type Play = (folder: string, match: RegExpExecArray, step: Step) => void | Promise<void>;

function editText(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not say “${from}”`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

const settingsOf = (folder: string): string => join(folder, 'tkcds.yaml');
const wordingOf = (folder: string): string => join(folder, 'mau-bao-cao', 'bao-cao.md');

/** Words that were confirmed: all that a stage without a folder can play, too. */
export const CONFIRMATIONS = /^doi-chieu\.yaml là$/u;

/** After these the round is compared with what was recorded, instead of being reported. */
const COMPARED = /^Đã viết báo cáo( chính thức và khóa kỳ)?$/u;

/** The stage directions that need a folder on the disk. `docs/rules/README.md` explains them. */
const DIRECTIONS: readonly (readonly [RegExp, Play])[] = [
  ...WORD_TEMPLATE_DIRECTIONS,
  [
    /^tkcds\.yaml: đổi “(.+)” thành “(.*)”$/su,
    (folder, [, from = '', to = '']) => {
      editText(settingsOf(folder), from, to);
    },
  ],
  [
    /^tkcds\.yaml là$/u,
    (folder, _match, { code = '' }) => {
      writeFileSync(settingsOf(folder), `${code}\n`);
    },
  ],
  [
    CONFIRMATIONS,
    (folder, _match, { code = '' }) => {
      writeFileSync(join(folder, CONFIRMATIONS_FILE), `${code}\n`);
    },
  ],
  [
    /^nop\/2025-10\/chap-nhan\.yaml là$/u,
    (folder, _match, { code = '' }) => {
      writeFileSync(join(folder, INBOX, ACCEPTANCES_FILE), `${code}\n`);
    },
  ],
  [
    /^nop\/2025-10\/dieu-chinh\.yaml là$/u,
    (folder, _match, { code = '' }) => {
      writeFileSync(join(folder, INBOX, ADJUSTMENTS_FILE), `${code}\n`);
    },
  ],
  [
    /^tkcds\.yaml: thêm vào cuối$/u,
    (folder, _match, { code = '' }) => {
      writeFileSync(settingsOf(folder), `${readFileSync(settingsOf(folder), 'utf8')}${code}\n`);
    },
  ],
  [
    /^tkcds\.yaml: lưu bằng bảng mã (TCVN3|UTF-16)$/u,
    (folder, [, encoding = '']) => {
      const text = readFileSync(settingsOf(folder), 'utf8');
      // TCVN3 is one byte a letter; for the letters beyond Latin-1 only that they are no UTF-8 matters here.
      const bytes = encoding === 'UTF-16' ? Buffer.from(`\ufeff${text}`, 'utf16le') : Buffer.from(text, 'latin1');
      writeFileSync(settingsOf(folder), bytes);
    },
  ],
  [
    /^van-ban\/(\S+): bản sao của van-ban\/(\S+)$/u,
    (folder, [, copy = '', original = '']) => {
      copyFileSync(join(folder, 'van-ban', original), join(folder, 'van-ban', copy));
    },
  ],
  [
    /^van-ban\/(\S+): đổi “(.+)” thành “(.*)”$/su,
    (folder, [, file = '', from = '', to = '']) => {
      editText(join(folder, 'van-ban', file), from, to);
    },
  ],
  [
    /^bao-cao\.md: đổi “(.+)” thành “(.*)”$/su,
    (folder, [, from = '', to = '']) => {
      const shipped = readFileSync(assetPath('templates/reports/bao-cao.md'), 'utf8');
      mkdirSync(join(folder, 'mau-bao-cao'), { recursive: true });
      writeFileSync(wordingOf(folder), shipped);
      editText(wordingOf(folder), from, to);
    },
  ],
  [
    /^bao-cao\.md là$/u,
    (folder, _match, { code = '' }) => {
      mkdirSync(join(folder, 'mau-bao-cao'), { recursive: true });
      writeFileSync(wordingOf(folder), `${code}\n`);
    },
  ],
  [
    /^(\S+): liên kết đến (\S+)$/u,
    (folder, [, file = '', target = '']) => {
      const path = join(folder, INBOX, file);
      rmSync(path, { force: true });
      symlinkSync(join(folder, INBOX, target), path);
    },
  ],
  ...RECEIPT_DIRECTIONS,
  [
    /^nop\/2025-10\/(\S+): mở ra rồi lưu lại$/u,
    async (folder, [, file = '']) => {
      const path = join(folder, INBOX, file);
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(path);
      await book.xlsx.writeFile(path);
    },
  ],
  [
    /^nop\/2025-10\/(\S+): xóa tệp$/u,
    (folder, [, file = '']) => {
      rmSync(join(folder, INBOX, file));
    },
  ],
  [
    /^nop\/2025-10\/so-tiep-nhan\.jsonl: đổi “(.+)” thành “(.*)”$/u,
    (folder, [, from = '', to = '']) => {
      editText(join(folder, INBOX, LEDGER_FILE), from, to);
    },
  ],
  [
    /^nop\/2025-10\/so-tiep-nhan\.jsonl: cắt (\d+) byte cuối$/u,
    (folder, [, count = '0']) => {
      const path = join(folder, INBOX, LEDGER_FILE);
      truncateSync(path, readFileSync(path).length - Number(count));
    },
  ],
  [
    /^nop\/2025-10\/so-tiep-nhan\.jsonl: xóa dòng cuối$/u,
    (folder) => {
      const path = join(folder, INBOX, LEDGER_FILE);
      writeFileSync(path, readFileSync(path, 'utf8').replace(/[^\n]*\n$/u, ''));
    },
  ],
  [
    /^nop\/2025-10\/(\S+): thêm bản sao của (\S+)$/u,
    (folder, [, copy = '', original = '']) => {
      copyFileSync(join(folder, INBOX, original), join(folder, INBOX, copy));
    },
  ],
  [
    /^((?:luu|ket-qua)\/2025-10\/\S+): đổi “(.+)” thành “(.*)”$/u,
    (folder, [, file = '', from = '', to = '']) => {
      editText(join(folder, file), from, to);
    },
  ],
  [
    COMPARED,
    async (folder, [, isClosed]) => {
      const workspace = openWorkspace(folder);
      const version = isClosed === undefined ? 'draft' : 'final';
      const opened = await openRound(workspace, { period: '2025-10', asOf: day('2025-11-12') }, readHere);
      await writeReport(opened, readHere, { version, hasPdf: false });
      if (isClosed === undefined) return;
      const closedOn = day('2025-11-12');
      const request = { period: '2025-10', closedOn, today: closedOn, enteredAt: '2025-11-12T08:00:00+07:00' };
      await closeRound(workspace, request, readHere);
    },
  ],
  [
    /^(\S+): tệp (\d+) MB$/u,
    (folder, [, file = '', size = '0']) => {
      const path = join(folder, INBOX, file);
      writeFileSync(path, '');
      truncateSync(path, Number(size) * 1024 * 1024);
    },
  ],
];

function matching(direction: string): { readonly play: Play; readonly match: RegExpExecArray } | undefined {
  for (const [pattern, play] of DIRECTIONS) {
    const match = pattern.exec(direction);
    if (match !== null) return { play, match };
  }
  return undefined;
}

/** Whether the scenario needs a workspace on the disk; its steps are then all of that kind. */
export function needsWorkspace(steps: readonly Step[]): boolean {
  const others = steps.filter(({ direction }) => !CONFIRMATIONS.test(direction));
  return others.some(({ direction }) => matching(direction) !== undefined) || (others.length === 0 && steps.length > 0);
}

/**
 * Plays a scenario in a workspace of xã Suối Mây and gives every finding of `tkcds report`, also when it refuses to write; of
 * `tkcds verify` when the round was reported before.
 */
export async function playInWorkspace(steps: readonly Step[]): Promise<readonly Diagnostic[]> {
  const folder = await smallWorkspace(EVERYBODY);
  writeFileSync(settingsOf(folder), SMALL_COMMUNE_SETTINGS);
  for (const step of steps) {
    const found = matching(step.direction);
    if (found === undefined) throw new Error(`“${step.direction}” cannot be played in a workspace`);
    await found.play(folder, found.match, step);
  }
  if (steps.some(({ direction }) => COMPARED.test(direction))) {
    return (await verifyRound(openWorkspace(folder), '2025-10')).diagnostics;
  }
  try {
    const opened = await openRound(
      openWorkspace(folder),
      { period: undefined, asOf: day('2025-11-12'), today: presentDay(steps) },
      readHere,
    );
    return (await writeReport(opened, readHere)).diagnostics;
  } catch (error) {
    if (error instanceof WorkspaceError) return error.findings;
    throw error;
  }
}
