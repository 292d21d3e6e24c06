import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { groupsOf, indicatorsOf, type Directive, type FormFieldId } from '../../model/directive.ts';
import { grouped } from '../../model/grouped.ts';
import type { Answer } from '../../model/located.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round, SourceFile } from '../../model/round.ts';
import type { Arrival, PersonalDataMark, Submission } from '../../model/submission.ts';
import type { Unit } from '../../model/unit.ts';
import type { CellRef, Workbook } from '../../model/workbook.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { fileEvidence } from '../cells/file-evidence.ts';
import { locateGeneral, type GeneralFields } from '../form/general.ts';
import type { Region } from '../form/labels.ts';
import { inPart } from '../part.ts';
import { findPersonalData } from '../form/personal-data.ts';
import { problem } from '../problems.ts';
import { isFilled } from '../cells/raw-text.ts';
import { fieldCell, readLineAnswers } from './answers.ts';
import { lineName, lineNameAt, lineWords, refIn } from './grid.ts';
import { unitOfLine } from './line-unit.ts';
import { hasAnswerLike, linesOf, type Line } from './lines.ts';
import type { SummaryTable } from './locate.ts';
import { totalFindings, type LineNumbers } from './totals.ts';

/** What one table gave: a report for each line, and what was found on the way. */
interface TableReports {
  readonly table: SummaryTable;
  readonly arrivals: readonly Arrival[];
  readonly diagnostics: readonly Diagnostic[];
}

/** All that the lines of one table share. */
interface Setting {
  readonly workbook: Workbook;
  readonly source: SourceFile;
  readonly round: Round;
  readonly table: SummaryTable;
  /** Cells that look like personal data, by the name of the table's line in which they lie. */
  readonly marks: ReadonlyMap<string, readonly PersonalDataMark[]>;
  /** Fields of the form that stand outside the table, for all lines alike. */
  readonly fields: GeneralFields;
}

/** The date of that line, else the one that stands outside the table. */
function dateOf({ round, fields }: Setting, line: Line, id: FormFieldId, unit: Unit): Outcome<Answer<PlainDate>> {
  const field = round.directive.form.fields.find((candidate) => candidate.id === id);
  const found = fieldCell(line.cells, id) ?? fields.get(id);
  if (field === undefined || found === undefined || !(field.unitTypes?.includes(unit.type) ?? true)) {
    return { value: { kind: 'absent', mark: 'blank', ref: undefined }, diagnostics: [] };
  }
  return CELL_TYPES.date({ ...found, thing: `Ô “${field.label}”`, facts: {} });
}

/** The tables of the form that this one has no columns for although such units are asked. */
function lackingSheets({ columns }: SummaryTable, directive: Directive, { type }: Unit): Submission['missingSheets'] {
  const kinds = new Set([...columns.values()].flat().map(({ kind }) => kind));
  const isAskedTasks = groupsOf(directive, type).length > 0;
  const isAskedNumbers = indicatorsOf(directive, type).length > 0;
  return [
    ...(isAskedTasks && !kinds.has('task') ? (['tasks'] as const) : []),
    ...(isAskedNumbers && !kinds.has('indicator') ? (['indicators'] as const) : []),
  ];
}

function readLine(setting: Setting, line: Line, unit: Unit): Outcome<Submission> {
  const { workbook, source, round, table, fields } = setting;
  const answers = readLineAnswers(line.cells, round.directive, unit.type);
  const [reportedOn, countedOn] = [dateOf(setting, line, 'reportedOn', unit), dateOf(setting, line, 'countedOn', unit)];
  const hasField = (id: FormFieldId): boolean => isFilled(fieldCell(line.cells, id)?.cell ?? fields.get(id)?.cell);
  const value: Submission = {
    file: workbook.file,
    sha256: source.sha256,
    part: lineWords(table.grid, line.line),
    unit,
    stamp: undefined,
    hasReporter: hasField('reporter'),
    hasPhone: hasField('phone'),
    reportedOn: reportedOn.value,
    countedOn: countedOn.value,
    missingSheets: lackingSheets(table, round.directive, unit),
    ...answers.value,
    personalData: setting.marks.get(lineName(table.grid, line.line)) ?? [],
  };
  const found = [reportedOn, countedOn, answers].flatMap(({ diagnostics }) => diagnostics);
  return { value, diagnostics: found };
}

