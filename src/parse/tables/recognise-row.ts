import { cellAt, type Cell } from '../../model/workbook.ts';
import type { Table } from './locate-table.ts';
import { rawText } from '../cells/raw-text.ts';
import type { Entry, Identifier } from './row-identity.ts';

/** How the rows of a table are recognised. */
export interface RowSearch<Id extends string> {
  readonly code: Id;
  readonly title: Id;
  /** The columns with answers; the first is the one that a row is there for. */
  readonly answers: readonly Id[];
  readonly entries: readonly Entry[];
  readonly identifier: Identifier;
  /** Entries that a title means rather than others with the same title. */
  readonly preferred: ReadonlySet<string>;
  /** Keys of codes and headings that are known but of no interest here. */
  readonly ignored: ReadonlySet<string>;
}

/** A row whose code is one entry's and whose title is another's. */
export interface ContradictoryRow {
  readonly row: number;
  readonly code: string;
  readonly titles: readonly string[];
}

/** What the texts of a row say that it is about. */
export interface Recognised {
  readonly id: string | undefined;
  readonly matchedBy: 'code' | 'title';
  readonly contradiction: ContradictoryRow | undefined;
  /** Whether only its title tells what it is about, and several entries have that title. */
  readonly isShared: boolean;
}

const NOTHING: Recognised = { id: undefined, matchedBy: 'title', contradiction: undefined, isShared: false };

/** What names the row; unmasked, as it is only compared. */
function nameOf(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return cell.value.kind === 'text' ? cell.value.text : rawText(cell.value);
}

/** The texts of a row that may name it: those under the heading, or any outside the known columns if it is missing. */
function namesIn<Id extends string>(table: Table<Id>, row: number, id: Id): readonly string[] {
  const { sheet, columns, spans, area } = table;
  const column = columns.get(id);
  if (column !== undefined) return (spans.get(id) ?? [column]).map((one) => nameOf(cellAt(sheet, row, one)));
  const known = new Set(columns.values());
  return [...(sheet.rows.get(row) ?? [])].flatMap(([at, cell]) =>
    at < area.left || at > area.right || known.has(at) || cell.value.kind !== 'text' ? [] : [nameOf(cell)],
  );
}

/** The row whose code and title are merged over this one, which has none of its own; undefined when there is no such row. */
function namedAbove<Id extends string>(table: Table<Id>, row: number, ids: readonly Id[]): number | undefined {
  const named = new Set(ids.map((id) => table.columns.get(id)));
  return table.mergesAt(row).find(({ top, left }) => row > top && named.has(left))?.top;
}

/** Code first, then title; a row in which they contradict each other is nobody's. */
export function recogniser<Id extends string>(table: Table<Id>, search: RowSearch<Id>): (row: number) => Recognised {
  const { identifier, preferred, code, title } = search;
  const recognise = (row: number): Recognised => {
    const titleTexts = namesIn(table, row, title);
    const codeTexts = [...namesIn(table, row, code), ...titleTexts];
    if (codeTexts.every((text) => text === '')) {
      const above = namedAbove(table, row, [code, title]);
      return above === undefined ? NOTHING : recognise(above);
    }
    const byCode = codeTexts.map(identifier.ofCode).find((id) => id !== undefined);
    const ids = [...(titleTexts.map(identifier.ofTitle).find(({ size }) => size > 0) ?? [])];
    if (byCode !== undefined) {
      if (ids.length === 0 || ids.includes(byCode)) return { ...NOTHING, id: byCode, matchedBy: 'code' };
      return { ...NOTHING, contradiction: { row, code: byCode, titles: ids } };
    }
    const own = ids.filter((id) => preferred.has(id));
    const fitting = own.length > 0 ? own : ids;
    return { ...NOTHING, id: fitting.length === 1 ? fitting[0] : undefined, isShared: ids.length > 1 };
  };
  return recognise;
}
