import type { Block, TableRow } from '../../model/document.ts';
import type { Coverage, CoverageRow, ReportModel, Total, UnitOutcome } from '../../model/report.ts';
import { countNoun } from '../../vi/count-words.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { coverageRemark, partTotals } from '../coverage-remarks.ts';
import { cellRemarks, remarkAt, remarkOnLeftOut, remarkOnSum } from '../findings-at.ts';
import { figures, marks, noteOf, ROW_NUMBER, tableOf, words, type GeneratedTable } from '../generated-table.ts';
import type { UnitNames } from '../unit-names.ts';
import { lowerFirst, NO_VALUE } from '../wording.ts';

function orNone(value: number | undefined): string {
  return value === undefined ? NO_VALUE : formatInteger(value);
}

function columnsOf({ unitType, denominator, numerator }: Coverage, parts: readonly Total[]) {
  return [
    ROW_NUMBER,
    words(unitType.name, 22),
    figures(denominator.title, 13),
    figures(numerator.title, 13),
    ...parts.map(({ title }) => figures(title, 13)),
    figures('Tỷ lệ', 9),
    marks('Kết quả', 10),
    figures(`Số ${countNoun(numerator.counts)} còn thiếu để đạt`, 12),
    marks('Số liệu tính đến ngày', 13),
    words('Ghi chú', 20),
  ];
}

interface Sheet {
  readonly coverage: Coverage;
  readonly parts: readonly Total[];
  readonly model: ReportModel;
}

/** Numbers that are not counted are not printed either, so that the columns add up to the total. */
function rowOf(
  row: CoverageRow,
  { coverage, parts, model }: Sheet,
  outcome: UnitOutcome | undefined,
): readonly string[] {
  const { percent } = coverage.target;
  const isCounted = row.state === 'counted';
  const partOf = ({ parts: cells }: Total): string =>
    orNone(cells.find(({ unit }) => unit === row.unit.id)?.cell.value);
  return [
    isCounted ? orNone(row.denominator?.value) : NO_VALUE,
    isCounted ? orNone(row.numerator?.value) : NO_VALUE,
    ...parts.map(partOf),
    row.ratio === undefined ? NO_VALUE : formatPercent(row.ratio, percent),
    isCounted ? (row.isMet ? 'Đạt' : 'Chưa đạt') : NO_VALUE,
    orNone(row.shortfall),
    isCounted && outcome?.countedOn !== undefined ? formatDate(outcome.countedOn) : NO_VALUE,
    coverageRemark(row, outcome, model),
  ];
}

/** The sum of a part may come from other units than the share, whose numbers need both; it then says from how many. */
function partTotal({ value, countedUnitCount, expectedUnitCount, unitType }: Total, coverage: Coverage): string {
  if (countedUnitCount === 0) return NO_VALUE;
  if (countedUnitCount === coverage.countedUnitCount) return formatInteger(value);
  const units = `${formatInteger(countedUnitCount)}/${formatInteger(expectedUnitCount)}`;
  return `${formatInteger(value)} (${units} ${lowerFirst(unitType.name)})`;
}

/** The columns before the parts: running number, unit, the two numbers. */
const DENOMINATOR = 2;
const NUMERATOR = 3;
const FIRST_PART = 4;

/** What was found at the figures of a unit's row, or keeps them out. */
function rowRemarks(row: CoverageRow, { coverage, parts, model }: Sheet, outcome: UnitOutcome | undefined) {
  const { unit, state, numerator, denominator } = row;
  const why = (id: string): string | undefined =>
    state === 'left-out' ? remarkOnLeftOut(model, unit.id, { kind: 'indicator', id }) : undefined;
  const partRef = ({ parts: cells }: Total) => cells.find((one) => one.unit === unit.id)?.cell.ref;
  return cellRemarks(
    new Map([
      [DENOMINATOR, why(coverage.denominator.id) ?? remarkAt(model, [denominator?.ref])],
      [NUMERATOR, why(coverage.numerator.id) ?? remarkAt(model, [numerator?.ref])],
      ...parts.map((part, index) => [FIRST_PART + index, remarkAt(model, [partRef(part)])] as const),
      [FIRST_PART + parts.length + 3, state === 'counted' ? remarkAt(model, [outcome?.countedOnRef]) : undefined],
    ]),
  );
}

/** What was found at the figures that the sums are made of. */
function totalRemarks({ coverage, parts, model }: Sheet) {
  const counted = coverage.rows.filter(({ state }) => state === 'counted');
  const sumOf = ({ parts: cells }: Total) => cells.map(({ cell }) => cell.ref);
  return cellRemarks(
    new Map([
      [
        DENOMINATOR,
        remarkOnSum(
          model,
          counted.map(({ denominator }) => denominator?.ref),
        ),
      ],
      [
        NUMERATOR,
        remarkOnSum(
          model,
          counted.map(({ numerator }) => numerator?.ref),
        ),
      ],
      ...parts.map((part, index) => [FIRST_PART + index, remarkOnSum(model, sumOf(part))] as const),
    ]),
  );
}

function totalRow({ coverage, parts, model }: Sheet): TableRow {
  const { verdict, ratio, target, shortfall, countedUnitCount, expectedUnitCount, unitType } = coverage;
  const hasData = verdict !== 'no-data';
  const cells = [
    '',
    `Cộng (${formatInteger(countedUnitCount)}/${formatInteger(expectedUnitCount)} ${lowerFirst(unitType.name)})`,
    hasData ? formatInteger(ratio.denominator) : NO_VALUE,
    hasData ? formatInteger(ratio.numerator) : NO_VALUE,
    ...parts.map((part) => partTotal(part, coverage)),
    hasData ? formatPercent(ratio, target.percent) : NO_VALUE,
    hasData ? (verdict === 'met' ? 'Đạt' : 'Chưa đạt') : NO_VALUE,
    hasData ? formatInteger(shortfall) : NO_VALUE,
    '',
    '',
  ];
  return { cells, emphasis: 'total', ...totalRemarks({ coverage, parts, model }) };
}

function tableFor(coverage: Coverage, model: ReportModel, names: UnitNames): readonly Block[] {
  if (coverage.rows.length === 0) return [];
  const parts = partTotals(coverage, model);
  const outcomes = new Map(model.units.map((outcome) => [outcome.unit.id, outcome]));
  const rows = coverage.rows.map((row, index): TableRow => ({
    cells: [
      String(index + 1),
      names.titled(row.unit),
      ...rowOf(row, { coverage, parts, model }, outcomes.get(row.unit.id)),
    ],
    emphasis: 'plain',
    ...rowRemarks(row, { coverage, parts, model }, outcomes.get(row.unit.id)),
  }));
  const dash = `Dấu “${NO_VALUE}” nghĩa là không có số liệu đưa vào tổng hợp, không phải bằng 0.`;
  const hasDash = rows.some(({ cells }) => cells.includes(NO_VALUE));
  const note = `Ghi chú: Chỉ tiêu là ${formatTarget(coverage.target)}.${hasDash ? ` ${dash}` : ''}`;
  return [...tableOf(columnsOf(coverage, parts), [...rows, totalRow({ coverage, parts, model })]), noteOf(note)];
}

/** The share by unit, in the register's order (số liệu theo từng đơn vị). `of:` is the measure's id. */
export const coverageByUnit: GeneratedTable = {
  name: 'coverage-by-unit',
  subjects: ({ coverages }) => coverages.map(({ id }) => id),
  compose: (model, names, subject) =>
    model.coverages.filter(({ id }) => id === subject).flatMap((coverage) => tableFor(coverage, model, names)),
};
