import type { StyleBook } from './style-book.ts';

/** The colours of cells to mend: light enough for black letters. Which of the two it is the comment says, too. */
const FILLS = { error: 'FFFFC7CE', warning: 'FFFFE699', heading: 'FFDCE6F1' } as const;

const FACE = '<name val="Times New Roman"/><family val="1"/>';
const LINE = '<color rgb="FF7F7F7F"/>';

/** The styles of the list of corrections, and the fills of cells to mend, by their numbers in the workbook. */
export interface ListLooks {
  readonly fills: Readonly<Record<'error' | 'warning', number>>;
  readonly title: number;
  readonly line: number;
  readonly heading: number;
  readonly text: number;
  readonly centre: number;
  readonly link: number;
  readonly severities: Readonly<Record<'error' | 'warning', number>>;
}

function fill(styles: StyleBook, color: string): number {
  const pattern = `<patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill>`;
  return styles.add('fills', `<fill>${pattern}</fill>`);
}

interface Look {
  readonly font: number;
  readonly fill?: number;
  readonly border?: number;
  readonly align: 'center' | 'left';
  readonly vertical?: 'center' | 'top';
}

function look(styles: StyleBook, { font, fill: inner = 0, border = 0, align, vertical = 'top' }: Look): number {
  const attributes = `numFmtId="49" fontId="${String(font)}" fillId="${String(inner)}" borderId="${String(border)}" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  const alignment = `<alignment horizontal="${align}" vertical="${vertical}" wrapText="1"/>`;
  return styles.add('cellXfs', `<xf ${attributes} ${applied}>${alignment}</xf>`);
}

/** Adds the looks to the workbook's styles. Text cells all of them: nothing in the list is ever a formula or a number. */
export function listLooks(styles: StyleBook): ListLooks {
  const font = (xml: string): number => styles.add('fonts', `<font>${xml}${FACE}</font>`);
  const plain = font('<sz val="11"/>');
  const bold = font('<b/><sz val="11"/>');
  const title = font('<b/><sz val="14"/>');
  const link = font('<u/><sz val="11"/><color rgb="FF0563C1"/>');
  const sides = ['left', 'right', 'top', 'bottom'].map((side) => `<${side} style="thin">${LINE}</${side}>`).join('');
  const border = styles.add('borders', `<border>${sides}<diagonal/></border>`);
  const fills = { error: fill(styles, FILLS.error), warning: fill(styles, FILLS.warning) };
  const heading = fill(styles, FILLS.heading);
  const centred = { border, align: 'center' } as const;
  return {
    fills,
    title: look(styles, { font: title, align: 'center', vertical: 'center' }),
    line: look(styles, { font: plain, align: 'left', vertical: 'center' }),
    heading: look(styles, { font: bold, fill: heading, ...centred, vertical: 'center' }),
    text: look(styles, { font: plain, border, align: 'left' }),
    centre: look(styles, { font: plain, ...centred }),
    link: look(styles, { font: link, ...centred }),
    severities: {
      error: look(styles, { font: bold, fill: fills.error, ...centred }),
      warning: look(styles, { font: plain, fill: fills.warning, ...centred }),
    },
  };
}
