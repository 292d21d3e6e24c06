import { textWidth } from '../profiles/times-new-roman.ts';
import type { Paragraph, WordDocument } from './content/word-document.ts';
import { isTypedRule, linesOf, shownText, type Line } from './parts/lines.ts';

/** The rule that was found under a text; lengths in points. */
export type FoundRule =
  /** As long as it is; `isSure` unless the program decides how small raised signs are. */
  | { readonly kind: 'measured'; readonly length: number; readonly isSure: boolean }
  /** A drawn line; where it stands shows on the page only. */
  | { readonly kind: 'drawn'; readonly length: number | undefined }
  | { readonly kind: 'unmeasured' }
  | { readonly kind: 'underline' }
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

function typedLength(line: Line): FoundRule {
  const isRaised = line.runs.some(({ look }) => look.isRaised);
  const full = line.runs.reduce(
    (sum, { text, look }) => sum + textWidth(text.trim(), look.size, look.isBold ? 'bold' : 'regular'),
    0,
  );
  return { kind: 'measured', length: isRaised ? full * RAISED : full, isSure: !isRaised };
}

function borderLength({ room, look }: Paragraph): FoundRule {
  return room === undefined
    ? { kind: 'unmeasured' }
    : { kind: 'measured', length: room - look.left - look.right, isSure: true };
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
    if (line !== undefined && isTypedRule(line)) return typedLength(line);
    const isEmpty = shownText(below.runs) === '';
    if (isEmpty && (below.look.hasTopBorder || below.look.hasBottomBorder)) return borderLength(below);
    const drawn = below.drawings.find(({ kind }) => kind === 'line');
    if (isEmpty && drawn !== undefined) return { kind: 'drawn', length: drawn.width };
    if (!isEmpty) return below.look.hasTopBorder ? borderLength(below) : undefined;
  }
  return undefined;
}

/** The rule under a line of text, however it was made; `strayDrawings`: whether lines are drawn elsewhere in the letterhead. */
export function ruleUnder(line: Line, word: WordDocument, strayDrawings: boolean): FoundRule {
  const { paragraph } = line;
  const lines = linesOf(paragraph, true);
  const next = lines[lines.findIndex(({ text }) => text === line.text) + 1];
  if (next !== undefined && isTypedRule(next)) return typedLength(next);
  if (paragraph.look.hasBottomBorder) return borderLength(paragraph);
  const drawn = paragraph.drawings.find(({ kind }) => kind === 'line');
  if (drawn !== undefined) return { kind: 'drawn', length: drawn.width };
  const below = ruleBelow(paragraph, word);
  if (below !== undefined) return below;
  if (line.runs.some(({ text, look }) => look.isUnderlined && /\p{L}/u.test(text))) return { kind: 'underline' };
  return strayDrawings ? { kind: 'drawn', length: undefined } : { kind: 'none' };
}
