import type { Line } from './lines.ts';

/** Whether two texts stand on one line of the page: true, false, or undefined where only the page tells. `lines`: those around. */
export function areLevel(one: Line, other: Line, lines: readonly Line[]): boolean | undefined {
  if (one.paragraph === other.paragraph) return true;
  const [first, second] = [one.paragraph.place, other.paragraph.place];
  if (first.kind !== 'cell' || second.kind !== 'cell' || first.table !== second.table) return undefined;
  if (first.row !== second.row) return false;
  const rank = (line: Line): number =>
    lines
      .filter(
        ({ side, paragraph: { place } }) => side === line.side && place.kind === 'cell' && place.row === first.row,
      )
      .indexOf(line);
  return rank(one) === rank(other) ? true : undefined;
}

/** Whether one text stands in the column of another, below it: true, false, or undefined where only the page tells. */
export function isInColumnOf(line: Line, other: Line): boolean | undefined {
  const [one, above] = [line.paragraph.place, other.paragraph.place];
  switch (one.kind) {
    case 'flow':
      return above.kind === 'flow' ? true : undefined;
    case 'box':
      return above.kind === 'box' && above.box === one.box ? true : undefined;
    case 'cell':
      if (above.kind !== 'cell' || above.table !== one.table) return undefined;
      return Math.abs(above.middle - one.middle) < SAME_MIDDLE;
  }
}

/** Cells of one column have their middles there, as shares of the table's width. */
const SAME_MIDDLE = 0.05;
