import { createHash } from 'node:crypto';
import type { Diagnostic, Outcome } from '../../src/model/diagnostic.ts';
import type { Round } from '../../src/model/round.ts';
import type { Unit } from '../../src/model/unit.ts';
import { checkFiles, readDirective, renderUnitRegister, readRegister, type InboxFile } from '../../src/pipeline.ts';
import { bytesOf, cleanForm, overlay, ownBook, replaceCell, settleFormulas } from './form-filler.ts';
import type { Scenario, Step } from './rule-page.ts';
import { campaignDirective, day, DIRECTIVE_FILE, shippedText, smallCommuneRound } from './small-commune.ts';
import { needsWorkspace, playInWorkspace } from './workspace-scenario.ts';
import ExcelJS from 'exceljs';

/** Everything a scenario can change before the round is checked. */
interface Stage {
  readonly files: Map<string, Uint8Array>;
  /** Files that were opened to be changed; written back when every step is played. */
  readonly books: Map<string, ExcelJS.Workbook>;
  directiveText: string;
  asOf: string;
  registerBook: ExcelJS.Workbook | undefined;
}

type Play = (stage: Stage, match: RegExpExecArray, step: Step) => void | Promise<void>;

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // exceljs declares its own Buffer type; a Uint8Array's buffer is what it reads.
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

function bytesIn(stage: Stage, file: string): Uint8Array {
  const bytes = stage.files.get(file);
  if (bytes === undefined) throw new Error(`the scenario has no file ${file}`);
  return bytes;
}

async function change(stage: Stage, file: string, edit: (book: ExcelJS.Workbook) => void): Promise<void> {
  const open = stage.books.get(file);
  const book = open ?? (await load(bytesIn(stage, file)));
  if (open === undefined) settleFormulas(book);
  stage.books.set(file, book);
  edit(book);
}

async function saveAll(stage: Stage): Promise<void> {
  for (const [file, book] of stage.books) stage.files.set(file, await bytesOf(book));
  stage.books.clear();
}

/** The stage directions, in the order in which they are tried. `docs/rules/README.md` explains them. */
const DIRECTIONS: readonly (readonly [RegExp, Play])[] = [
  [/^Ngày chốt số liệu: (\S+)$/u, (stage, [, date = '']) => void (stage.asOf = date.split('/').reverse().join('-'))],
  [
    /^Văn bản giao nhiệm vụ: đổi “(.+)” thành “(.*)”$/su,
    (stage, [, from = '', to = '']) => {
      const at = stage.directiveText.indexOf(from);
      if (at === -1) throw new Error(`the directive does not say “${from}”`);
      stage.directiveText = stage.directiveText.replace(from, () => to);
    },
  ],
  [
    /^Văn bản giao nhiệm vụ: thêm vào cuối$/u,
    (stage, _match, { code = '' }) => void (stage.directiveText = `${stage.directiveText.trimEnd()}\n${code}\n`),
  ],
  [/^Văn bản giao nhiệm vụ là$/u, (stage, _match, { code = '' }) => void (stage.directiveText = code)],
  [/^(\S+): không nộp$/u, (stage, [, file = '']) => void stage.files.delete(file)],
  [
    /^(.+): đổi tên tệp thành (.+)$/u,
    (stage, [, file = '', name = '']) => {
      const bytes = bytesIn(stage, file);
      stage.files.delete(file);
      stage.files.set(name, bytes);
    },
  ],
  [
    /^(.+): biểu mẫu sạch$/u,
    async (stage, [, files = '']) => {
      const round = await roundOf(stage);
      for (const file of files.split(/, | và /u))
        stage.files.set(file, await formOf(round, file.replace(/\.xlsx$/u, '')));
    },
  ],
  [
    /^(.+): bảng tính tự lập$/u,
    async (stage, [, file = ''], { table }) => void stage.files.set(file, await bytesOf(ownBook(table ?? []))),
  ],
  [/^(.+): bản sao của (.+)$/u, (stage, [, file = '', of = '']) => void stage.files.set(file, bytesIn(stage, of))],
  [
    /^(.+): nội dung tệp$/u,
    (stage, [, file = ''], { code = '' }) => void stage.files.set(file, new TextEncoder().encode(code)),
  ],
  [
    /^(.+): cắt còn (\d+) byte$/u,
    (stage, [, file = '', size = '0']) => void stage.files.set(file, bytesIn(stage, file).slice(0, Number(size))),
  ],
  [
    /^(.+): đổi tên trang “(.+)” thành “(.+)”$/u,
    (stage, [, file = '', from = '', to = '']) =>
      change(stage, file, (book) => {
        const sheet = book.getWorksheet(from);
        if (sheet === undefined) throw new Error(`no sheet “${from}”`);
        sheet.name = to;
      }),
  ],
  [
    /^(.+): xóa trang “(.+)”$/u,
    (stage, [, file = '', name = '']) =>
      change(stage, file, (book) => {
        book.removeWorksheet(name);
      }),
  ],
  [
    /^(.+) · (.+): đổi ô “(.+)” thành “(.*)”$/u,
    (stage, [, file = '', sheet = '', from = '', to = '']) =>
      change(stage, file, (book) => {
        replaceCell(book, sheet, from, to);
      }),
  ],
  [
    /^(.+) · (.+)$/u,
    async (stage, [, file = '', sheet = ''], { table }) => {
      const [header = [], ...rows] = table ?? [];
      const edit = (book: ExcelJS.Workbook) => {
        overlay(book, { sheet, header, rows });
      };
      if (file !== REGISTER_FILE) return change(stage, file, edit);
      if (stage.registerBook === undefined) throw new Error('the register is not on the stage');
      edit(stage.registerBook);
    },
  ],
];

