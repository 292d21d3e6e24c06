import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { REGISTER_COLUMNS, type UnitTerm } from '../../model/register.ts';
import type { CellRef } from '../../model/workbook.ts';
import { formatDate } from '../../vi/date.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { problem } from '../problems.ts';
import { quotedHeading } from '../tables/heading-words.ts';
import { readCell, textOf, thingOf, type Cells } from './register-cells.ts';

/** Whether a unit of that term is one on that day. */
export function isWithin(day: PlainDate, { from, to }: UnitTerm): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

function endsBeforeItBegins(from: PlainDate, to: PlainDate, code: string, ref: CellRef): Diagnostic {
  const begun = quotedHeading(REGISTER_COLUMNS, 'from');
  return problem('register-term-unreadable', {
    message: `${thingOf('to', code)} ghi ${formatDate(to)}, trước ngày ghi ở cột ${begun} (${formatDate(from)}); không rõ đơn vị hoạt động trong thời gian nào`,
    hint: 'Sửa một trong hai ngày; đơn vị vẫn hoạt động thì để trống ô này',
    location: { kind: 'cell', ref },
    facts: { unit: code },
  });
}

/** What the date's own finding does not know: the row is not used without it, and what a blank cell would mean. */
function lost(finding: Diagnostic): Diagnostic {
  return {
    ...finding,
    message: `${finding.message}; dòng này không được dùng`,
    hint: 'Ghi đủ ngày/tháng/năm vào ô này, ví dụ 30/06/2026; đơn vị có từ trước hoặc vẫn hoạt động thì để trống',
  };
}

/**
 * From when to when the row's unit is one. A day that cannot be read is no day to leave out: who owes a report depends on it.
 * `row` is a cell of the row, to point at when a column is not there.
 */
export function readTerm(cells: Cells, code: string, row: CellRef): Outcome<UnitTerm | undefined> {
  const read = (id: 'from' | 'to') => readCell(cells, id, code, 'register-term-unreadable', CELL_TYPES.date);
  const [from, to] = [read('from'), read('to')];
  const isUnread =
    (textOf(cells, 'from') !== '' && from.value === undefined) ||
    (textOf(cells, 'to') !== '' && to.value === undefined);
  if (isUnread) return { value: undefined, diagnostics: [...from.diagnostics, ...to.diagnostics].map(lost) };
  const term = { from: from.value?.value, to: to.value?.value };
  if (term.from !== undefined && term.to !== undefined && term.to < term.from) {
    return { value: undefined, diagnostics: [endsBeforeItBegins(term.from, term.to, code, cells('to')?.ref ?? row)] };
  }
  return { value: term, diagnostics: [] };
}
