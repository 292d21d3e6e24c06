import { AlignmentType, type FileChild } from 'docx';
import type { Block } from '../../../model/document.ts';
import { oneLine } from '../../clean-text.ts';
import { ADDRESSEES_LABEL, DOTS, listEntries } from '../../decree-text.ts';
import type { Layout } from '../layout.ts';
import { measureText } from '../measure.ts';
import { textParagraph, type TextStyle } from '../text.ts';

const DASH = '- ';

/** The label without its colon: the dashes stand under the colon. */
const BEFORE_COLON = ADDRESSEES_LABEL.slice(0, -1);

const GAP = 240;

function oneAddressee(name: string, style: TextStyle, textWidth: number): readonly FileChild[] {
  const label = measureText({ text: ADDRESSEES_LABEL, style });
  const whole = measureText({ text: `${ADDRESSEES_LABEL} ${name}`, style });
  const spacing = { before: 0, after: GAP };
  const wraps = whole >= textWidth;
  const place = wraps ? { indent: { left: label, hanging: label } } : { alignment: AlignmentType.CENTER };
  return [textParagraph(`${ADDRESSEES_LABEL} ${name}`, style, { ...place, spacing })];
}

function severalAddressees(names: readonly string[], style: TextStyle, textWidth: number): readonly FileChild[] {
  const entries = listEntries(names).map((entry) => `${DASH}${entry}`);
  const widthOf = (text: string): number => measureText({ text, style });
  const [toColon, dash, widths] = [widthOf(BEFORE_COLON), widthOf(DASH), entries.map(widthOf)];
  // The whole stands in the middle (ô 9a), but long names may take all the width there is.
  const left = Math.max(0, Math.round((textWidth - toColon - Math.max(...widths)) / 2));
  const indent = { left: left + toColon + dash, hanging: dash };
  return [
    textParagraph(ADDRESSEES_LABEL, style, { indent: { left }, spacing: { before: 0, after: 0 }, keepNext: true }),
    ...entries.map((entry, index) =>
      textParagraph(entry, style, { indent, spacing: { before: 0, after: index === entries.length - 1 ? GAP : 0 } }),
    ),
  ];
}

/** To whom the report goes (C14): one on the same line, several below one another, none as dots. */
export function addressees(
  block: Extract<Block, { kind: 'addressees' }>,
  { profile, textWidth }: Layout,
): readonly FileChild[] {
  const style = { size: profile.addressees };
  const names = block.names.map(oneLine).filter((name) => name !== '');
  const [first = `${DOTS}${DOTS}`] = names;
  return names.length > 1 ? severalAddressees(names, style, textWidth) : oneAddressee(first, style, textWidth);
}
