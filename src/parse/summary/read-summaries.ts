import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Round, SourceFile } from '../../model/round.ts';
import type { Arrival } from '../../model/submission.ts';
import type { CellRef, Workbook } from '../../model/workbook.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { fileEvidence } from '../cells/file-evidence.ts';
import { isFilled } from '../cells/raw-text.ts';
import { locateGeneral } from '../form/general.ts';
import type { Region } from '../form/labels.ts';
import { findPersonalData } from '../form/personal-data.ts';
import { inPart } from '../part.ts';
import { hiddenCells, type ReadCell } from '../tables/hidden-cells.ts';
import { combined } from './combine.ts';
import { groupReader } from './groups.ts';
import { placeOfRef, refIn } from './grid.ts';
import { headingSuggestions } from './heading-suggestions.ts';
import { unitOfLine } from './line-unit.ts';
import { hasAnswerLike, linesOf, type Line } from './lines.ts';
import { isBelowHeadings, type SummaryTable } from './locate.ts';
import { readLine, type Setting } from './read-line.ts';
import { tableScales } from './scales.ts';
import { lackingFinding, stampFindings, unclearFindings } from './table-findings.ts';
import { totalFindings, type LineNumbers } from './totals.ts';

/** What one table gave: a report for each line, the cells that were read, and what was found on the way. */
interface TableReports {
  readonly arrivals: readonly Arrival[];
  readonly read: readonly ReadCell[];
  readonly diagnostics: readonly Diagnostic[];
}

function readTable(setting: Setting, top: number): TableReports {
  const { source, round, table, evidence } = setting;
  const lines = linesOf({
    table,
    evidence,
    scales: tableScales(table, top),
    groups: groupReader(round),
    form: round.directive.form,
  });
  const refOf = ({ line }: Line): CellRef => refIn(table.grid, line, table.unitPlace);
  const arrivals: Arrival[] = [];
  const diagnostics: Diagnostic[] = [];
  const read: ReadCell[] = [];
  const stamps: CellRef[] = [];
  const numbers: LineNumbers[] = [];
  const unitOf = rememberedFor((line: Line) => unitOfLine(line, refOf(line), round));
  const units = lines.filter(({ kind }) => kind === 'unit');
  const lastKnown = units.findLast((line) => unitOf(line).value !== undefined)?.line ?? -1;
  for (const line of units) {
    const place = { kind: 'cell', ref: refOf(line) } as const;
    const unit = unitOf(line);
    if (unit.value === undefined && line.line > lastKnown && !hasAnswerLike(line)) continue;
    diagnostics.push(...inPart(unit.diagnostics, place, unit.value));
    if (unit.value === undefined) {
      arrivals.push({ source, unit: undefined, submission: undefined });
      continue;
    }
    const { value, diagnostics: found } = readLine(setting, line, unit.value);
    const { submission, stamp } = value;
    diagnostics.push(...inPart(found, place, unit.value));
    numbers.push({ line: line.line, indicators: submission.indicators });
    read.push(...readCells(table, line));
    if (stamp !== undefined) stamps.push(stamp);
    arrivals.push({ source, unit: unit.value, submission });
  }
  const ofTable = [
    ...totalFindings(table.grid, lines, numbers),
    ...stampFindings(table, stamps, round.directive),
    ...headingSuggestions(table, round.directive),
  ];
  return { arrivals, read, diagnostics: [...diagnostics, ...ofTable] };
}

/** The filled cells of a line that count. */
function readCells({ grid: { sheet } }: SummaryTable, { cells }: Line): readonly ReadCell[] {
  return cells.flatMap(({ cell, row, column }) => (isFilled(cell) ? [{ sheet, row, column }] : []));
}

/** The cells of the sheet that the table takes. */
function regionOf({ grid: { sheet, orientation }, firstHeading, from, to }: SummaryTable): Region {
  const rows = [...sheet.rows.keys()];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  if (orientation === 'columns') return { sheet, top, bottom, left: 0, right: Infinity };
  return { sheet, top: firstHeading, bottom, left: from, right: to };
}

/** The cells under headings for telephone numbers. */
function phoneCells({ grid, columns }: SummaryTable): readonly CellRef[] {
  const places = [...columns].filter(([, found]) =>
    found.some((column) => column.kind === 'field' && column.id === 'phone'),
  );
  return places.flatMap(([place]) => [...grid.lines.keys()].map((line) => refIn(grid, line, place)));
}

/** Below which row of its sheet a line above the table belongs to it: where the table further up begins. */
function topOf(table: SummaryTable, tables: readonly SummaryTable[]): number {
  const above = tables.filter(
    ({ grid, firstHeading }) => grid.sheet === table.grid.sheet && firstHeading < table.firstHeading,
  );
  return Math.max(0, ...above.map(({ lastHeading }) => lastHeading + 1));
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
  const known = round.units.flatMap(({ adults, households }) => [adults?.value ?? [], households?.value ?? []].flat());
  const evidence = fileEvidence(workbook, { known, period: round.period });
  const found = findPersonalData(workbook, tables.flatMap(phoneCells));
  const fields = locateGeneral(workbook, round.directive, tables.map(regionOf));
  const reports = tables.map((table) => {
    const own = found.filter(({ ref }) => isBelowHeadings(table, ref));
    const marks: Setting['marks'] = (line) => own.filter(({ ref }) => placeOfRef(table.grid, ref)?.line === line);
    return readTable({ workbook, source, round, table, evidence, fields, marks }, topOf(table, tables));
  });
  const arrivals = combined(reports.map((report) => report.arrivals));
  const [first] = tables;
  const lacking = arrivals.flatMap(({ submission }) =>
    submission === undefined ? [] : lackingFinding(submission, first?.grid.sheet.name ?? '', workbook.file),
  );
  return {
    value: arrivals,
    diagnostics: [
      ...tables.flatMap(unclearFindings),
      ...reports.flatMap(({ diagnostics }) => diagnostics),
      ...lacking,
      ...hiddenCells(
        workbook.file,
        reports.flatMap(({ read }) => read),
      ),
    ],
  };
}
