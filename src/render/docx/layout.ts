import { type IParagraphOptions, LineRuleType, type ParagraphChild } from 'docx';
import type { Chart } from '../../model/document.ts';
import type { ChosenLayout } from '../../profiles/chosen-nd-30-2020.ts';
import type { Comments } from './comments.ts';
import { twipsOfMillimetres, twipsOfPoints } from './lengths.ts';
import type { Tables } from './tables.ts';

/** Single spacing in Word's count. */
export const SINGLE_LINE = 240;

/** What a block has to know of the page it stands on. */
export interface Layout {
  readonly profile: ChosenLayout;
  /** Width of the text between the margins, in twips. */
  readonly textWidth: number;
  /** Whether the block must stay on the page of the next one. */
  readonly keepNext: boolean;
  /** Where the remarks at figures go. */
  readonly comments: Comments;
  /** Where tables are kept until the file is packed. */
  readonly tables: Tables;
  /** Draws a chart as wide as the text; undefined in a document without charts, which need not load what draws them. */
  readonly chartRun: DrawChart | undefined;
}

/** Draws a chart; the width in twips. */
export type DrawChart = (chart: Chart, width: number) => ParagraphChild;

/** Width between the margins of a page held upright or sideways, in twips. */
export function textWidthOf(profile: ChosenLayout, orientation: 'portrait' | 'landscape'): number {
  const { page, margins } = profile;
  const across = orientation === 'portrait' ? page.width : page.height;
  return [across, -margins.left, -margins.right].reduce(
    (sum, length) => sum + Math.sign(length) * twipsOfMillimetres(Math.abs(length)),
    0,
  );
}

/**
 * Spacing of running text (C10), for the library. The kind of line spacing is always written: without it LibreOffice takes the
 * number for an exact height.
 */
export function bodySpacing(profile: ChosenLayout): NonNullable<IParagraphOptions['spacing']> {
  const line = Math.round(SINGLE_LINE * profile.lineSpacing);
  return { before: 0, after: twipsOfPoints(profile.paragraphGap), line, lineRule: LineRuleType.AUTO };
}
