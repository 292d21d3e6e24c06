import type { Table, TableColumn, TableRow } from '../../model/document.ts';
import { linesOf } from '../clean-text.ts';
import { headerGrid } from '../header-grid.ts';
import { escapeMarkdown } from './escape.ts';

const RULES = { left: ':---', center: ':---:', right: '---:' } as const satisfies Readonly<
  Record<TableColumn['align'], string>
>;

function cell(text: string): string {
  return linesOf(text)
    .map((line) => escapeMarkdown(line.trim()).replaceAll('|', '\\|'))
    .join('<br>');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** GFM has one row of headings: a heading over others is put before each of them, `Chữ ký số – Số người`. */
function headings(table: Table): readonly string[] {
  const grid = headerGrid(table.header, table.columns.length);
  return table.columns.map((_column, index) => {
    const texts = grid.map((squares) => cell(squares[index]?.text ?? ''));
    // A heading over several rows stands in each of them.
    return texts.filter((text, at) => text !== '' && text !== texts[at - 1]).join(' – ');
  });
}

/** Notes a remark and gives the mark that stands at its figure; '' for none. */
type NoteRemark = (remark: string | undefined) => string;

function bodyRow({ cells, emphasis, remarks }: TableRow, columnCount: number, note: NoteRemark): string {
  const written = Array.from({ length: columnCount }, (_, index) => cell(cells[index] ?? ''));
  const marks = written.map((text, index) =>
    note(text === '' ? undefined : remarks?.find(({ column }) => column === index)?.text),
  );
  switch (emphasis) {
    case 'plain':
      return row(written.map((text, index) => `${text}${marks[index] ?? ''}`));
    case 'total':
      return row(written.map((text, index) => (text === '' ? '' : `**${text}**${marks[index] ?? ''}`)));
    case 'band':
      return row([`**${cell(cells[0] ?? '')}**`, ...written.slice(1).map(() => '')]);
  }
}

/** A GFM table with spans flattened; '' for a table without columns. */
export function markdownTable(table: Table, note: NoteRemark): string {
  if (table.columns.length === 0) return '';
  const rules = table.columns.map(({ align }) => RULES[align]);
  return [
    row(headings(table)),
    row(rules),
    ...table.rows.map((each) => bodyRow(each, table.columns.length, note)),
  ].join('\n');
}
