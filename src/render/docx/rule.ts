import { BorderStyle, LineRuleType, Paragraph } from 'docx';
import { type MeasuredText, measureLines } from './measure.ts';
import type { ChosenLayout } from '../../profiles/chosen-nd-30-2020.ts';

/** 0.75 pt, in eighths of a point. */
const RULE_THICKNESS = 6;
const RULE_HEIGHT = 60;

/** From the line above down to the rule in the head of the document, in twips: Quốc hiệu and issuer stand close. */
const CLOSE = 70;

/**
 * A rule of `length` twips in the middle of a box of `box` twips: an empty paragraph with a border on top and the rest
 * as indents. Plain text formatting survives editing in Word and WPS better than a drawing does. `gap`
 * twips lie between it and the line above, which stays on its page; so does what follows.
 */
export function rule(length: number, box: number, gap: number = CLOSE): Paragraph {
  const indent = Math.max(0, Math.round((box - length) / 2));
  return new Paragraph({
    border: { top: { style: BorderStyle.SINGLE, size: RULE_THICKNESS, space: 1, color: '000000' } },
    indent: { left: indent, right: indent },
    spacing: { before: gap, after: 0, line: RULE_HEIGHT, lineRule: LineRuleType.EXACT },
    run: { size: 2 },
    keepNext: true,
  });
}

/**
 * The length of the rule under a text of one or more lines (C4, C8: 1/3 to 1/2 of the text), in twips. The decree speaks of
 * one line; of several lines both the longest and the last are satisfied where a length can, else the longest is.
 */
export function ruleLength(texts: readonly MeasuredText[], box: number, share: ChosenLayout['ruleShare']): number {
  const widths = texts.flatMap((measured) => measureLines(measured, box));
  const longest = Math.min(box, Math.max(0, ...widths));
  const least = longest * share.least;
  const both = Math.min(longest, widths.at(-1) ?? 0) * share.most;
  return Math.round(both > least ? (least + both) / 2 : (least + longest * share.most) / 2);
}
