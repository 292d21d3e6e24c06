import type { Borders, Fill, Font, Style } from 'exceljs';

/** The one font of everything the program writes for people (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export const FONT_NAME = 'Times New Roman';

/** Sizes in points. The default size also sets the unit of column widths: one digit of it, 8 pixels. */
export const DEFAULT_SIZE = 12;
const TABLE_SIZE = 11;
export const GUIDANCE_SIZE = 10;

const GREY = { argb: 'FF595959' };
const LINE = { style: 'thin', color: { argb: 'FF7F7F7F' } } as const;
const BORDER: Partial<Borders> = { top: LINE, left: LINE, bottom: LINE, right: LINE };

function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

const INPUT_FILL = fill('FFFFF9DB');
const HEADING_FILL = fill('FFDCE6F1');
const BAND_FILL = fill('FFF2F2F2');
const COMPUTED_FILL = fill('FFEDEDED');

function font(size: number, extra: Partial<Font> = {}): Partial<Font> {
  return { name: FONT_NAME, size, ...extra };
}

/** Fonts of the two parts of a cell that holds a text and, below it, its guidance. */
export const TEXT_FONT = font(TABLE_SIZE);
export const GUIDANCE_FONT = font(GUIDANCE_SIZE, { italic: true, color: GREY });

const TOP = { vertical: 'top', wrapText: true } as const;
const MIDDLE = { vertical: 'middle', wrapText: true } as const;
const LEFT = { ...MIDDLE, horizontal: 'left', indent: 1 } as const;
const LOCKED = { locked: true };
const OPEN = { locked: false };

const input = {
  font: font(DEFAULT_SIZE),
  fill: INPUT_FILL,
  border: BORDER,
  protection: OPEN,
} satisfies Partial<Style>;

/** Every look a cell can have. Only those named `input…` are unlocked. */
export const STYLES = {
  title: { font: font(14, { bold: true }), alignment: { ...MIDDLE, horizontal: 'center' }, protection: LOCKED },
  subtitle: { font: font(DEFAULT_SIZE), alignment: { ...MIDDLE, horizontal: 'center' }, protection: LOCKED },
  unit: {
    font: font(DEFAULT_SIZE, { bold: true }),
    alignment: { ...MIDDLE, horizontal: 'center' },
    protection: LOCKED,
  },
  remark: { font: GUIDANCE_FONT, alignment: { ...MIDDLE, horizontal: 'left' }, protection: LOCKED },
  step: { font: TEXT_FONT, alignment: { ...MIDDLE, horizontal: 'left' }, protection: LOCKED },
  heading: {
    font: font(TABLE_SIZE, { bold: true }),
    alignment: { ...MIDDLE, horizontal: 'center' },
    fill: HEADING_FILL,
    border: BORDER,
    protection: LOCKED,
  },
  band: {
    font: font(TABLE_SIZE, { bold: true }),
    alignment: LEFT,
    fill: BAND_FILL,
    border: BORDER,
    protection: LOCKED,
  },
  label: {
    font: font(DEFAULT_SIZE, { bold: true }),
    alignment: LEFT,
    border: BORDER,
    protection: LOCKED,
  },
  fixed: {
    font: font(DEFAULT_SIZE, { bold: true }),
    alignment: LEFT,
    border: BORDER,
    protection: LOCKED,
  },
  guidance: {
    font: GUIDANCE_FONT,
    alignment: LEFT,
    border: BORDER,
    protection: LOCKED,
  },
  text: { font: TEXT_FONT, alignment: { ...TOP, horizontal: 'left', indent: 1 }, border: BORDER, protection: LOCKED },
  code: {
    font: TEXT_FONT,
    alignment: { ...TOP, horizontal: 'center' },
    border: BORDER,
    protection: LOCKED,
    numFmt: '@',
  },
  counts: { font: TEXT_FONT, alignment: { ...TOP, horizontal: 'center' }, border: BORDER, protection: LOCKED },
  computed: {
    font: font(DEFAULT_SIZE, { bold: true }),
    alignment: { ...TOP, horizontal: 'right' },
    fill: COMPUTED_FILL,
    border: BORDER,
    protection: LOCKED,
  },
  /** The number of the round before: to compare with, never an answer. */
  previous: {
    font: { ...GUIDANCE_FONT, size: TABLE_SIZE },
    alignment: { ...TOP, horizontal: 'right' },
    fill: BAND_FILL,
    border: BORDER,
    protection: LOCKED,
  },
  inputText: { ...input, alignment: { ...TOP, horizontal: 'left' } },
  /** For names, numbers of documents and phone numbers: what is typed stays as typed. */
  inputCode: { ...input, alignment: { ...TOP, horizontal: 'left' }, numFmt: '@' },
  inputChoice: { ...input, alignment: { ...TOP, horizontal: 'center' } },
  inputCount: { ...input, alignment: { ...TOP, horizontal: 'right' }, numFmt: '#,##0' },
  inputDate: { ...input, alignment: { ...TOP, horizontal: 'center' }, numFmt: 'dd/mm/yyyy' },
  registerText: { font: TEXT_FONT, alignment: { ...TOP, horizontal: 'left' }, numFmt: '@' },
  registerCount: { font: TEXT_FONT, alignment: { ...TOP, horizontal: 'right', indent: 1 }, numFmt: '#,##0' },
  registerDate: { font: TEXT_FONT, alignment: { ...TOP, horizontal: 'center' }, numFmt: 'dd/mm/yyyy' },
} satisfies Readonly<Record<string, Partial<Style>>>;

/** Shows that a part is greater than its whole. */
export const CONFLICT_FILL: Fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF8CBAD' } };
