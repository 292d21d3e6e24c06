import type { Diagnostic } from '../../model/diagnostic.ts';
import { MERGER_COLUMNS, MERGERS_SHEET, REGISTER_SHEET, type MergerColumnId } from '../../model/register.ts';
import type { CellRef, Workbook } from '../../model/workbook.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { joinWords, normalizeText, quoteValue } from '../../vi/text.ts';
import { namedSheet } from '../form/form-sheets.ts';
import { quotedHeading } from '../tables/heading-words.ts';
import type { LabelledCell } from '../form/labels.ts';
import { locateTable } from '../tables/locate-table.ts';
import { problem } from '../problems.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';

/** The columns without which a row says nothing. */
export const NEEDED_FOR_MERGER = ['oldName', 'into', 'from'] as const satisfies readonly MergerColumnId[];

/** One row of the table of merged units. */
export interface MergerRow {
  readonly cells: Readonly<Record<MergerColumnId, LabelledCell | undefined>>;
  /** The row's first cell, to point at when a column is not there. */
  readonly first: CellRef;
}

function headingOf(id: MergerColumnId): string {
  return quotedHeading(MERGER_COLUMNS, id);
}

/** The text of the cell on one line; '' for a blank or a dash. */
export function mergerText({ cells }: MergerRow, id: MergerColumnId): string {
  const cell = cells[id]?.cell;
  return cell !== undefined && isFilled(cell) ? normalizeText(rawText(cell.value)) : '';
}

/** A sheet of that name on which the table cannot be found; a register that never had one has no mergers. */
export function headingsMissing(workbook: Workbook): readonly Diagnostic[] {
  const sheet = namedSheet(workbook, [MERGERS_SHEET]);
  if (sheet === undefined || sheet.rows.size === 0) return [];
  const columns = locateTable(sheet, MERGER_COLUMNS)?.columns;
  const missing = NEEDED_FOR_MERGER.filter((id) => columns?.has(id) !== true);
  return [
    problem('register-heading-missing', {
      message: `Trang “${MERGERS_SHEET}” không có cột ${joinWords(missing.map(headingOf))} nên không dùng được dòng nào của trang`,
      hint: `Ghi lại dòng tiêu đề của trang với các cột ${joinWords(NEEDED_FOR_MERGER.map(headingOf))}; không có đơn vị nào sáp nhập thì xóa hết nội dung của trang`,
      location: { kind: 'sheet', file: workbook.file, sheet: sheet.name },
      facts: { columns: missing.join(', ') },
    }),
  ];
}

/** One of the needed cells is blank. */
export function mergerIncomplete(row: MergerRow): Diagnostic {
  const name = mergerText(row, 'oldName');
  const blank = NEEDED_FOR_MERGER.filter((id) => mergerText(row, id) === '');
  const [column] = blank;
  const ref = (column === undefined ? undefined : row.cells[column]?.ref) ?? row.first;
  return problem('register-merger-incomplete', {
    message: `Dòng sáp nhập${name === '' ? '' : ` của ${quoteValue(name)}`} chưa ghi cột ${joinWords(blank.map(headingOf))} nên không được dùng`,
    hint: 'Ghi đủ tên đơn vị cũ, mã của đơn vị mới và ngày bắt đầu, hoặc xóa dòng này',
    location: { kind: 'cell', ref },
  });
}

/** The unit that the old one has gone into is none of the register's. */
export function mergerTargetUnknown(row: MergerRow, codes: readonly string[]): Diagnostic {
  const code = mergerText(row, 'into');
  const suggestion = didYouMean(code, codes);
  return problem('register-merger-target-unknown', {
    message: `${quoteValue(mergerText(row, 'oldName'))} được ghi là nhập vào đơn vị mã ${quoteValue(code)}${suggestion}, nhưng trang “${REGISTER_SHEET}” không có mã này nên dòng không được dùng`,
    hint: `Ghi mã của đơn vị mới như ở trang “${REGISTER_SHEET}”; đơn vị đó lại nhập tiếp vào đơn vị khác mà dòng đã xóa thì ghi mã của đơn vị sau cùng`,
    location: { kind: 'cell', ref: row.cells.into?.ref ?? row.first },
  });
}

/** What stands there is no day. */
export function mergerDateUnreadable(row: MergerRow): Diagnostic {
  return problem('register-date-unreadable', {
    message: `Ô ${headingOf('from')} của ${quoteValue(mergerText(row, 'oldName'))} ghi ${quoteValue(mergerText(row, 'from'))}, cần một ngày có thật dạng ngày/tháng/năm; dòng này không được dùng`,
    hint: 'Ghi ngày sáp nhập có hiệu lực vào ô này theo dạng ngày/tháng/năm, ví dụ 01/01/2026',
    location: { kind: 'cell', ref: row.cells.from?.ref ?? row.first },
  });
}
