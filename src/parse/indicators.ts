import type { Outcome } from '../model/diagnostic.ts';
import { indicatorsOf, type Directive, type Indicator, type IndicatorColumnId } from '../model/directive.ts';
import type { Answer } from '../model/located.ts';
import type { IndicatorAnswer } from '../model/submission.ts';
import type { UnitTypeId } from '../model/unit.ts';
import { CELL_TYPES } from './cell-types/index.ts';
import { findingAt, type Place } from './cell-place.ts';
import { rowFindings } from './row-findings.ts';
import { rowReader } from './rows.ts';
import { rowOf, type RowSpec, type TableRows } from './table-rows.ts';

/** The form's table of indicators (bảng chỉ tiêu). */
export function indicatorSpec({ form, indicators, taskGroups }: Directive): RowSpec<IndicatorColumnId> {
  return {
    table: {
      sheetId: 'indicators',
      columns: form.indicatorColumns,
      identity: ['code', 'title'],
      main: 'value',
      optional: [],
    },
    answers: ['value', 'note'],
    code: 'code',
    title: 'title',
    entries: indicators.map(({ id, code, title, aliases }) => ({ id, code, titles: [title, ...aliases] })),
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

function readIndicator(
  file: string,
  { table }: TableRows<IndicatorColumnId>,
  indicator: Indicator,
  row: number,
): Outcome<IndicatorAnswer> {
  const { read, place, diagnostics } = rowReader(file, table, row, { indicator: indicator.id });
  const thing = `${indicator.code} “${indicator.title}”`;
  const isComputed = indicator.computed !== undefined;
  const value = read('value', thing, (found) =>
    isComputed ? readComputed(found, indicator) : CELL_TYPES.count(found, indicator.counts),
  );
  const isTyped = isComputed && value.kind === 'value' && place('value', thing)?.cell?.isFormula === false;
  const note = read('note', `Ghi chú của ${indicator.code}`, CELL_TYPES.text);
  return { value: { indicator: indicator.id, value, isTyped, note }, diagnostics };
}

/** The unit's numbers, in the directive's order; indicators without a row are not among them. */
export function readIndicators(
  file: string,
  rows: TableRows<IndicatorColumnId>,
  directive: Directive,
  type: UnitTypeId,
): Outcome<readonly IndicatorAnswer[]> {
  const spec = indicatorSpec(directive);
  const outcomes = indicatorsOf(directive, type).flatMap((indicator) => {
    const row = rowOf(rows, spec, indicator.id);
    return row === undefined ? [] : [readIndicator(file, rows, indicator, row)];
  });
  return {
    value: outcomes.map(({ value }) => value),
    diagnostics: [
      ...outcomes.flatMap(({ diagnostics }) => diagnostics),
      ...rowFindings(file, rows, spec, assignedIndicators(directive, type)),
    ],
  };
}
