import type { Diagnostic } from '../../model/diagnostic.ts';
import { cellAddress, type Sheet } from '../../model/workbook.ts';
import { quoteValue } from '../../vi/text.ts';
import { listWords } from './listed-words.ts';
import { problem } from '../problems.ts';
import { isFilled } from '../cells/raw-text.ts';
import { tableCell } from './table-cells.ts';
import { partsOf, type FormTable } from './table-rows.ts';
import type { RowSpec } from './table-spec.ts';

/** A filled cell that was read. */
export interface ReadCell {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
}

/** The filled answers of these entries. */
export function filledAnswers<Id extends string>(
  table: FormTable<Id> | undefined,
  { answers }: RowSpec<Id>,
  entries: ReadonlySet<string>,
): readonly ReadCell[] {
  const parts = table === undefined ? [] : partsOf(table);
  return parts.flatMap((part) => {
    const rows = [...part.matches.rows].flatMap(([entry, own]) => (entries.has(entry) ? own.slice(0, 1) : []));
    return rows.flatMap((row) =>
      answers.flatMap((id): readonly ReadCell[] => {
        const found = tableCell(part.table, row, id);
        if (found === undefined || !isFilled(found.cell)) return [];
        return [{ sheet: part.table.sheet, row: found.row, column: found.column }];
      }),
    );
  });
}

function isHidden({ sheet, row, column }: ReadCell): boolean {
  return sheet.isHidden || sheet.hiddenRows.has(row) || sheet.hiddenColumns.has(column);
}

/** One finding for each sheet of which answers count that nobody sees who opens the file. */
export function hiddenCells(file: string, cells: readonly ReadCell[]): readonly Diagnostic[] {
  const hidden = cells.filter(isHidden);
  return [...new Set(hidden.map(({ sheet }) => sheet))].map((sheet) => {
    const own = hidden.filter((cell) => cell.sheet === sheet);
    const addresses = [...new Set(own.map(({ row, column }) => cellAddress(row, column)))];
    const listed = listWords(addresses, 'ô');
    const name = quoteValue(sheet.name);
    return problem('cell-hidden', {
      message: sheet.isHidden
        ? `Trang ${name} bị ẩn nhưng có ${addresses.length} ô đã điền (${listed}), nội dung vẫn được tính`
        : `Trang ${name} có ${addresses.length} ô đã điền nằm ở dòng hoặc cột bị ẩn (${listed}), nội dung vẫn được tính`,
      hint: `Bỏ ẩn ${sheet.isHidden ? 'trang' : 'dòng, cột'} rồi kiểm tra các ô này; ô không đúng thì xóa nội dung`,
      location: { kind: 'sheet', file, sheet: sheet.name },
      facts: { cellCount: addresses.length },
    });
  });
}
