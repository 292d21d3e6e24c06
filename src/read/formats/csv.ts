import type { Cell, Sheet } from '../../model/workbook.ts';
import { textValue } from '../cell-text.ts';
import type { Contents, Format, Refused } from '../format.ts';
import { LIMITS } from '../limits.ts';
import { decodeBytes } from '../text/decode.ts';
import { recordsOf } from '../text/records.ts';
import { separate } from '../text/separator.ts';

/** The one sheet of a text file; it stands in addresses (`CSV!B3`). */
const SHEET = 'CSV';

/** Every field stays text: what it means is the business of those who know what is asked for there. */
function rowsOf(records: Iterable<readonly string[]>): Sheet['rows'] | Refused {
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  let cellCount = 0;
  let row = -1;
  for (const fields of records) {
    row++;
    const cells = new Map<number, Cell>();
    for (const [column, field] of fields.entries()) {
      const { length } = field;
      if (length > LIMITS.textLength) return { kind: 'too-large', limit: { id: 'textLength', found: length } };
      const value = textValue(field);
      if (value !== undefined) cells.set(column, { value, isFormula: false });
    }
    cellCount += cells.size;
    if (cellCount > LIMITS.cells) return { kind: 'too-large', limit: { id: 'cells', found: cellCount } };
    if (cells.size > 0) rows.set(row, cells);
    if (rows.size > LIMITS.rows) return { kind: 'too-large', limit: { id: 'rows', found: rows.size } };
  }
  return rows;
}

function read(bytes: Uint8Array): Contents | Refused {
  if (bytes.length > LIMITS.textFileBytes) {
    return { kind: 'too-large', limit: { id: 'textFileBytes', found: bytes.length } };
  }
  const decoded = decodeBytes(bytes);
  if (decoded === undefined) return { kind: 'text-encoding' };
  const table = separate(decoded.text);
  if (table === undefined) return { kind: 'text' };
  const rows = rowsOf(recordsOf(table));
  if ('kind' in rows) return rows;
  const sheet = { name: SHEET, isHidden: false, hiddenRows: new Set<number>(), hiddenColumns: new Set<number>() };
  const contents = { sheets: [{ ...sheet, rows, merges: [] }], extras: [] };
  return decoded.encoding === 'windows-1258' ? { ...contents, codePage: decoded.encoding } : contents;
}

/** Text with separators (.csv, .tsv): comma, semicolon, tab or bar; Unicode, windows-1258, TCVN3 or VNI. */
export const csv: Format = { kinds: ['csv'], read };
