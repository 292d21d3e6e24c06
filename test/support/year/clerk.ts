import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { daysAfter, monthsOfTheYear, typedDay, type Day, type Month } from './calendar.ts';
import type { SentFile, Step, Village, Year } from './ground-truth.ts';
import { bytesOfSent, endingOf } from './unit-files.ts';

/** Runs the program with these words in that folder. */
export type Program = (folder: string, argv: readonly string[]) => Promise<{ code: number; out: string; err: string }>;

/** A clerk with a workspace; knows of the units' files only what came with them. */
export interface Clerk {
  readonly folder: string;
  readonly program: Program;
  /** Where the units' files come in, outside the workspace. */
  readonly mail: string;
  villages: readonly Village[];
  /** The bytes of the year's files that were sent, by SHA-256. */
  readonly sent: Map<string, string>;
}

const months = new Map(monthsOfTheYear().map((month) => [month.id, month]));

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function monthOf(id: string): Month {
  const month = months.get(id);
  if (month === undefined) throw new Error(`no month ${id}`);
  return month;
}

/** What the program answers with `--json`. Throws when it ends otherwise than with 0 or 1. */
export async function ask(clerk: Clerk, day: Day, argv: readonly string[]): Promise<unknown> {
  const words = [...argv, '--as-of', day, '--json'];
  const { code, out, err } = await clerk.program(clerk.folder, words);
  if (code !== 0 && code !== 1) throw new Error(`tkcds ${words.join(' ')}: ${String(code)}\n${err}`);
  return JSON.parse(out) as unknown;
}

const SETTINGS = (rounds: readonly Month[]): string => `issuer:
  superior: ''
  lines: [ỦY BAN NHÂN DÂN, XÃ SUỐI MÂY]
  shortName: UBND xã Suối Mây
  symbol: BC-UBND
  place: Suối Mây
  signer: { authority: [CHỦ TỊCH], name: Nguyễn Văn A }
  addressees: [Sở Khoa học và Công nghệ]
  recipients: [Như trên, 'Lưu: VT']
rounds:
${rounds
  .map(
    ({ id, from, to, due }) =>
      `  - { id: ${id}, directive: chu-ky-so-hang-thang, from: ${typedDay(from)}, to: ${typedDay(to)}, due: { ${due.kind}: ${typedDay(due.date)} } }\n`,
  )
  .join('')}`;

const OTHERS = [
  ['TR01', 'Trường Tiểu học Suối Mây', 'Trường học'],
  ['VP01', 'Văn phòng HĐND và UBND xã', 'Văn phòng HĐND và UBND'],
] as const;

/** The columns of the register up to the households, and those behind them that the clerk leaves blank. */
function cellsOf({ id, name, adults, households }: Village): readonly (number | string)[] {
  return [id, name, 'Thôn', '', '', adults, '', '', households, '', ''];
}

/** Old villages that went into a new one on that day. */
interface Merger {
  readonly old: readonly Village[];
  readonly into: Village;
  readonly from: Day;
}

/** From when to when the village is one, as the clerk types it. */
function termOf(village: Village, merger: Merger | undefined): readonly [string, string] {
  if (merger === undefined) return ['', ''];
  return [
    village === merger.into ? typedDay(merger.from) : '',
    merger.old.includes(village) ? typedDay(daysAfter(merger.from, -1)) : '',
  ];
}

