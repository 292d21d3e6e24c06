import type { Cell } from '../../model/workbook.ts';
import { readXml } from '../../opc/xml.ts';
import { detached, remembered } from '../../vi/remembered.ts';
import { textValue } from '../cell-text.ts';
import { fontOfText, type TextFonts } from '../run-fonts.ts';
import { SPREADSHEET } from './names.ts';
import { damaged, within } from '../give-up.ts';
import { richTextReader, type RichText } from './rich-text.ts';

/** A text that cells refer to by its place in the table; empty ones keep theirs. */
export interface SharedString {
  /** The cell that every cell with this text is, unless its own font is an old one; undefined for a blank. */
  readonly cell: Cell | undefined;
  readonly fonts: TextFonts;
}

/** Most texts name no font. */
const CELLS_FONT: TextFonts = { font: undefined, followsCell: true };

/**
 * The same value object for the same text in all files: forms hold the same words, and a text that is the very same object is
 * compared at once wherever it is looked up.
 */
const valueOf = remembered(textValue, detached);

/** The cell of a text in a cell with that font, undefined when blank. */
export function textCell(text: RichText, isFormula: boolean, cellFont: string | undefined): Cell | undefined {
  const value = valueOf(text.text);
  if (value === undefined) return undefined;
  const legacyFont = fontOfText(text, cellFont);
  return legacyFont === undefined ? { value, isFormula } : { value, isFormula, legacyFont };
}

function shared(text: RichText): SharedString {
  const { font, followsCell } = text;
  const fonts = font === undefined && followsCell ? CELLS_FONT : { font, followsCell };
  return { cell: textCell(text, false, undefined), fonts };
}

/**
 * The table of shared strings.
 *
 * @throws {Refusal} when the part is damaged, or holds more texts than a workbook may.
 */
export function readSharedStrings(part: Uint8Array): readonly SharedString[] {
  const strings: SharedString[] = [];
  const { open, text, close, take } = richTextReader();
  const isWellFormed = readXml(part, SPREADSHEET, {
    root: 'sst',
    open: (name, attributes, parent) => (parent === 'sst' ? name === 'si' : open(name, attributes, parent)),
    text,
    close: (name) => {
      close(name);
      if (name !== 'si') return;
      strings.push(shared(take()));
      within('sharedStrings', strings.length);
    },
  });
  return isWellFormed ? strings : damaged();
}