const REGISTER_FILE = 'don-vi.xlsx';

/** The register as it now stands on the stage; the small commune's own unless a scenario changes it. */
async function registerOf({ registerBook }: Stage, { directive, units }: Round): Promise<Outcome<readonly Unit[]>> {
  if (registerBook === undefined) return { value: units, diagnostics: [] };
  return readRegister(await bytesOf(registerBook), REGISTER_FILE, directive.unitTypes);
}

/** The round as it now stands on the stage. */
async function roundOf(stage: Stage): Promise<Round> {
  const round = smallCommuneRound(campaignDirective(stage.directiveText), day(stage.asOf));
  return { ...round, units: (await registerOf(stage, round)).value };
}

async function formOf(round: Round, id: string): Promise<Uint8Array> {
  const unit = round.units.find((candidate) => candidate.id === id);
  if (unit === undefined) throw new Error(`no unit ${id}`);
  return bytesOf(await cleanForm(round, unit));
}

const clean = new Map<string, Promise<Uint8Array>>();

/** The clean form of a unit, made once; forms do not depend on what scenarios change. */
function cleanBytes(round: Round, id: string): Promise<Uint8Array> {
  const made = clean.get(id) ?? formOf(round, id);
  clean.set(id, made);
  return made;
}

/** The bytes as a file of the inbox. */
export function inboxFile(file: string, bytes: Uint8Array): InboxFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { source: { file, sha256, size: bytes.length }, bytes };
}

async function play(stage: Stage, step: Step): Promise<void> {
  for (const [pattern, act] of DIRECTIONS) {
    const match = pattern.exec(step.direction);
    if (match !== null) return act(stage, match, step);
  }
  throw new Error(`no stage direction is worded “${step.direction}”`);
}

/**
 * Plays a scenario of a rule page: the small commune's round in which every unit sent a clean form, changed as the page
 * says, then checked as `tkcds report` would. Returns every finding.
 */
export async function playScenario({ steps }: Pick<Scenario, 'steps'>): Promise<readonly Diagnostic[]> {
  if (needsWorkspace(steps)) return playInWorkspace(steps);
  const round = smallCommuneRound();
  const stage: Stage = {
    files: new Map(),
    books: new Map(),
    directiveText: shippedText(`directives/${DIRECTIVE_FILE}`),
    asOf: round.asOf,
    registerBook: undefined,
  };
  for (const { id } of round.units) stage.files.set(`${id}.xlsx`, await cleanBytes(round, id));
  const usesRegister = steps.some(({ direction }) => direction.startsWith(REGISTER_FILE));
  if (usesRegister) {
    stage.registerBook = await load(await renderUnitRegister(round.directive.unitTypes, round.units));
  }
  for (const step of steps) {
    if (!step.direction.includes(' · ')) await saveAll(stage);
    await play(stage, step);
  }
  await saveAll(stage);

  const directive = readDirective(stage.directiveText, DIRECTIVE_FILE);
  if (directive.value === undefined) return directive.diagnostics;
  const played = await roundOf(stage);
  const register = await registerOf(stage, played);
  const files = [...stage.files].map(([file, bytes]) => inboxFile(file, bytes));
  const checked = checkFiles(files, played, 'round');
  return [...directive.diagnostics, ...register.diagnostics, ...checked.diagnostics];
}