/** Opens the register with Excel, so to say, and types the units in; old ones stay with their last day. */
async function typeRegister({ folder, villages }: Clerk, merger?: Merger): Promise<void> {
  const path = join(folder, 'don-vi.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const sheet = book.getWorksheet('Đơn vị');
  if (sheet === undefined) throw new Error('no sheet “Đơn vị”');
  const rows = [
    ...villages.map((village) => [...cellsOf(village), ...termOf(village, merger)]),
    ...(merger?.old ?? []).map((village) => [...cellsOf(village), ...termOf(village, merger)]),
    ...OTHERS.map((cells) => [...cells, '', '', null, '', '', null]),
  ];
  for (let row = 2; row <= 40; row++)
    for (let column = 1; column <= 13; column++) sheet.getCell(row, column).value = rows[row - 2]?.[column - 1] ?? null;
  const merged = book.getWorksheet('Sáp nhập') ?? book.addWorksheet('Sáp nhập');
  ['Đơn vị cũ', 'Xã cũ', 'Nhập vào mã', 'Từ ngày', 'Ghi chú'].forEach((heading, index) => {
    merged.getCell(1, index + 1).value = heading;
  });
  merger?.old.forEach(({ name }, index) => {
    [name, '', merger.into.id, typedDay(merger.from), ''].forEach((text, column) => {
      merged.getCell(index + 2, column + 1).value = text;
    });
  });
  await book.xlsx.writeFile(path);
}

/** Lays down the workspace and fills in what a commune fills in. */
export async function engageClerk(parent: string, year: Year, program: Program): Promise<Clerk> {
  const folder = join(parent, 'Báo cáo chuyển đổi số năm 2026');
  const mail = join(parent, 'Thư của các thôn');
  mkdirSync(mail, { recursive: true });
  const { code, err } = await program(parent, ['init', folder]);
  if (code !== 0) throw new Error(err);
  const clerk = { folder, program, mail, villages: year.villages, sent: new Map<string, string>() };
  writeFileSync(join(folder, 'tkcds.yaml'), SETTINGS(monthsOfTheYear()));
  await typeRegister(clerk);
  return clerk;
}

/** Writes the unit's file where it came in; a file that came before is taken as it is. */
async function mailed(clerk: Clerk, file: SentFile): Promise<string> {
  const path = join(clerk.mail, `${file.id}${endingOf(file)}`);
  if (existsSync(path)) return path;
  const village = clerk.villages.find(({ id }) => id === file.unit);
  if (village === undefined) throw new Error(`no village ${file.unit}`);
  const forms = join(clerk.folder, 'bieu-mau', file.month);
  const name = readdirSync(forms).find((one) => one.startsWith(file.unit));
  if (name === undefined) throw new Error(`no form of ${file.unit}`);
  const bytes = await bytesOfSent(file, monthOf(file.month), village, readFileSync(join(forms, name)));
  clerk.sent.set(sha256(bytes), file.id);
  writeFileSync(path, bytes);
  return path;
}

async function receive(clerk: Clerk, step: Extract<Step, { readonly kind: 'receive' }>): Promise<void> {
  const paths: string[] = [];
  for (const file of step.files) paths.push(await mailed(clerk, file));
  // A form says what it is for; a late file has to, at least by its day of counting, or the clerk does.
  const isClear = step.day <= monthOf(step.month).lastOnTime || step.files.every(({ shape }) => shape !== 'damaged');
  const round = isClear ? [] : ['--period', step.month];
  const dated = step.receivedOn === undefined ? [] : ['--received-on', step.receivedOn];
  await ask(clerk, step.day, ['receive', ...paths, '--via', 'Zalo', ...round, ...dated]);
}

interface Findings {
  readonly findings: readonly { readonly rule: string; readonly severity: string }[];
}

/** Accepts every kind of error that is left, so that the final report can be written. */
async function acceptTheRest(clerk: Clerk, { day, month }: Step): Promise<void> {
  // The shape is the one that docs/validate-json.md documents.
  const { findings } = (await ask(clerk, day, ['validate', '--period', month])) as Findings;
  const rules = new Set(findings.flatMap(({ rule, severity }) => (severity === 'error' ? [rule] : [])));
  for (const rule of rules) {
    await ask(clerk, day, ['accept', rule, '--period', month, '--reason', 'Đã hết thời gian chờ đơn vị sửa']);
  }
}

/** Does what the step asks for; `isPossible`: whether the program has to do it. Throws when it does otherwise. */
export async function work(clerk: Clerk, step: Step, isPossible: boolean): Promise<unknown> {
  const { day, month } = step;
  const round = ['--period', month];
  switch (step.kind) {
    case 'open-round':
      return ask(clerk, day, ['form', ...round]);
    case 'merge': {
      const { old, merged } = step;
      clerk.villages = [...clerk.villages.filter((one) => !old.some(({ id }) => id === one.id)), merged];
      await typeRegister(clerk, { old, into: merged, from: monthOf(month).from });
      return undefined;
    }
    case 'receive':
      return receive(clerk, step);
    case 'drop': {
      const path = await mailed(clerk, step.file);
      const inbox = join(clerk.folder, 'nop', month);
      mkdirSync(inbox, { recursive: true });
      writeFileSync(join(inbox, `Báo cáo ${step.file.id}${endingOf(step.file)}`), readFileSync(path));
      return undefined;
    }
    case 'adjust': {
      const words = ['adjust', step.unit, step.code, String(step.value), '--reason', 'Gõ nhầm', '--by', 'Trưởng thôn'];
      const { code, out, err } = await clerk.program(clerk.folder, [...words, ...round, '--as-of', day]);
      if ((code !== 2) !== isPossible) throw new Error(`${words.join(' ')}: ${String(code)}\n${out}${err}`);
      return undefined;
    }
    case 'accept-late':
    case 'refuse-late':
      return ask(clerk, day, ['receive', `--${step.kind}`, step.unit, '--reason', step.reason, ...round]);
    case 'look':
      return ask(clerk, step.asOf, ['status', ...round]);
    case 'return':
      return ask(clerk, day, ['return', '--all', ...round]);
    case 'report':
      await acceptTheRest(clerk, step);
      return ask(clerk, day, ['report', '--final', ...round]);
    case 'close':
      return ask(clerk, day, ['close', ...round]);
    case 'reopen':
      return ask(clerk, day, ['reopen', ...round, '--reason', 'Thôn đính chính số liệu']);
  }
}
