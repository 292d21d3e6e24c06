import { AlignmentType, type FileChild, type Paragraph } from 'docx';
import type { Block } from '../../../model/document.ts';
import { oneLine } from '../../clean-text.ts';
import { referenceLine, upperCase } from '../../decree-text.ts';
import { balancingIndent } from '../balance.ts';
import type { Layout } from '../layout.ts';
import { twipsOfMillimetres, twipsOfPoints } from '../lengths.ts';
import { measureText } from '../measure.ts';
import { rule, ruleLength } from '../rule.ts';
import { emptyParagraph, textParagraph, type TextStyle } from '../text.ts';

const ABOVE_TITLE = 320;

/** From the rule down to what follows, in points. */
const BELOW_RULE = 6;

interface CentredLine {
  readonly text: string;
  readonly style: TextStyle;
  readonly before?: number;
}

/** A line in the middle; if it has to wrap, into lines of about the same length. */
function centred({ text, style, before = 0 }: CentredLine, textWidth: number): Paragraph {
  const indent = balancingIndent({ text, style }, textWidth);
  const spacing = { before, after: 0 };
  return textParagraph(text, style, {
    alignment: AlignmentType.CENTER,
    indent: { left: indent, right: indent },
    spacing,
    keepNext: true,
  });
}

/** Name and abstract of the document with the rule under them (C7, C8). */
export function title(block: Extract<Block, { kind: 'title' }>, { profile, textWidth }: Layout): readonly FileChild[] {
  const style = { size: profile.abstract, bold: true };
  const abstract = { text: oneLine(block.abstract), style };
  const nameStyle = { size: profile.title, bold: true };
  const name = centred({ text: upperCase(block.name), style: nameStyle, before: ABOVE_TITLE }, textWidth);
  if (abstract.text === '') return [name];
  const box = textWidth - 2 * balancingIndent(abstract, textWidth);
  const length = ruleLength([abstract], box, profile.ruleShare);
  const line = rule(length, textWidth, twipsOfPoints(profile.titleRuleGap));
  return [name, centred(abstract, textWidth), line, emptyParagraph({ size: BELOW_RULE })];
}

/** The line that refers to the report; where it is too long for one, the date begins the second. */
function reference(text: string, style: TextStyle, textWidth: number): readonly CentredLine[] {
  const date = text.indexOf(' ngày ');
  if (measureText({ text, style }) <= textWidth || date === -1) return [{ text, style }];
  return [text.slice(0, date), text.slice(date + 1)].map((line) => ({ text: line, style }));
}

/** `Phụ lục I`, its title, the line that refers to the report, and the short rule of Mẫu 2.1 and 2.2. */
export function appendixTitle(
  block: Extract<Block, { kind: 'appendix-title' }>,
  { profile, textWidth }: Layout,
): readonly FileChild[] {
  const lines: readonly CentredLine[] = [
    { text: oneLine(block.label), style: { size: profile.appendixLabel, bold: true } },
    { text: upperCase(block.title), style: { size: profile.appendixTitle, bold: true } },
    ...reference(referenceLine(block.reference), { size: profile.appendixReference, italics: true }, textWidth),
  ];
  const shown = lines.filter(({ text }) => text !== '').map((line) => centred(line, textWidth));
  const below = emptyParagraph({ size: BELOW_RULE });
  const line = rule(twipsOfMillimetres(profile.appendixRule), textWidth, twipsOfPoints(profile.titleRuleGap));
  return [...shown, line, below];
}
