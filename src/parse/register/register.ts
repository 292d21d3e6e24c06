import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { UnitType } from '../../model/directive.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import { REGISTER_COLUMNS, REGISTER_SHEET, type RegisterColumnId, type UnitRegister } from '../../model/register.ts';
import { cellAt, type Workbook } from '../../model/workbook.ts';
import { nameKey } from '../../vi/name-words.ts';
import { joinWords, matchKey, quoteValue } from '../../vi/text.ts';
import { fileEvidence } from '../cells/file-evidence.ts';
import { likelySheets, refOf } from '../form/form-sheets.ts';
import { quotedHeading } from '../tables/heading-words.ts';
import { locateTable, type Table } from '../tables/locate-table.ts';
import { problem } from '../problems.ts';
import { readRegisterRow, type RegisterRow } from './register-row.ts';
import { isWithin } from './unit-term.ts';
import { communeKey } from '../units/unit-place.ts';

const NEEDED: readonly RegisterColumnId[] = ['code', 'name', 'type'];

function headingOf(id: RegisterColumnId): string {
  return quotedHeading(REGISTER_COLUMNS, id);
}

function findTable(workbook: Workbook): Table<RegisterColumnId> | undefined {
  const tables = likelySheets(workbook, [REGISTER_SHEET]).flatMap(
    (sheet) => locateTable(sheet, REGISTER_COLUMNS) ?? [],
  );
  return tables.find(({ columns }) => NEEDED.every((id) => columns.has(id))) ?? tables[0];
}

function headingsMissing(workbook: Workbook, table: Table<RegisterColumnId> | undefined): Diagnostic | undefined {
  const missing = NEEDED.filter((id) => table?.columns.has(id) !== true);
  if (missing.length === 0) return undefined;
  const { file } = workbook;
  return problem('register-heading-missing', {
    message: `Danh sách đơn vị không có cột ${joinWords(missing.map(headingOf))}, là cột bắt buộc`,
    hint: `Ghi lại dòng tiêu đề của danh sách với các cột ${joinWords(NEEDED.map(headingOf))}`,
    location: table === undefined ? { kind: 'file', file } : { kind: 'sheet', file, sheet: table.sheet.name },
    facts: { columns: missing.join(', ') },
  });
}

/** The second row with a code is left out: which of the two is meant, nobody can tell. */
function dropRepeated(rows: readonly RegisterRow[]): Outcome<readonly RegisterRow[]> {
  const firsts = new Map<string, RegisterRow>();
  const diagnostics: Diagnostic[] = [];
  for (const row of rows) {
    const first = firsts.get(matchKey(row.unit.id));
    if (first === undefined) {
      firsts.set(matchKey(row.unit.id), row);
      continue;
    }
    diagnostics.push(
      problem('register-code-repeated', {
        message: `Mã đơn vị ${quoteValue(row.unit.id)} đã dùng cho ${quoteValue(first.unit.name)}, dòng này không được dùng`,
        hint: 'Đặt cho mỗi đơn vị một mã riêng, hoặc xóa dòng thừa',
        location: { kind: 'cell', ref: row.codeRef },
        related: [{ location: { kind: 'cell', ref: first.codeRef }, note: 'dòng được dùng' }],
        facts: { unit: row.unit.id },
      }),
    );
  }
  return { value: [...firsts.values()], diagnostics };
}

/** Two units with the same name can be told apart only by their former communes. */
function ambiguousNames(rows: readonly RegisterRow[]): readonly Diagnostic[] {
  const firsts = new Map<string, RegisterRow>();
  return rows.flatMap((row) => {
    const { unit, nameRef } = row;
    const key = JSON.stringify([nameKey(unit.name), communeKey(unit.formerCommune)]);
    const first = firsts.get(key);
    if (first === undefined) {
      firsts.set(key, row);
      return [];
    }
    return [
      problem('register-name-ambiguous', {
        message: `Tên ${quoteValue(unit.name)} trùng với ${matchKey(unit.name) === matchKey(first.unit.name) ? '' : `${quoteValue(first.unit.name)} của `}đơn vị mã ${quoteValue(first.unit.id)} và không có xã cũ khác nhau để phân biệt`,
        hint: `Ghi xã cũ của từng đơn vị vào cột ${headingOf('formerCommune')}, hoặc sửa lại tên đơn vị`,
        location: { kind: 'cell', ref: nameRef },
        related: [{ location: { kind: 'cell', ref: first.nameRef }, note: 'đơn vị cùng tên' }],
        facts: { unit: unit.id },
      }),
    ];
  });
}

function readRows(
  workbook: Workbook,
  { sheet, firstRow, columns }: Table<RegisterColumnId>,
  unitTypes: readonly UnitType[],
): readonly Outcome<RegisterRow | undefined>[] {
  const evidence = fileEvidence(workbook, { known: [], period: undefined });
  return [...sheet.rows.keys()]
    .filter((row) => row >= firstRow)
    .map((row) =>
      readRegisterRow(
        (id) => {
          const column = columns.get(id);
          if (column === undefined) return undefined;
          return {
            cell: cellAt(sheet, row, column),
            ref: refOf(workbook.file, sheet, row, column),
            evidence: evidence.at(sheet, column),
          };
        },
        row,
        unitTypes,
      ),
    );
}

/**
 * Understands the unit register (danh sách đơn vị) as it is on that day. A row with a fault is kept as far as its unit can still be
 * identified: by a code of its own and a known type. Rows of other days may have the same codes and names; what is wrong with
 * their numbers does not matter on that day. The columns with contact persons are never read.
 */
export function parseRegister(
  workbook: Workbook,
  unitTypes: readonly UnitType[],
  day: PlainDate,
): Outcome<Pick<UnitRegister, 'dormant' | 'units'>> {
  const table = findTable(workbook);
  const headings = headingsMissing(workbook, table);
  if (table === undefined || headings !== undefined) {
    return { value: { units: [] }, diagnostics: headings === undefined ? [] : [headings] };
  }
  const outcomes = readRows(workbook, table, unitTypes);
  const isDormant = (row: RegisterRow | undefined): row is RegisterRow => row !== undefined && !isWithin(day, row.term);
  const present = outcomes.filter(({ value }) => !isDormant(value));
  const dormant = outcomes.map(({ value }) => value).filter(isDormant);
  const rows = dropRepeated(present.flatMap(({ value }) => value ?? []));
  return {
    value: {
      units: rows.value.map(({ unit }) => unit),
      ...(dormant.length === 0
        ? {}
        : { dormant: dormant.map(({ unit, term, codeRef }) => ({ unit, ...term, ref: codeRef })) }),
    },
    diagnostics: [
      ...present.flatMap(({ diagnostics }) => diagnostics),
      ...rows.diagnostics,
      ...ambiguousNames(rows.value),
    ],
  };
}
