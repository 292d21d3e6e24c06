import type { Outcome } from '../model/diagnostic.ts';
import type { Round, SourceFile } from '../model/round.ts';
import type { Arrival } from '../model/submission.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { remembered } from '../vi/remembered.ts';
import { quoteValue } from '../vi/text.ts';
import { locateParts } from './form/form-parts.ts';
import { inPart } from './part.ts';
import { roundNames, unitNamed } from './units/round-names.ts';
import { withoutReturnSheet } from './form/return-sheet.ts';
import { isStampSheet } from './form/stamp.ts';
import { strayRows } from './form/stray-rows.ts';
import { parseSubmission } from './submission.ts';
import { locateSummaries, type SummaryTable } from './summary/locate.ts';
import { readSummaries } from './summary/read-summaries.ts';
import { withoutRepetitions } from './summary/repetitions.ts';
import { strayLines } from './summary/stray-lines.ts';
import type { UnitLookup } from './summary/unit-lookup.ts';
import { listWords } from './tables/listed-words.ts';
import { sectionRows, withSections } from './unit-sections.ts';
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
  const names = sheets.map((sheet) => `${quoteValue(sheet.name)}${sectionRows(sheet, workbook.sheets)}`);
  const words = `trang ${listWords(names, 'trang')}`;
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
  if (tables.length === 0) {
    const located = { tasks: true, indicators: true };
    return {
      value: [],
      diagnostics: strayRows(own, round.directive, { located, regions: [], tasks: [], indicators: [] }),
    };
  }
  const whole = parseSubmission(own, { ...source, file: '' }, round, undefined);
  const { unit, submission } = whole.value;
  if (submission === undefined) {
    const nobody = new Set(tables);
    return { value: [], diagnostics: [...nobody].map((sheet) => sheetOfNobody(workbook.file, sheet)) };
  }
  const named = visible.map(({ name }) => quoteValue(name));
  const part = `trang ${listWords(named, 'trang')}`;
  const place = { kind: 'sheet', file: workbook.file, sheet: tables[0]?.name ?? '' } as const;
  return {
    value: [{ source, unit, submission: { ...submission, part } }],
    diagnostics: inPart(whole.diagnostics, place, unit),
  };
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
  const summed = withoutRepetitions(workbook.file, ownArrivals, readSummaries(workbook, source, tables, round));
  return {
    value: [...ownArrivals, ...summed.value],
    diagnostics: [...own.flatMap(({ diagnostics }) => diagnostics), ...summed.diagnostics],
  };
}

/**
 * Understands a workbook as the reports of one unit or several: the form (biểu mẫu), a workbook with sheets for each unit, or
 * tables with a line for each unit (bảng tổng hợp). Never throws; there is at least one arrival.
 */
export function parseSubmissions(given: Workbook, source: SourceFile, round: Round): Reports {
  const workbook = withoutReturnSheet(given);
  const { directive } = round;
  const lookup = unitLookup(round);
  const cut = withSections(workbook, directive, lookup);
  const tables = locateSummaries(cut, directive, lookup);
  const parts = readSeveral(cut, source, round, { tables, lookup });
  const { value, diagnostics } = parts.value.length > 0 ? parts : readOne(workbook, source, round);
  return { value, diagnostics: [...diagnostics, ...strayLines(cut, tables, value, { directive, lookup })] };
}

/** The reports of a workbook of several units; none when it is the form of one. */
function readSeveral(
  workbook: Workbook,
  source: SourceFile,
  round: Round,
  { tables, lookup }: { readonly tables: readonly SummaryTable[]; readonly lookup: UnitLookup },
): Reports {
  const summarySheets = new Set(tables.map(({ grid }) => grid.sheet));
  const others = { file: workbook.file, sheets: workbook.sheets.filter((sheet) => !summarySheets.has(sheet)) };
  const units = locateUnitSheets(others, round.directive, lookup);
  if (units.length === 0 && tables.length === 0) return { value: [], diagnostics: [] };
  return readParts(workbook, source, round, { units, tables });
}

function readOne(workbook: Workbook, source: SourceFile, round: Round): Reports {
  const { value, diagnostics } = parseSubmission(workbook, source, round, undefined);
  return { value: [value], diagnostics };
}
