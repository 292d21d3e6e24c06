import { childOf, numberIn, type XmlElement } from '../package/tree.ts';
import type { Drawing } from './word-document.ts';

const EMU_PER_POINT = 12_700;

/** A drawn thing lower than this is a line, in points. */
const LOWEST_BOX = 3;

/** A length without a unit counts pixels. */
const PIXEL = 0.75;

const POINTS: ReadonlyMap<string, number> = new Map([
  ['pt', 1],
  ['in', 72],
  ['cm', 72 / 2.54],
  ['mm', 72 / 25.4],
  ['px', PIXEL],
  ['pc', 12],
]);

function lengthIn(text: string | undefined): number | undefined {
  const [, digits, unit = 'px'] = /^\s*(-?\d{0,9}\.?\d{1,24})\s*([a-z]+)?\s*$/u.exec(text ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits) * (POINTS.get(unit) ?? PIXEL);
}

function lineOrBox(width: number | undefined, height: number | undefined): Drawing {
  return { kind: height !== undefined && height <= LOWEST_BOX ? 'line' : 'other', width };
}

/** A drawing of today's Word. */
function fromDrawing(element: XmlElement): Drawing {
  const frame = childOf(element, 'anchor') ?? childOf(element, 'inline');
  const extent = childOf(frame, 'extent')?.attributes;
  const [width, height] = [numberIn(extent?.['cx']), numberIn(extent?.['cy'])];
  return lineOrBox(width && width / EMU_PER_POINT, height === undefined ? undefined : height / EMU_PER_POINT);
}

/** The ends of an old `v:line`: `10pt,20pt`. */
function endsOf(line: XmlElement): Drawing {
  const [from = [], to = []] = [line.attributes['from'], line.attributes['to']].map((end) =>
    (end ?? '').split(',').map((length) => lengthIn(length)),
  );
  const [x1, x2] = [from[0], to[0]];
  return { kind: 'line', width: x1 === undefined || x2 === undefined ? undefined : Math.abs(x2 - x1) };
}

/** A drawing of the old kind (VML). */
function fromPicture(element: XmlElement): readonly Drawing[] {
  return element.children.flatMap((shape): readonly Drawing[] => {
    if (shape.name === 'shapetype') return [];
    if (shape.name === 'line') return [endsOf(shape)];
    const style = new Map(
      (shape.attributes['style'] ?? '')
        .split(';')
        .map((pair) => [pair.split(':')[0]?.trim(), pair.split(':')[1]] as const),
    );
    return [lineOrBox(lengthIn(style.get('width')), lengthIn(style.get('height')))];
  });
}

/** What is drawn by a `w:drawing` or `w:pict`. */
export function drawingsOf(element: XmlElement): readonly Drawing[] {
  const drawings = element.name === 'drawing' ? [fromDrawing(element)] : fromPicture(element);
  const hasText = boxesIn(element).next().done !== true;
  return hasText
    ? drawings.map((drawing) => (drawing.kind === 'line' ? drawing : { ...drawing, kind: 'box' }))
    : drawings;
}

/** The text boxes within a drawing. */
export function* boxesIn(element: XmlElement): Generator<XmlElement> {
  if (element.name === 'txbxContent') yield element;
  else for (const child of element.children) yield* boxesIn(child);
}
