import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { parsePlainDate } from '../../src/model/plain-date.ts';
import { withAcceptance } from '../../src/workspace/acceptances-write.ts';
import { runShown, type Screen } from './console-blocks.ts';
import { fixedClock } from './fixed-clock.ts';

/** Where the guide's month happens: a folder that holds the workspace, and one with the states of it that are kept. */
export interface Month {
  readonly folder: string;
  readonly kept: string;
  readonly guide: string;
  /** As in 12/11/2025: what the program takes for today. */
  readonly day: string;
  /** Where the clerk is. */
  readonly place: string;
}

const sample = fileURLToPath(new URL('../../fixtures/large-commune/workspace', import.meta.url));
const WORKSPACE = 'bao-cao-cds';
const workspaceOf = ({ folder }: Month): string => join(folder, WORKSPACE);

/** The program on that day, in the folder where the clerk is. */
export function runOn({ day, place }: Month, command: string): Screen {
  const noon = day.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/u, '$3-$2-$1T12:00:00+07:00');
  return runShown(command, place, fixedClock(noon));
}

/** The first block of settings of the guide that has the key. */
function settingsWith(guide: string, key: string): string {
  const blocks = [...guide.matchAll(/```yaml\n(.*?)```/gsu)].map(([, text = '']) => text);
  return blocks.find((text) => text.startsWith(`${key}:`)) ?? '';
}

/** The clerk types the guide's settings, the units and the commune's directive. */
function describeCommune(month: Month): void {
  for (const name of ['don-vi.xlsx', 'van-ban']) {
    cpSync(join(sample, name), join(workspaceOf(month), name), { recursive: true });
  }
  writeFileSync(join(workspaceOf(month), 'tkcds.yaml'), settingsWith(month.guide, 'issuer'));
}

const EARLY = 'BC thôn Một tháng 10.xlsx';
const LATE = 'TH11 - Thôn Đồng Nhơn.xlsx';

/** What the units of the sample commune send: one file early, one late, the others by mail. */
function receiveMail(month: Month): void {
  const workspace = workspaceOf(month);
  const mail = join(workspace, 'thu-dien-tu');
  cpSync(join(sample, 'nop/2025-10'), mail, { recursive: true });
  for (const name of [EARLY, LATE]) renameSync(join(mail, name), join(workspace, name));
}

/** The village types the right number into the workbook that it got back. */
async function correctReturned(month: Month): Promise<void> {
  const returned = join(workspaceOf(month), 'ket-qua/2025-10/tra-lai/TH09 - Thôn Bàu Sen/TH09-can-sua.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(returned);
  const cell = book.getWorksheet('Chỉ tiêu')?.getCell('D10');
  if (cell === undefined) throw new Error('the returned workbook has no sheet “Chỉ tiêu”');
  cell.value = 550;
  await book.xlsx.writeFile(join(workspaceOf(month), 'TH09-can-sua.xlsx'));
}

/** The clerk accepts, one after the other, what `tkcds accept` lists; written here at once, for each command reads the round again. */
function acceptOthers(month: Month): void {
  const { printed } = runOn(month, 'tkcds accept');
  const path = join(workspaceOf(month), 'nop/2025-10/chap-nhan.yaml');
  const acceptedOn = parsePlainDate('2025-11-14');
  if (acceptedOn === undefined) throw new Error('no such day');
  const listed = [...printed.matchAll(/^ {2}(\S+) (?:(\S+) )?\((\d+) lỗi\): tkcds accept /gmu)];
  const text = listed.reduce(
    (before, [, rule = '', unit = '', errors]) =>
      withAcceptance(before, {
        rule,
        unit,
        errorCount: Number(errors),
        reason: 'Đơn vị chưa sửa kịp',
        acceptedOn,
      }),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
}

/** The next round stands below the earlier ones. */
function addRound(month: Month): void {
  const path = join(workspaceOf(month), 'tkcds.yaml');
  const round = settingsWith(month.guide, 'rounds').split('\n').slice(2).join('\n');
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\n${round}`);
}

/** Two communes sent what they reported, a third one has not. */
function receiveCommunes(month: Month): void {
  const folder = join(workspaceOf(month), 'Các xã đã gửi');
  mkdirSync(folder);
  cpSync(join(workspaceOf(month), 'ket-qua/2025-10/bao-cao.json'), join(folder, 'Đồng Trăng.json'));
  writeFileSync(join(workspaceOf(month), 'danh-sach-xa.csv'), 'Mã,Tên\nQN01,xã Đồng Trăng\nQN02,phường Bình Nguyên\n');
}

function restore(month: Month, name: string): void {
  rmSync(workspaceOf(month), { recursive: true, force: true });
  cpSync(join(month.kept, name), workspaceOf(month), { recursive: true });
}

/** What a mark of the guide says has happened before the block; the month after it. */
export async function happen(month: Month, mark: string): Promise<Month> {
  const [, verb = mark, rest = ''] = /^(day|keep|back to) (.+)$/u.exec(mark) ?? [];
  const events: Readonly<Record<string, () => void | Promise<void>>> = {
    keep: () => cpSync(workspaceOf(month), join(month.kept, rest), { recursive: true }),
    'back to': () => restore(month, rest),
    'commune described': () => describeCommune(month),
    'letters arrive': () => receiveMail(month),
    'TH09 corrects': () => correctReturned(month),
    'other errors accepted': () => acceptOthers(month),
    'next round': () => addRound(month),
    'report written': () => void runOn(month, 'tkcds report --quiet'),
    'communes sent': () => receiveCommunes(month),
  };
  if (verb === 'day') return { ...month, day: rest };
  const event = events[verb];
  if (event === undefined) throw new Error(`the guide has a mark that is not known: ${mark}`);
  await event();
  return month;
}

/** The clerk goes to a folder. */
export function goTo(month: Month, name: string): Month {
  readdirSync(join(month.place, name));
  return { ...month, place: join(month.place, name) };
}
