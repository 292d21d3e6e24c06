import { AlignmentType, type FileChild, Paragraph } from 'docx';
import type { Chart } from '../../../model/document.ts';
import type { Layout } from '../layout.ts';
import { twipsOfPoints } from '../lengths.ts';

/** A chart over the width of the text; nothing is drawn of one without numbers. */
export function chart(block: Chart, { profile, textWidth, keepNext, chartRun }: Layout): readonly FileChild[] {
  if (block.categories.length === 0 || block.series.length === 0 || chartRun === undefined) return [];
  const spacing = { before: twipsOfPoints(profile.paragraphGap), after: twipsOfPoints(profile.paragraphGap) };
  const children = [chartRun(block, textWidth)];
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing, keepNext, children })];
}
