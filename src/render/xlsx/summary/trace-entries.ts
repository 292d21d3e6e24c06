import type { Located } from '../../../model/located.ts';
import type { Coverage, Total } from '../../../model/report.ts';
import type { Unit } from '../../../model/unit.ts';
import type { CellRef } from '../../../model/workbook.ts';
import { formatDate } from '../../../vi/date.ts';
import { formatInteger } from '../../../vi/number.ts';
import type { SummaryBook } from './book.ts';

/** A cell behind a figure of the report. */
export interface TraceEntry {
  /** Of the figure; as in bao-cao.json, with what is counted behind a dot. */
  readonly id: string;
  readonly title: string;
  readonly value: number | string;
  readonly unit: Unit;
  readonly ref: CellRef;
  readonly raw: string;
}

function located(id: string, title: string, unit: Unit, cell: Located<number> | undefined): readonly TraceEntry[] {
  if (cell === undefined) return [];
  const { value, ref, raw } = cell;
  return [{ id, title, value, unit, ref, raw: `${raw}${why(cell)}`.trim() }];
}

/** Why the number is not what stands in the cell; '' when it is. */
function why({ value, adjustment, carriedOver }: Located<number>): string {
  if (adjustment !== undefined)
    return ` (điều chỉnh thành ${formatInteger(value)} theo ${adjustment.by}: ${adjustment.reason})`;
  if (carriedOver === undefined) return '';
  const places = carriedOver.cells.map(({ file, sheet, address }) => `${file}, trang ${sheet}, ô ${address}`);
  return ` (lấy ${formatInteger(value)} của kỳ ${carriedOver.period}: ${places.join('; ')})`;
}

/** Both numbers of every unit that counts, and the register's number of one that does not, on which the bounds rest. */
function ofCoverage({ id, rows, numerator, denominator, bounds }: Coverage): readonly TraceEntry[] {
  return rows.flatMap((row) => {
    if (row.state === 'counted') {
      return [
        ...located(`${id}.denominator`, denominator.title, row.unit, row.denominator),
        ...located(`${id}.numerator`, numerator.title, row.unit, row.numerator),
      ];
    }
    const title = `${denominator.title} theo danh sách đơn vị`;
    return bounds === undefined ? [] : located(`${id}.registered`, title, row.unit, row.unit.adults);
  });
}

function ofTotal({ id, title, parts }: Total, units: ReadonlyMap<string, Unit>): readonly TraceEntry[] {
  return parts.flatMap(({ unit, cell }) => {
    const owner = units.get(unit);
    return owner === undefined ? [] : located(id, title, owner, cell);
  });
}

function ofTasks({ model: { compliance }, words: { taskStates } }: SummaryBook): readonly TraceEntry[] {
  const meanings = new Map(taskStates.map(({ state, meaning }) => [state, meaning]));
  return compliance.flatMap(({ units, tasks }) =>
    tasks.flatMap(({ task, states, cells, raws }) =>
      units.flatMap((unit) => {
        const [state, ref] = [states.get(unit.id), cells.get(unit.id)];
        if (state === undefined || ref === undefined) return [];
        return [
          { id: task.id, title: task.title, value: meanings.get(state) ?? '', unit, ref, raw: raws.get(unit.id) ?? '' },
        ];
      }),
    ),
  );
}

function ofDates({ model: { units } }: SummaryBook): readonly TraceEntry[] {
  return units.flatMap((outcome) => {
    const dates = [
      ['reported-on', 'Ngày báo cáo', outcome.reportedOn, outcome.reportedOnRef, outcome.reportedOnRaw],
      ['counted-on', 'Số liệu tính đến ngày', outcome.countedOn, outcome.countedOnRef, outcome.countedOnRaw],
    ] as const;
    return dates.flatMap(([id, title, date, ref, raw]) =>
      date === undefined || ref === undefined
        ? []
        : [{ id, title, value: formatDate(date), unit: outcome.unit, ref, raw: raw ?? '' }],
    );
  });
}

/** Every cell behind every figure: shares, sums, answers to tasks, dates; in the report's order. */
export function traceEntries(book: SummaryBook): readonly TraceEntry[] {
  const { model, words } = book;
  const units = new Map(model.units.map(({ unit }) => [unit.id, unit]));
  return [
    ...model.coverages.flatMap((coverage) => [
      ...ofCoverage(coverage),
      ...words.partsOf(coverage).flatMap((total) => ofTotal(total, units)),
    ]),
    ...words.ownTotals.flatMap((total) => ofTotal(total, units)),
    ...ofTasks(book),
    ...ofDates(book),
  ];
}