function readTable(setting: Setting): TableReports {
  const { workbook, source, round, table } = setting;
  const known = round.units.flatMap(({ adults, households }) => [adults?.value, households?.value]);
  const evidence = fileEvidence(workbook, {
    known: known.filter((value) => value !== undefined),
    period: round.period,
  });
  const lines = linesOf(table, evidence);
  const refOf = ({ line }: Line): CellRef => refIn(table.grid, line, table.unitPlace);
  const arrivals: Arrival[] = [];
  const diagnostics: Diagnostic[] = [];
  const numbers: LineNumbers[] = [];
  const unitOf = rememberedFor((line: Line) => unitOfLine(line, refOf(line), round));
  const isKnown = (line: Line): boolean => line.kind === 'unit' && unitOf(line).value !== undefined;
  const lastKnown = lines.findLast(isKnown)?.line ?? -1;
  for (const line of lines) {
    if (line.kind === 'total') continue;
    const ref = refOf(line);
    const unit = unitOf(line);
    if (unit.value === undefined && line.line > lastKnown && !hasAnswerLike(line)) continue;
    diagnostics.push(...inPart(unit.diagnostics, { kind: 'cell', ref }, unit.value));
    if (unit.value === undefined) {
      arrivals.push({ source, unit: undefined, submission: undefined });
      continue;
    }
    const submission = readLine(setting, line, unit.value);
    diagnostics.push(...inPart(submission.diagnostics, { kind: 'cell', ref }, unit.value));
    numbers.push({ line: line.line, indicators: submission.value.indicators });
    arrivals.push({ source, unit: unit.value, submission: submission.value });
  }
  diagnostics.push(...totalFindings(lines, numbers));
  return { table, arrivals, diagnostics };
}

/** The parts of a unit's report from two tables of the file, or undefined when both answer the same question. */
function joined(first: Submission, second: Submission): Submission | undefined {
  const asked = new Set([
    ...first.indicators.map(({ indicator }) => `indicator ${indicator}`),
    ...first.tasks.map(({ task }) => `task ${task}`),
  ]);
  const isAgain =
    second.indicators.some(({ indicator }) => asked.has(`indicator ${indicator}`)) ||
    second.tasks.some(({ task }) => asked.has(`task ${task}`));
  if (isAgain) return undefined;
  const filled = <T>(a: Answer<T>, b: Answer<T>): Answer<T> => (a.kind === 'absent' ? b : a);
  return {
    ...first,
    part: `${first.part} và ${second.part}`,
    hasReporter: first.hasReporter || second.hasReporter,
    hasPhone: first.hasPhone || second.hasPhone,
    reportedOn: filled(first.reportedOn, second.reportedOn),
    countedOn: filled(first.countedOn, second.countedOn),
    missingSheets: first.missingSheets.filter((sheet) => second.missingSheets.includes(sheet)),
    tasks: [...first.tasks, ...second.tasks],
    indicators: [...first.indicators, ...second.indicators],
    opinions: [...first.opinions, ...second.opinions],
  };
}

/** Puts the tables together: numbers on one sheet and tasks on another are one report; the same question twice is two. */
function combined(tables: readonly TableReports[]): readonly Arrival[] {
  const result: Arrival[] = [];
  for (const { arrivals } of tables) {
    const before = [...result];
    for (const arrival of arrivals) {
      const { submission } = arrival;
      const index = before.findIndex(({ unit }) => unit !== undefined && unit.id === arrival.unit?.id);
      const earlier = result[index]?.submission;
      const whole = earlier === undefined || submission === undefined ? undefined : joined(earlier, submission);
      if (whole === undefined) result.push(arrival);
      else result[index] = { ...arrival, submission: whole };
    }
  }
  return result;
}

