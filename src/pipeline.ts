import { aggregate } from './aggregate/aggregate.ts';
import { finalDocument } from './compose/draft.ts';
import { COMPOSE_PROBLEMS } from './compose/problems.ts';
import { summaryWords } from './compose/summary-words.ts';
import { INSPECT_PROBLEMS } from './inspect/problems.ts';
import { withAdjustments } from './model/adjust.ts';
import { splitByDay, withRefusals } from './model/arrivals.ts';
import type { Diagnostic, Outcome, Problem, RuleId } from './model/diagnostic.ts';
import type { UnitType } from './model/directive.ts';
import type { Document } from './model/document.ts';
import type { Issuer } from './model/issuer.ts';
import type { PlainDate } from './model/plain-date.ts';
import type { FormPrefill } from './model/prefill.ts';
import type { UnitRegister } from './model/register.ts';
import type { ReportModel } from './model/report.ts';
import type { Round, SourceFile } from './model/round.ts';
import type { Arrival, FormStamp } from './model/submission.ts';
import type { Unit } from './model/unit.ts';
import type { Workbook } from './model/workbook.ts';
import { DIRECTIVE_PROBLEMS } from './parse/directive/problems.ts';
import { parseMergers } from './parse/register/mergers.ts';
import { PARSE_PROBLEMS } from './parse/problems.ts';
import { parseRegister } from './parse/register/register.ts';
import { readStamp } from './parse/form/stamp.ts';
import { parseSubmissions } from './parse/submissions.ts';
import { unitOfFileName } from './parse/units/round-names.ts';
import { unitsCalled } from './parse/units/unit-recognition.ts';
import { READ_PROBLEMS } from './read/problems.ts';
import { readAtOnce } from './read/read-at-once.ts';
import { type FiguresContext, renderJson } from './render/formats/json.ts';
import { renderMarkdown } from './render/formats/markdown.ts';
import type { SummaryContext } from './render/xlsx/summary/book.ts';
import { withoutAdjusted, withoutCopies, withoutReplaced } from './validate/copies.ts';
import { ROLLUP_PROBLEMS } from './rollup/problems.ts';
import { sortDiagnostics } from './validate/order.ts';
import { RULE_REGISTRY } from './validate/rules/index.ts';
import { personalDataFound } from './validate/rules/personal-data-found.ts';
import { submissionRepeated } from './validate/rules/submission-repeated.ts';
import { applyOverrides } from './validate/severity.ts';
import { validate, type Scope } from './validate/validate.ts';

export type { StatusPageContext } from './render/html/status-page.ts';
export { needsWorker } from './read/read-at-once.ts';
export { refuseFile } from './read/read-with.ts';
export type { InputFile } from './render/formats/json.ts';
export { uprightAppendices } from './compose/upright-appendices.ts';
export { type OwnWordFile, renderOwnReport, renderOwnSample } from './pipeline-word.ts';
export { confirmableWords, confirmCommand, type Unfit, unfitFor } from './parse/confirmable.ts';
export { formMeanings, wordSenses, type WordSenses } from './parse/word-senses.ts';
export { findingJson } from './render/json/findings.ts';
export type { JsonObject, JsonValue } from './render/json/json-value.ts';

// What words and draws the outputs loads libraries that are large and slow to start: only who needs them loads them.

/** A file of the round's inbox: in memory, or with the finding that says why it could not be loaded. */
export type InboxFile =
  | { readonly source: SourceFile; readonly bytes: Uint8Array }
  | { readonly source: SourceFile; readonly bytes: undefined; readonly refusal: Diagnostic };

/** A file of the inbox with what reading it gave. */
export interface ReadFile {
  readonly source: SourceFile;
  readonly workbook: Outcome<Workbook | undefined>;
}

/** What came in, and everything that was found about it, sorted. */
export interface CheckedRound {
  readonly arrivals: readonly Arrival[];
  readonly diagnostics: readonly Diagnostic[];
  /** Reports that, by the day they state, came after the day at which the round is seen; left out of everything else. */
  readonly later: readonly Arrival[];
}

/** Every kind of finding that the stages can make, sorted by id; each has a page in docs/rules. */
export const RULES: readonly Problem[] = [
  ...READ_PROBLEMS,
  ...DIRECTIVE_PROBLEMS,
  ...PARSE_PROBLEMS,
  ...COMPOSE_PROBLEMS,
  ...INSPECT_PROBLEMS,
  ...ROLLUP_PROBLEMS,
  ...RULE_REGISTRY.map(({ id, severity }) => ({ id, severity })),
].sort((a, b) => (a.id < b.id ? -1 : 1));

/** These say that a figure must not be used, or which of several is; they are no matter of taste. */
const FIXED_RULES = new Set([personalDataFound.id, submissionRepeated.id]);

/** The findings about submissions whose severity a directive may set: those that do not stand for a value that is none. */
export const ADJUSTABLE_RULES: readonly RuleId[] = [
  ...PARSE_PROBLEMS.filter(({ severity }) => severity !== 'error'),
  ...RULE_REGISTRY.filter(({ id }) => !FIXED_RULES.has(id)),
]
  .map(({ id }) => id)
  .sort();

/** Understands the unit register (don-vi.xlsx) as it is on that day; it was read like a file of the inbox. */
export function readRegister(
  { workbook }: ReadFile,
  unitTypes: readonly UnitType[],
  day: PlainDate,
): Outcome<UnitRegister> {
  if (workbook.value === undefined) return { value: { units: [], mergers: [] }, diagnostics: workbook.diagnostics };
  const units = parseRegister(workbook.value, unitTypes, day);
  const mergers = parseMergers(workbook.value, units.value, day);
  return {
    value: { ...units.value, mergers: mergers.value },
    diagnostics: [...workbook.diagnostics, ...units.diagnostics, ...mergers.diagnostics],
  };
}

