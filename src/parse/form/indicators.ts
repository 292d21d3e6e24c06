import type { Outcome } from '../../model/diagnostic.ts';
import { indicatorsOf, type Directive, type Indicator, type IndicatorColumnId } from '../../model/directive.ts';
import type { Answer } from '../../model/located.ts';
import type { IndicatorAnswer } from '../../model/submission.ts';
import type { UnitTypeId } from '../../model/unit.ts';
import { cellAt } from '../../model/workbook.ts';
import { rememberedFor } from '../../vi/remembered.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { findingAt, type Place } from '../cells/cell-place.ts';
import { readUnchanged, type Reporter, type ShownBefore } from '../cells/unchanged.ts';
import { isFilled } from '../cells/raw-text.ts';
import { isScaledUnit, rejectScaled, type Scale } from '../cells/scaled-number.ts';
import { scaleAbove } from '../tables/scale-note.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import { previousColumn } from '../tables/previous-column.ts';
import { rowFindings } from '../tables/row-findings.ts';
import { rowReader } from '../tables/rows.ts';
import type { SheetTable } from '../tables/sheet-tables.ts';
import { rowOf } from '../tables/table-rows.ts';
import { searchOf, type RowSpec } from '../tables/table-spec.ts';
import { refOf } from './form-sheets.ts';

/** The form's table of indicators (bảng chỉ tiêu); the same object each time. */
export const indicatorSpec = rememberedFor(specOf);

/** How to find it; made once, because it keeps what it has learnt of every text. */
export const indicatorSearch = rememberedFor((directive: Directive) =>
  searchOf(indicatorSpec(directive), directive.form),
);

function specOf({ form, indicators, taskGroups }: Directive): RowSpec<IndicatorColumnId> {
  return {
    table: {
      sheetId: 'indicators',
      columns: form.indicatorColumns,
      identity: ['code', 'title'],
      main: 'value',
      optional: [],
    },
    answers: ['value', 'note'],
    figures: ['value'],
    code: 'code',
    title: 'title',
    entries: indicators.map(({ id, code, title, aliases, computed }) => ({
      id,
      code,
      titles: [title, ...aliases],
      addends: computed?.kind === 'sum' ? computed.of : [],
      isComputed: computed !== undefined,
    })),
    otherCodes: taskGroups.flatMap(({ tasks }) => tasks.map(({ id }) => id)),
    noun: 'chỉ tiêu',
    fact: 'indicator',
    unknown: 'indicator-unknown',
    notAssigned: 'indicator-not-assigned',
  };
}

/** The ids of the indicators that units of that type are asked for, in the directive's order. */
export function assignedIndicators(directive: Directive, type: UnitTypeId): ReadonlySet<string> {
  return new Set(indicatorsOf(directive, type).map(({ id }) => id));
}

/**
 * The value of a cell that the form computes. It is only compared, never counted: a formula that nobody has computed yet
 * says nothing and costs nothing, a broken one is a remark; neither has a value.
 */
function readComputed(place: Place, { computed, counts }: Indicator): Outcome<Answer<number>> {
  const value = place.cell?.value;
  const absent: Answer<number> = { kind: 'absent', mark: 'blank', ref: place.ref };
  if (value?.kind === 'uncomputed') return { value: absent, diagnostics: [] };
  if (value?.kind === 'error') {
    const finding = findingAt(place, 'computed-cell-broken', {
      message: `${place.thing} do biểu mẫu tự tính nhưng hiện lỗi ${value.code}, chương trình tự tính lại từ các số đã nhập`,
      hint: 'Lấy lại công thức từ biểu mẫu xã đã gửi nếu cần xem kết quả ở ô này; không cần nhập tay',
    });
    return { value: absent, diagnostics: [finding] };
  }
  return computed?.kind === 'percent' ? CELL_TYPES.percent(place) : CELL_TYPES.count(place, counts);
}

/** Reads the number of that indicator, a computed one as the form computes it, “giữ nguyên” as that of the round before. */
export function readNumber(
  place: Place,
  indicator: Indicator,
  reporter: Reporter,
  shown?: ShownBefore,
): Outcome<Answer<number>> {
  if (indicator.computed !== undefined) return readComputed(place, indicator);
  return readUnchanged(place, indicator, reporter, shown) ?? CELL_TYPES.count(place, indicator.counts);
}

/** What the unit of counting in the row says of hundreds or thousands (`trăm người`); undefined for the unit itself. */
function unitScale(counts: Place | undefined): Scale | undefined {
  const unit = counts?.cell?.value;
  return unit?.kind === 'text' && isScaledUnit(unit.text)
    ? { text: unit.text, kind: 'unit', ref: undefined }
    : undefined;
}

/** What all rows of the table are read with. */
interface Reading {
  readonly evidence: FileEvidence | undefined;
  readonly reporter: Reporter;
  /** What stands above the table of hundreds or thousands. */
  readonly above: Scale | undefined;
  /** The column with the numbers of the round before; undefined when the table has none. */
  readonly previous: number | undefined;
}

function readIndicator(
  file: string,
  { table, matches }: SheetTable<IndicatorColumnId>,
  indicator: Indicator,
  row: number,
  { evidence, reporter, above, previous }: Reading,
): Outcome<IndicatorAnswer> {
  const { read, place, diagnostics } = rowReader(file, table, row, { indicator: indicator.id }, evidence);
  const thing = `${indicator.code} “${indicator.title}”`;
  const isComputed = indicator.computed !== undefined;
  const scale = unitScale(place('counts', thing)) ?? (isComputed ? undefined : above);
  const before = previous === undefined ? undefined : cellAt(table.sheet, row, previous);
  const shown =
    before === undefined || previous === undefined
      ? undefined
      : { cell: before, ref: refOf(file, table.sheet, row, previous) };
  const value = read('value', thing, (found) =>
    scale === undefined || !isFilled(found.cell)
      ? readNumber(found, indicator, reporter, shown)
      : rejectScaled(found, scale),
  );
  const isTyped = isComputed && value.kind === 'value' && place('value', thing)?.cell?.isFormula === false;
  const note = read('note', `Ghi chú của ${indicator.code}`, CELL_TYPES.text);
  const matchedBy = matches.byCode.has(row) ? 'code' : 'title';
  return { value: { indicator: indicator.id, matchedBy, value, isTyped, note }, diagnostics };
}

/** The unit's numbers, in the directive's order; indicators without a row are not among them. */
export function readIndicators(
  file: string,
  rows: SheetTable<IndicatorColumnId>,
  reporter: Reporter,
  evidence?: FileEvidence,
): Outcome<readonly IndicatorAnswer[]> {
  const { directive } = reporter.round;
  const { type } = reporter.unit;
  const spec = indicatorSpec(directive);
  const above = scaleAbove(file, rows.table.sheet, rows.table.headerRow);
  const reading = { evidence, reporter, above, previous: previousColumn(rows.table) };
  const outcomes = indicatorsOf(directive, type).flatMap((indicator) => {
    const row = rowOf(rows, spec, indicator.id);
    return row === undefined ? [] : [readIndicator(file, rows, indicator, row, reading)];
  });
  return {
    value: outcomes.map(({ value }) => value),
    diagnostics: [
      ...outcomes.flatMap(({ diagnostics }) => diagnostics),
      ...rowFindings(file, rows, spec, assignedIndicators(directive, type)),
    ],
  };
}
