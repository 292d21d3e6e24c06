import type { Diagnostic } from '../../model/diagnostic.ts';
import type { FormColumn } from '../../model/directive.ts';
import { cellAddress, type Cell } from '../../model/workbook.ts';
import { capitalize, quoteValue } from '../../vi/text.ts';
import { refOf } from '../form/form-sheets.ts';
import { quotedHeading } from './heading-words.ts';
import { listWords } from './listed-words.ts';
import { problem } from '../problems.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';
import type { Conflict, PlacedIn } from './rival-tables.ts';
import { tableCell } from './table-cells.ts';
import type { FormTable, TableRows } from './table-rows.ts';
import type { RowSpec } from './table-spec.ts';

function said(cell: Cell | undefined): string {
  return cell === undefined || !isFilled(cell) ? 'để trống' : `ghi ${quoteValue(rawText(cell.value))}`;
}

function placeOf<Id extends string>({ of, row, column }: PlacedIn<Id>): string {
  return `trang ${quoteValue(of.table.sheet.name)} (ô ${cellAddress(row, column)})`;
}

function codeOf<Id extends string>({ entries }: RowSpec<Id>, id: string): string {
  return entries.find((entry) => entry.id === id)?.code ?? id;
}

function headingOf<Id extends string>({ table }: RowSpec<Id>, id: Id): string {
  const columns: readonly FormColumn<Id>[] = table.columns;
  return quotedHeading(columns, id);
}

/** A finding at each cell that another table of the same kind contradicts, so that none of them counts. */
function contradicted<Id extends string>(
  file: string,
  { entry, column, read, other }: Conflict<Id>,
  spec: RowSpec<Id>,
): Diagnostic {
  const code = codeOf(spec, entry);
  return problem('table-repeated', {
    message:
      other === undefined
        ? `${capitalize(spec.noun)} ${code} chỉ ghi ở ${placeOf(read)}, trong khi tệp có hai bảng ${spec.noun} ghi khác nhau; không rõ bảng nào đúng nên không tính ô này`
        : `Tệp có hai bảng ${spec.noun} ghi khác nhau ở cột ${headingOf(spec, column)} của ${spec.noun} ${code}: ${placeOf(read)} ${said(read.cell)}, ${placeOf(other)} ${said(other.cell)}; không rõ bảng nào đúng nên không tính ô này`,
    hint: `Chỉ giữ trong tệp một bảng ${spec.noun} của đơn vị trong kỳ này rồi gửi lại; bảng của kỳ trước hay của đơn vị khác thì để ở tệp riêng`,
    location: { kind: 'cell', ref: refOf(file, read.of.table.sheet, read.row, read.column) },
    related:
      other === undefined
        ? []
        : [
            {
              location: { kind: 'cell', ref: refOf(file, other.of.table.sheet, other.row, other.column) },
              note: `ô của bảng kia`,
            },
          ],
    facts: { [spec.fact]: entry, column },
  });
}

/** One finding for each hidden sheet whose table differs from the visible one, which counts. */
function hiddenCopies<Id extends string>(
  file: string,
  hidden: readonly Conflict<Id>[],
  spec: RowSpec<Id>,
): readonly Diagnostic[] {
  const sheets = [...new Set(hidden.flatMap(({ other }) => other?.of.table.sheet ?? []))];
  return sheets.map((sheet) => {
    const own = hidden.filter(({ other }) => other?.of.table.sheet === sheet);
    const entries = [...new Set(own.map(({ entry }) => entry))];
    const listed = listWords(
      entries.map((entry) => codeOf(spec, entry)),
      spec.noun,
    );
    const visible = quoteValue(own[0]?.read.of.table.sheet.name ?? '');
    return problem('hidden-table-differs', {
      message: `Trang ẩn ${quoteValue(sheet.name)} có một bảng ${spec.noun} nữa, ghi khác trang ${visible} về ${spec.noun} ${listed}; chỉ trang ${visible} được tính`,
      hint: `Bỏ ẩn trang ${quoteValue(sheet.name)} để xem lại: nếu là bản cũ thì xóa trang đó, nếu là bản đúng thì chép sang trang ${visible}`,
      location: { kind: 'sheet', file, sheet: sheet.name },
      facts: { entryCount: entries.length },
    });
  });
}

/** Answers that are counted and merged over the rows of several entries: whose they are, only the unit can say. */
function mergedAnswers<Id extends string>(
  file: string,
  { table, matches }: TableRows<Id>,
  spec: RowSpec<Id>,
  assigned: ReadonlySet<string>,
): readonly Diagnostic[] {
  const rows = [...matches.rows].flatMap(([entry, own]) =>
    assigned.has(entry) ? own.slice(0, 1).map((row) => ({ entry, row })) : [],
  );
  return spec.figures.flatMap((id): readonly Diagnostic[] => {
    const cells = new Map<string, { entry: string; row: number }[]>();
    for (const place of rows) {
      const found = tableCell(table, place.row, id);
      if (found === undefined || !isFilled(found.cell)) continue;
      const address = cellAddress(found.row, found.column);
      const sharing = cells.get(address);
      if (sharing === undefined) cells.set(address, [place]);
      else sharing.push(place);
    }
    return [...cells].flatMap(([address, sharing]): readonly Diagnostic[] => {
      const [first] = sharing;
      if (first === undefined || sharing.length === 1) return [];
      const codes = listWords(
        sharing.map(({ entry }) => codeOf(spec, entry)),
        spec.noun,
      );
      return [
        problem('cell-merged-over-rows', {
          message: `Ô ${headingOf(spec, id)} ${said(tableCell(table, first.row, id)?.cell)} gộp chung cho ${spec.noun} ${codes}, không rõ là của dòng nào nên không tính cho dòng nào`,
          hint: 'Bỏ gộp ô rồi ghi riêng cho từng dòng',
          location: { kind: 'cell', ref: { file, sheet: table.sheet.name, address } },
          facts: { [spec.fact]: first.entry, rowCount: sharing.length },
        }),
      ];
    });
  });
}

/** What keeps answers of a table out because it does not say which is meant, and hidden copies of it. */
export function tableFindings<Id extends string>(
  file: string,
  table: FormTable<Id>,
  spec: RowSpec<Id>,
  assigned: ReadonlySet<string>,
): readonly Diagnostic[] {
  const isAsked = ({ entry }: Conflict<Id>): boolean => assigned.has(entry);
  return [
    ...[table, ...table.further].flatMap((part) => mergedAnswers(file, part, spec, assigned)),
    ...table.conflicts.filter(isAsked).map((conflict) => contradicted(file, conflict, spec)),
    ...hiddenCopies(file, table.hidden.filter(isAsked), spec),
  ];
}
