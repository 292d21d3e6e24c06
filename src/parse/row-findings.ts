import type { Diagnostic } from '../model/diagnostic.ts';
import type { CellRef } from '../model/workbook.ts';
import { didYouMean } from '../vi/suggest.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { refOf } from './form-sheets.ts';
import type { Table } from './locate-table.ts';
import type { Entry, RowMatches } from './match-rows.ts';
import { problem } from './problems.ts';
import { chooseRow, isRowFilled, rowRef } from './rows.ts';
import type { RowSpec, TableRows } from './table-rows.ts';

function mainRef<Id extends string>(file: string, table: Table<Id>, row: number, spec: RowSpec<Id>): CellRef {
  return rowRef(file, table, row, [...spec.answers, spec.code, spec.title]);
}

/** Rows that stand there twice, belong to other units, or to nothing known. */
export function rowFindings<Id extends string>(
  file: string,
  rows: TableRows<Id>,
  spec: RowSpec<Id>,
  assigned: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { table, matches } = rows;
  const found = spec.entries.flatMap((entry): readonly Diagnostic[] => {
    const own = matches.rows.get(entry.id) ?? [];
    const { row, others } = chooseRow(table, own, spec.answers);
    if (row === undefined) return [];
    const all = [row, ...others];
    if (assigned.has(entry.id))
      return others.length === 0 ? [] : all.map((one) => repeated(file, rows, spec, entry, one, all));
    return isRowFilled(table, row, spec.answers) ? [notAssigned(file, table, spec, entry, row)] : [];
  });
  const lacking = spec.entries.filter(({ id }) => assigned.has(id) && !matches.rows.has(id));
  return [...found, ...matches.strange.map((stranger) => unknown(file, table, spec, stranger, lacking))];
}

/** One finding at each of the rows, so that none of them counts: which one is meant, only the unit can say. */
function repeated<Id extends string>(
  file: string,
  { table }: TableRows<Id>,
  spec: RowSpec<Id>,
  { id, code }: Entry,
  row: number,
  all: readonly number[],
): Diagnostic {
  const numbers = joinWords(all.map((one) => String(one + 1)));
  const others = all.filter((one) => one !== row);
  return problem('row-repeated', {
    message: `Có ${all.length} dòng cùng ghi cho ${spec.noun} ${code} (dòng ${numbers}), không rõ dòng nào đúng nên không tính dòng nào`,
    hint: `Xóa dòng thừa, chỉ giữ một dòng đúng cho ${spec.noun} ${code}`,
    location: { kind: 'cell', ref: mainRef(file, table, row, spec) },
    related: others.map((one) => ({
      location: { kind: 'cell', ref: mainRef(file, table, one, spec) },
      note: `dòng khác của ${spec.noun} ${code}`,
    })),
    facts: { [spec.fact]: id, row: row + 1 },
  });
}

function notAssigned<Id extends string>(
  file: string,
  table: Table<Id>,
  spec: RowSpec<Id>,
  { id, code }: Entry,
  row: number,
): Diagnostic {
  return problem(spec.notAssigned, {
    message: `Dòng của ${spec.noun} ${code} có nội dung nhưng ${spec.noun} này không giao cho đơn vị, nội dung không được tính`,
    hint: `Bỏ dòng ${row + 1}, hoặc dùng đúng biểu mẫu xã đã gửi cho đơn vị mình`,
    location: { kind: 'cell', ref: rowRef(file, table, row, [spec.code, spec.title]) },
    facts: { [spec.fact]: id },
  });
}

/** Only what the file lacks can have been meant: codes of rows that are there differ by one letter, too. */
function unknown<Id extends string>(
  file: string,
  table: Table<Id>,
  spec: RowSpec<Id>,
  { row, column, text }: RowMatches['strange'][number],
  lacking: readonly Entry[],
): Diagnostic {
  const words = lacking.flatMap(({ code, titles }) => [code, ...titles]);
  return problem(spec.unknown, {
    message: `Dòng ${quoteValue(text)} không phải ${spec.noun} nào trong biểu mẫu, nội dung không được tính${didYouMean(text, words)}`,
    hint: `Sửa mã hoặc tên ở dòng ${row + 1} cho đúng như trong biểu mẫu; nội dung ngoài biểu mẫu thì ghi thêm vào cột kết quả hoặc ghi chú của dòng gần nhất`,
    location: { kind: 'cell', ref: refOf(file, table.sheet, row, column) },
  });
}