/** Reads a file of the inbox that needs no worker. Total: whatever the bytes are, the outcome is a workbook or a finding. */
export function readFile(file: InboxFile): ReadFile {
  const { source } = file;
  if (file.bytes === undefined) return { source, workbook: { value: undefined, diagnostics: [file.refusal] } };
  return { source, workbook: readAtOnce(file.bytes, source.file) };
}

/** The hidden marks of a generated form: says which directive and period to check a lone file against. */
export function readFormStamp({ workbook }: ReadFile): FormStamp | undefined {
  return workbook.value === undefined ? undefined : readStamp(workbook.value);
}

/** What a file brings for the round, understood by itself; nothing else of the file is needed to check it. Never throws. */
export function parseFile({ source, workbook }: ReadFile, round: Round): Outcome<readonly Arrival[]> {
  const { value, diagnostics } = workbook;
  if (value === undefined) {
    // Nothing can be read of the file, so that only its name tells whose it is.
    const unit = unitOfFileName(source.file, round);
    return { value: [{ source, unit, submission: undefined }], diagnostics };
  }
  const arrivals = parseSubmissions(value, source, round);
  const found = [...diagnostics, ...arrivals.diagnostics];
  return { value: withRefusals(arrivals.value, found), diagnostics: found };
}

/**
 * Validates files that `parseFile` has understood. Scope `files` judges some files, each by itself and together: who reported twice,
 * what differs between units. `round` knows that these are all files, so that it also says who is missing. What is wrong in
 * a file that came twice is reported once. `today` is later than the round's day when one looks back.
 */
export function checkParsed(
  parsedFiles: readonly Outcome<readonly Arrival[]>[],
  round: Round,
  scope: Scope,
  today: PlainDate = round.asOf,
): CheckedRound {
  const outcomes = parsedFiles.map((file) => splitByDay(file, round, today));
  const arrivals = withAdjustments(
    outcomes.flatMap(({ value }) => value),
    round,
  );
  const parsed = withoutAdjusted(
    outcomes.flatMap(({ diagnostics }) => diagnostics),
    arrivals,
  );
  const everything = [...parsed, ...validate(arrivals, round, scope)];
  const found = withoutReplaced(withoutCopies(everything, arrivals, round), arrivals, round);
  const diagnostics = sortDiagnostics(applyOverrides(found, arrivals, round), arrivals, round);
  return { arrivals, diagnostics, later: outcomes.flatMap(({ later }) => later) };
}

/** Parses and validates files that were read. */
export function checkFiles(files: readonly ReadFile[], round: Round, scope: Scope): CheckedRound {
  return checkParsed(
    files.map((file) => parseFile(file, round)),
    round,
    scope,
  );
}

/** The units of the round that a text names: a code, a name or another way to write it; several when it does not tell which. */
export function unitsNamed(text: string, round: Round): readonly Unit[] {
  return unitsCalled(text, round);
}

/** Adds the round up. */
export function summarize(checked: Omit<CheckedRound, 'later'>, round: Round): ReportModel {
  return aggregate(checked.arrivals, checked.diagnostics, round);
}

/** Puts the figures into words; faults of the wording's template are findings, and then there is no document. */
export async function composeDocument(
  model: ReportModel,
  issuer: Issuer,
  template: { readonly file: string; readonly text: string },
): Promise<Outcome<Document | undefined>> {
  const { composeReport } = await import('./compose/compose-report.ts');
  return composeReport(model, issuer, template);
}

/** The final version of a report, without what a draft says of itself and of its figures. */
export function finalReport(document: Document): Document {
  return finalDocument(document);
}

/** The report as .docx in the layout of Nghị định 30/2020/NĐ-CP. */
export async function renderReport(document: Document): Promise<Uint8Array> {
  const { renderDocx } = await import('./render/formats/docx.ts');
  return renderDocx(document);
}

/**
 * Checks any Word document against Nghị định 30/2020/NĐ-CP. Total: a file that cannot be read is one finding, and what the file
 * does not decide is said so. Loaded when it is asked for: no other command should wait for its forty files.
 */
export async function inspectDocument(bytes: Uint8Array, file: string): Promise<readonly Diagnostic[]> {
  const { inspectDocument: inspect } = await import('./inspect/inspect.ts');
  return inspect(bytes, file);
}

/** The report as Markdown, for reading in a terminal and for tests. */
export function renderPreview(document: Document): string {
  return renderMarkdown(document);
}

/** The same figures as JSON (bao-cao.json), each with its cells. */
export function renderFigures(model: ReportModel, context: FiguresContext): string {
  return renderJson(model, context);
}

/** The working table of the round (tong-hop.xlsx): the same figures in live formulas, with the findings and their cells. */
export async function renderSummaryTable(model: ReportModel, context: SummaryContext): Promise<Uint8Array> {
  const { renderSummary } = await import('./render/summary-xlsx.ts');
  return renderSummary(model, summaryWords(model), context);
}

/** The form of a unit as .xlsx, blank but for what is filled in beforehand. */
export async function renderUnitForm(round: Round, unit: Unit, prefill?: FormPrefill): Promise<Uint8Array> {
  const { renderForm } = await import('./render/form-xlsx.ts');
  return renderForm(round, unit, prefill);
}

/** The unit register as .xlsx, blank or with units. */
export async function renderUnitRegister(unitTypes: readonly UnitType[], units: readonly Unit[]): Promise<Uint8Array> {
  const { renderRegister } = await import('./render/register-xlsx.ts');
  return renderRegister(unitTypes, units);
}
