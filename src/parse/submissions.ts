import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import { valueOf } from '../model/located.ts';
import type { Round, SourceFile } from '../model/round.ts';
import { indicatorAnswer, taskAnswer, type Arrival, type Submission } from '../model/submission.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { remembered } from '../vi/remembered.ts';
import { quoteValue } from '../vi/text.ts';
import { locateParts } from './form/form-parts.ts';
import { inPart } from './part.ts';
import { problem } from './problems.ts';
import { roundNames, unitNamed } from './units/round-names.ts';
import { isStampSheet } from './form/stamp.ts';
import { parseSubmission } from './submission.ts';
import { locateSummaries, type SummaryTable, type UnitLookup } from './summary/locate.ts';
import { readSummaries } from './summary/read-summaries.ts';
import { locateUnitSheets, sheetOfNobody, type UnitSheets } from './unit-sheets.ts';

type Reports = Outcome<readonly Arrival[]>;

const LOOKUPS = new WeakMap<Round, UnitLookup>();

/** Looks up names in the register; every text once a round, because all forms hold the same titles and guidance. */
function unitLookup(round: Round): UnitLookup {
  const before = LOOKUPS.get(round);
  if (before !== undefined) return before;
  const names = roundNames(round);
  const find = remembered((text) => ({ id: unitNamed(text, names)?.id }));
  const lookup: UnitLookup = (text) => (round.units.length === 0 ? undefined : find(text).id);
  LOOKUPS.set(round, lookup);
  return lookup;
}

/** The report of one unit that has sheets of its own. */
function readUnitSheets(workbook: Workbook, source: SourceFile, { name, sheets }: UnitSheets, round: Round): Reports {
  const words = `trang ${sheets.map((sheet) => quoteValue(sheet.name)).join(', ')}`;
  const own = { file: workbook.file, sheets };
  const { value, diagnostics } = parseSubmission(own, { ...source, file: '' }, round, name);
  const { unit, submission } = value;
  const place = { kind: 'sheet', file: workbook.file, sheet: sheets[0].name } as const;
  const found = inPart(diagnostics, place, unit);
  const arrival = { source, unit, submission: submission === undefined ? undefined : { ...submission, part: words } };
  return { value: [arrival], diagnostics: found };
}

/** What is left of the workbook: a form beside the tables, or sheets of nobody. */
function readRest(workbook: Workbook, source: SourceFile, rest: readonly Sheet[], round: Round): Reports {
  const visible = rest.filter((sheet) => !isStampSheet(sheet));
  const own = { file: workbook.file, sheets: rest };
  const parts = locateParts(own, round.directive, undefined);
  const tables = [parts.tasks, parts.indicators].flatMap((found) => (found === undefined ? [] : [found.table.sheet]));
  if (tables.length === 0) return { value: [], diagnostics: [] };
  const whole = parseSubmission(own, { ...source, file: '' }, round, undefined);
  const { unit, submission } = whole.value;
  if (submission === undefined) {
    const nobody = new Set(tables);
    return { value: [], diagnostics: [...nobody].map((sheet) => sheetOfNobody(workbook.file, sheet)) };
  }
  const part = `trang ${visible.map(({ name }) => quoteValue(name)).join(', ')}`;
  const place = { kind: 'sheet', file: workbook.file, sheet: tables[0]?.name ?? '' } as const;
  return {
    value: [{ source, unit, submission: { ...submission, part } }],
    diagnostics: inPart(whole.diagnostics, place, unit),
  };
}

/** Whether everything that the second report says stands in the first one, too. */
function isRepetition(first: Submission, second: Submission): boolean {
  return (
    second.indicators.every(({ indicator, value }) => {
      const other = indicatorAnswer(first, indicator)?.value;
      return value.kind === 'absent' || (other?.kind === 'value' && valueOf(value) === other.value);
    }) &&
    second.tasks.every(({ task, status }) => {
      const other = taskAnswer(first, task)?.status;
      return status.kind === 'absent' || (other?.kind === 'value' && valueOf(status) === other.value);
    })
  );
}

function notCounted(file: string, { grid: { sheet } }: SummaryTable): Diagnostic {
  return problem('sheet-not-counted', {
    message: `Trang ${quoteValue(sheet.name)} là bảng tổng hợp, ghi lại số liệu của các đơn vị đã có trang riêng nên không cộng thêm`,
    hint: 'Giữ nguyên cũng được; muốn số liệu lấy từ bảng tổng hợp thì bỏ các trang riêng',
    location: { kind: 'sheet', file, sheet: sheet.name },
  });
}

/**
 * Lines of a summary that only repeat what the unit's own sheet says are passed over; a line that says something else stays,
 * so that the two contradict one another like two files.
 */
function withoutRepetitions(own: readonly Arrival[], summed: readonly Arrival[]): readonly Arrival[] {
  return summed.filter(({ unit, submission }) => {
    const first = own.find((arrival) => unit !== undefined && arrival.unit?.id === unit.id)?.submission;
    return first === undefined || submission === undefined || !isRepetition(first, submission);
  });
}

/** The reports of a workbook that holds those of several units. */
function readParts(
  workbook: Workbook,
  source: SourceFile,
  round: Round,
  { units, tables }: { readonly units: readonly UnitSheets[]; readonly tables: readonly SummaryTable[] },
): Reports {
  const taken = new Set([...units.flatMap(({ sheets }) => sheets), ...tables.map(({ grid }) => grid.sheet)]);
  const rest = workbook.sheets.filter((sheet) => !taken.has(sheet));
  const own = [
    ...units.map((sheets) => readUnitSheets(workbook, source, sheets, round)),
    readRest(workbook, source, rest, round),
  ];
  const ownArrivals = own.flatMap(({ value }) => value);
  const summed = readSummaries(workbook, source, tables, round);
  const kept = withoutRepetitions(ownArrivals, summed.value);
  const dropped = new Set(summed.value.filter((arrival) => !kept.includes(arrival)).map(({ unit }) => unit?.id));
  const repeated = dropped.size === 0 ? [] : tables.map((table) => notCounted(workbook.file, table));
  const ofKept = summed.diagnostics.filter(
    ({ facts }) => facts['unit'] === undefined || !dropped.has(String(facts['unit'])),
  );
  return {
    value: [...ownArrivals, ...kept],
    diagnostics: [...own.flatMap(({ diagnostics }) => diagnostics), ...ofKept, ...repeated],
  };
}

/**
 * Understands a workbook as the reports of one unit or several: the form (biểu mẫu), a workbook with sheets for each unit, or
 * tables with a line for each unit (bảng tổng hợp). Never throws; there is at least one arrival.
 */
export function parseSubmissions(workbook: Workbook, source: SourceFile, round: Round): Reports {
  const lookup = unitLookup(round);
  const tables = locateSummaries(workbook, round.directive, lookup);
  const summarySheets = new Set(tables.map(({ grid }) => grid.sheet));
  const others = { file: workbook.file, sheets: workbook.sheets.filter((sheet) => !summarySheets.has(sheet)) };
  const units = locateUnitSheets(others, round.directive, lookup);
  if (units.length > 0 || tables.length > 0) {
    const reports = readParts(workbook, source, round, { units, tables });
    if (reports.value.length > 0) return reports;
  }
  const { value, diagnostics } = parseSubmission(workbook, source, round, undefined);
  return { value: [value], diagnostics };
}
