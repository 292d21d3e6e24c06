import type { Cell, Sheet } from '../../model/workbook.ts';
import { toUnicode } from '../../vi/legacy-encoding/convert.ts';
import { normalizeLines, normalizeText } from '../../vi/text.ts';
import type { Decision } from './decide.ts';

const SOFT_HYPHEN = '\u00ad';

/** The text of a decision as Unicode; as it was when it stays. */
function converted({ suspect, encoding }: Decision): string {
  return encoding === undefined ? suspect.text : toUnicode(suspect.western, encoding, suspect.font);
}

/** The cell with what was decided; undefined when nothing but soft hyphens stood in it. */
function cellOf(cell: Cell, decision: Decision | undefined): Cell | undefined {
  if (cell.value.kind !== 'text') return cell;
  if (decision?.encoding === undefined && !cell.value.text.includes(SOFT_HYPHEN)) return cell;
  const text = normalizeLines(decision === undefined ? cell.value.text : converted(decision));
  if (text === '') return undefined;
  const { legacyFont, ...rest } = cell;
  const isKept = legacyFont !== undefined && decision?.encoding === undefined;
  return { ...rest, ...(isKept ? { legacyFont } : {}), value: { kind: 'text', text } };
}

/** Nothing is decided and no soft hyphen stands anywhere: the rows stay the very same, which spares a large sheet its copy. */
function isUntouched({ rows }: Sheet, decisions: readonly Decision[]): boolean {
  if (decisions.some(({ encoding }) => encoding !== undefined)) return false;
  for (const cells of rows.values()) {
    for (const { value } of cells.values()) if (value.kind === 'text' && value.text.includes(SOFT_HYPHEN)) return false;
  }
  return true;
}

function rowsOf(sheet: Sheet, decisions: ReadonlyMap<number, ReadonlyMap<number, Decision>>): Sheet['rows'] {
  const rows = new Map<number, ReadonlyMap<number, Cell>>();
  for (const [row, cells] of sheet.rows) {
    const decided = decisions.get(row);
    const kept = new Map<number, Cell>();
    for (const [column, cell] of cells) {
      const made = cellOf(cell, decided?.get(column));
      if (made !== undefined) kept.set(column, made);
    }
    if (kept.size > 0) rows.set(row, kept);
  }
  return rows;
}

/** The sheet with its suspects as decided, and without soft hyphens anywhere. */
export function applyDecisions(sheet: Sheet, decisions: readonly Decision[]): Sheet {
  if (isUntouched(sheet, decisions)) return { ...sheet, name: normalizeText(sheet.name) };
  const byPlace = new Map<number, Map<number, Decision>>();
  for (const decision of decisions) {
    const { row, column } = decision.suspect;
    const inRow = byPlace.get(row) ?? new Map<number, Decision>();
    byPlace.set(row, inRow.set(column, decision));
  }
  const name = byPlace.get(-1)?.get(-1);
  return {
    ...sheet,
    name: normalizeText(name === undefined ? sheet.name : converted(name)),
    rows: rowsOf(sheet, byPlace),
  };
}
