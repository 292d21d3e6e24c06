import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { ReportingPeriod } from '../../src/model/period.ts';
import type { UnitRegister } from '../../src/model/register.ts';
import type { Round } from '../../src/model/round.ts';
import { readFile, readRegister, renderUnitRegister, type InboxFile, type ReadFile } from '../../src/pipeline.ts';
import { withConfirmations } from '../../src/workspace/confirmations-apply.ts';
import { CONFIRMATIONS_FILE, parseConfirmations } from '../../src/workspace/confirmations.ts';
import { bytesOf, cleanForm, settleFormulas } from './form-filler.ts';
import { campaignDirective, day, DIRECTIVE_FILE, shippedText, smallCommuneRound } from './small-commune.ts';
import { lastOf, pastRounds, type PastRow } from './past-rounds.ts';
import { readAny } from './read-any.ts';

/** The register of a scenario. */
export const REGISTER_FILE = 'don-vi.xlsx';

/** Everything a scenario can change before the round is checked. */
export interface Stage {
  readonly files: Map<string, Uint8Array>;
  /** Files that were opened to be changed; written back when every step is played. */
  readonly books: Map<string, ExcelJS.Workbook>;
  directiveFile: string;
  directiveText: string;
  period: ReportingPeriod;
  asOf: string;
  registerBook: ExcelJS.Workbook | undefined;
  /** The text of `doi-chieu.yaml`; '' when there is none. */
  confirmations: string;
  /** What is known of earlier rounds. */
  pastRows: readonly PastRow[];
}

/** The small commune's October round under its own copy of the shipped directive, before anybody has sent anything. */
export function emptyStage(): Stage {
  const { period, asOf } = smallCommuneRound();
  return {
    files: new Map(),
    books: new Map(),
    directiveFile: DIRECTIVE_FILE,
    directiveText: shippedText(`directives/${DIRECTIVE_FILE}`).replaceAll('Tịnh Khê', 'Suối Mây'),
    period,
    asOf,
    registerBook: undefined,
    pastRows: [],
    confirmations: '',
  };
}

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  // exceljs declares its own Buffer type; a Uint8Array's buffer is what it reads.
  await book.xlsx.load(bytes.slice().buffer);
  return book;
}

/** The bytes of a file that must be there. */
export function bytesIn(stage: Stage, file: string): Uint8Array {
  const bytes = stage.files.get(file);
  if (bytes === undefined) throw new Error(`the scenario has no file ${file}`);
  return bytes;
}

/** Edits a workbook of the inbox, which `saveAll` writes back, or the register. */
export async function change(stage: Stage, file: string, edit: (book: ExcelJS.Workbook) => void): Promise<void> {
  if (file === REGISTER_FILE) {
    if (stage.registerBook === undefined) throw new Error('the register is not on the stage');
    edit(stage.registerBook);
    return;
  }
  const open = stage.books.get(file);
  const book = open ?? (await load(bytesIn(stage, file)));
  if (open === undefined) settleFormulas(book);
  stage.books.set(file, book);
  edit(book);
}

/** Writes every opened workbook back into its file. */
export async function saveAll(stage: Stage): Promise<void> {
  for (const [file, book] of stage.books) stage.files.set(file, await bytesOf(book));
  stage.books.clear();
}

/** Puts the small commune's register on the stage, to be changed. */
export async function openRegister(stage: Stage): Promise<void> {
  const { directive, units } = smallCommuneRound(campaignDirective(stage.directiveText));
  stage.registerBook = await load(await renderUnitRegister(directive.unitTypes, units));
}

/** The register as it now stands on the stage; the small commune's own unless a scenario changes it. */
export async function registerOf(
  { registerBook }: Stage,
  { directive, period, units }: Round,
): Promise<Outcome<UnitRegister>> {
  if (registerBook === undefined) return { value: { units, mergers: [] }, diagnostics: [] };
  return readRegister(readFile(inboxFile(REGISTER_FILE, await bytesOf(registerBook))), directive.unitTypes, period.to);
}

/** The round as it now stands on the stage. */
export async function roundOf(stage: Stage): Promise<Round> {
  const round = { ...smallCommuneRound(campaignDirective(stage.directiveText), day(stage.asOf)), period: stage.period };
  const register = (await registerOf(stage, round)).value;
  if (stage.pastRows.length === 0) return { ...round, ...register };
  const history = pastRounds(stage.pastRows, round.directive);
  return { ...round, ...register, history, ...lastOf(history) };
}

/** The round with the words that the clerk has confirmed; undefined when the file that says so is faulty. */
export function confirmedRound({ confirmations }: Stage, round: Round): Outcome<Round | undefined> {
  const { value, diagnostics } = parseConfirmations(confirmations, CONFIRMATIONS_FILE);
  return value === undefined ? { value, diagnostics } : withConfirmations(round, value, [round.directive]);
}

/** The form of a unit, filled in without any fault. */
export async function formOf(round: Round, id: string): Promise<Uint8Array> {
  const unit = round.units.find((candidate) => candidate.id === id);
  if (unit === undefined) throw new Error(`no unit ${id}`);
  return bytesOf(await cleanForm(round, unit));
}

const clean = new Map<string, Promise<Uint8Array>>();

/** Every unit that owes a report sends its clean form. Made once a round; they do not depend on what scenarios change. */
export async function sendCleanForms(stage: Stage, round: Round): Promise<void> {
  const owing = new Set(round.directive.unitTypes.filter(({ mustReport }) => mustReport).map(({ id }) => id));
  for (const { id } of round.units.filter(({ type }) => owing.has(type))) {
    const key = `${round.directive.id} ${round.period.id} ${id}`;
    const made = clean.get(key) ?? formOf(round, id);
    clean.set(key, made);
    stage.files.set(`${id}.xlsx`, await made);
  }
}

/** The bytes as a file of the inbox. */
export function inboxFile(file: string, bytes: Uint8Array): InboxFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { source: { file, sha256, size: bytes.length }, bytes };
}

const read = new WeakMap<Uint8Array, ReadFile>();

/** Reads the file as the program does, but in this thread; bytes that no scenario has changed are read once. */
export function readOnce(file: InboxFile): ReadFile {
  if (file.bytes === undefined) return readFile(file);
  const known = read.get(file.bytes);
  if (known?.source.file === file.source.file) return known;
  const fresh = readAny(file);
  read.set(file.bytes, fresh);
  return fresh;
}
