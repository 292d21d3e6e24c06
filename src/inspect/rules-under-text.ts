import { textWidth } from '../profiles/times-new-roman.ts';
import type { Paragraph, WordDocument } from './content/word-document.ts';
import type { Border } from './look/properties.ts';
import { isTypedRule, linesOf, shownText, type Line } from './parts/lines.ts';

/** A rule whose length the file tells. */
export interface MeasuredRule {
  readonly kind: 'measured';
  readonly length: number;
  /** False where the program decides how small raised signs are. */
  readonly isSure: boolean;
  /** One unbroken stroke. */
  readonly isSolid: boolean;
  /** Whether its middle is that of the text; undefined when that cannot be told. */
  readonly isCentred: boolean | undefined;
}

/** The rule that was found under a text; lengths in points. */
export type FoundRule =
  | MeasuredRule
  /** A drawn line; where it stands shows on the page only. */
  | { readonly kind: 'drawn'; readonly length: number | undefined }
  | { readonly kind: 'unmeasured' }
  | { readonly kind: 'none' };

/** How wide a line of text is, in points: each piece in its own size and weight. */
export function widthOf({ runs }: Line): number {
  return runs.reduce((sum, { text, look }) => {
    if (look.isRaised) return sum;
    const shown = look.isUpperCase ? text.toLocaleUpperCase('vi') : text;
    return sum + textWidth(shown.normalize('NFC'), look.size, look.isBold ? 'bold' : 'regular');
  }, 0);
}

/** Raised signs are drawn at about this share of their size. */
const RAISED = 0.62;

function typedRule(line: Line, above: Paragraph): FoundRule {
  const isRaised = line.runs.some(({ look }) => look.isRaised);
  const full = line.runs.reduce(
    (sum, { text, look }) => sum + textWidth(text.trim(), look.size, look.isBold ? 'bold' : 'regular'),
    0,
  );
  return {
    kind: 'measured',
    length: isRaised ? full * RAISED : full,
    isSure: !isRaised,
    isSolid: !/[-=\s]/u.test(line.text),
    isCentred: above.look.align === 'center' ? line.paragraph.look.align === 'center' : undefined,
  };
}

/** The middle of a line of that paragraph, from the middle of its room, in points. */
function middleOf({ look: { left, right, firstLine } }: Paragraph): number {
  return (left + firstLine - right) / 2;
}

/** What the middles of a rule and of its text may differ by, in points: what is seen at a glance is more. */
const OFF_MIDDLE = 9;

function borderRule(of: Paragraph, border: Border, above: Paragraph): FoundRule {
  const { room, look } = of;
  if (room === undefined) return { kind: 'unmeasured' };
  const shift = Math.abs((look.left - look.right) / 2 - middleOf(above));
  return {
    kind: 'measured',
    length: room - look.left - look.right,
    isSure: true,
    isSolid: border === 'solid',
    isCentred: above.look.align === 'center' && above.room === room ? shift <= OFF_MIDDLE : undefined,
  };
}

/** Paragraphs behind that one in the same cell, box or flow, in order. */
function followers(paragraph: Paragraph, { sections }: WordDocument): readonly Paragraph[] {
  const place = JSON.stringify(paragraph.place);
  const all = sections.find(({ paragraphs }) => paragraphs.includes(paragraph))?.paragraphs ?? [];
  return all.slice(all.indexOf(paragraph) + 1).filter((other) => JSON.stringify(other.place) === place);
}

/** How many empty paragraphs below a text may still hold its rule. */
const NEAR = 2;

function ruleBelow(paragraph: Paragraph, word: WordDocument): FoundRule | undefined {
  for (const below of followers(paragraph, word).slice(0, NEAR)) {
    const [line] = linesOf(below, false);
    if (line !== undefined && isTypedRule(line)) return typedRule(line, paragraph);
    const isEmpty = shownText(below.runs) === '';
    const { topBorder, bottomBorder } = below.look;
    const border = topBorder === 'none' && isEmpty ? bottomBorder : topBorder;
    if (border !== 'none') return borderRule(below, border, paragraph);
    const drawn = below.drawings.find(({ kind }) => kind === 'line');
    if (isEmpty && drawn !== undefined) return { kind: 'drawn', length: drawn.width };
    if (!isEmpty) return undefined;
  }
  return undefined;
}

/** The rule under a line of text, however it was made; `strayDrawings`: whether lines are drawn elsewhere in the letterhead. */
export function ruleUnder(line: Line, word: WordDocument, strayDrawings: boolean): FoundRule {
  const { paragraph } = line;
  const lines = linesOf(paragraph, true);
  const next = lines[lines.findIndex(({ text }) => text === line.text) + 1];
  if (next !== undefined && isTypedRule(next)) return typedRule(next, paragraph);
  const { bottomBorder } = paragraph.look;
  if (bottomBorder !== 'none') return borderRule(paragraph, bottomBorder, paragraph);
  const drawn = paragraph.drawings.find(({ kind }) => kind === 'line');
  if (drawn !== undefined) return { kind: 'drawn', length: drawn.width };
  const below = ruleBelow(paragraph, word);
  if (below !== undefined) return below;
  return strayDrawings ? { kind: 'drawn', length: undefined } : { kind: 'none' };
}