function lackingFinding({ unit, missingSheets, part }: Submission, sheet: string, file: string): readonly Diagnostic[] {
  return missingSheets.map((id) =>
    problem('sheet-missing', {
      message: `Bảng tổng hợp không có cột nào cho ${id === 'tasks' ? 'nhiệm vụ' : 'chỉ tiêu'} của ${unit.name} (${part})`,
      hint: 'Thêm cột có tiêu đề đúng như trong biểu mẫu, hoặc đề nghị đơn vị gửi biểu mẫu của mình',
      location: { kind: 'sheet', file, sheet },
      facts: { sheet: id, unit: unit.id },
    }),
  );
}

/** Columns of which it is not clear what they hold; none of them is read. */
function unclearFindings({ grid, unclear }: SummaryTable): readonly Diagnostic[] {
  const byCode = grouped(unclear, ({ code }) => code);
  return [...byCode].map(([code, [first, ...others]]) => {
    const places = [first, ...others].map(({ line, place }) => refIn(grid, line, place));
    const names = [first, ...others].map(
      ({ heading }, index) => `${quoteValue(heading)} (ô ${places[index]?.address ?? ''})`,
    );
    const [ref = refIn(grid, first.line, first.place), ...rest] = places;
    return problem('heading-ambiguous', {
      message: `Có ${formatInteger(names.length)} cột có thể là ${code}: ${joinWords(names)}; không rõ cột nào đúng nên không tính cột nào`,
      hint: `Giữ một cột đúng với tiêu đề ghi mã ${code}, đặt tên khác cho các cột còn lại hoặc xóa đi`,
      location: { kind: 'cell', ref },
      related: rest.map((other) => ({ location: { kind: 'cell', ref: other }, note: 'cột khác' })),
      facts: { code },
    });
  });
}

/** The rows of the sheet that the table takes. */
function regionOf({ grid: { sheet, orientation }, firstHeading }: SummaryTable): Region {
  const rows = [...sheet.rows.keys()];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  return { sheet, top: orientation === 'rows' ? firstHeading : top, bottom, left: 0, right: Infinity };
}

/** The cells under headings for telephone numbers. */
function phoneCells({ grid, columns }: SummaryTable): readonly CellRef[] {
  const places = [...columns].filter(([, found]) =>
    found.some((column) => column.kind === 'field' && column.id === 'phone'),
  );
  return places.flatMap(([place]) => [...grid.lines.keys()].map((line) => refIn(grid, line, place)));
}

/**
 * Reads the tables with a line for each unit: one report a line. Lines of unknown units are findings at the cell with the
 * name. Totals are compared, never counted.
 */
export function readSummaries(
  workbook: Workbook,
  source: SourceFile,
  tables: readonly SummaryTable[],
  round: Round,
): Outcome<readonly Arrival[]> {
  const found = findPersonalData(workbook, tables.flatMap(phoneCells));
  const reports = tables.map((table) => {
    const fields = locateGeneral(workbook, round.directive, tables.map(regionOf));
    const marks = grouped(found, ({ ref }) => lineNameAt(table.grid, ref));
    return readTable({ workbook, source, round, table, fields, marks });
  });
  const unclear = tables.flatMap((table) => unclearFindings(table));
  const arrivals = combined(reports);
  const [first] = tables;
  const lacking = arrivals.flatMap(({ submission }) =>
    submission === undefined ? [] : lackingFinding(submission, first?.grid.sheet.name ?? '', workbook.file),
  );
  return {
    value: arrivals,
    diagnostics: [...unclear, ...reports.flatMap(({ diagnostics }) => diagnostics), ...lacking],
  };
}
