import type { CellRef } from '../../model/workbook.ts';
import { plainTyping } from '../../vi/plain-typing.ts';
import { readTypedNumber, type NumberStyle, type TypedNumber } from '../../vi/typed-number.ts';
import { splitCountWord } from './count-words.ts';

/** A number of which one dot or comma before three digits leaves two readings. */
export type EitherNumber = Extract<TypedNumber, { readonly kind: 'either' }>;

/** How numbers are written in a part of the file: the first cell that can be written in one style only. */
export interface NumberSigns {
  readonly 'dot-groups': CellRef | undefined;
  readonly 'comma-groups': CellRef | undefined;
  /** How many texts have one dot, and how many one comma, before exactly three digits. */
  readonly dotThree: number;
  readonly commaThree: number;
}

/** What settles a dot or a comma in one cell. */
export interface NumberEvidence {
  /** Of the cell's own column, and of the whole file. */
  readonly column: NumberSigns;
  readonly file: NumberSigns;
  /** What the register says of the unit: adults, households. */
  readonly known: ReadonlySet<number>;
}

export const NO_SIGNS: NumberSigns = {
  'dot-groups': undefined,
  'comma-groups': undefined,
  dotThree: 0,
  commaThree: 0,
};

/** Longer texts are no numbers; in characters. */
const LONGEST_NUMBER = 40;
const SHARE = /\s*(?:%|phần trăm)$/u;
/** `12.5`, but also the number of a section (`1.1`), a day (`05.11`) or a month (`11.2025`). */
const POINT = /^(?!0\.)\d+\.\d+$/u;

/** What one text shows; `isWeak`: only among numbers, elsewhere it may be no number. */
export interface Sign {
  readonly style: NumberStyle | 'dot-three' | 'comma-three';
  readonly isWeak: boolean;
}

function styleOf(
  typed: TypedNumber,
  isShare: boolean,
  isSettled: (either: EitherNumber) => boolean,
): Sign['style'] | undefined {
  switch (typed.kind) {
    case 'whole':
    case 'fraction':
      return typed.style;
    case 'either': {
      // Nobody has 1234 percent: before three digits, too, the mark in a share begins the fraction.
      if (isShare) return typed.mark === '.' ? 'comma-groups' : 'dot-groups';
      if (isSettled(typed)) return typed.mark === '.' ? 'dot-groups' : 'comma-groups';
      return typed.mark === '.' ? 'dot-three' : 'comma-three';
    }
    case 'padded':
    case 'not-a-number':
      return undefined;
  }
}

/** What a text says about how numbers are written; undefined when it says nothing. */
export function signOf(text: string, known: ReadonlySet<number>): Sign | undefined {
  if (text.length > LONGEST_NUMBER || !/\d/u.test(text)) return undefined;
  const typed = plainTyping(text);
  const split = splitCountWord(typed);
  const number = split?.number ?? typed.replace(SHARE, '');
  const isShare = split === undefined && number !== typed;
  const style = styleOf(readTypedNumber(number), isShare, ({ grouped }) => split !== undefined || known.has(grouped));
  return style === undefined ? undefined : { style, isWeak: style === 'comma-groups' && !isShare && POINT.test(typed) };
}

/** The signs with one more. */
export function addSign(signs: NumberSigns, { style }: Sign, ref: CellRef): NumberSigns {
  switch (style) {
    case 'dot-groups':
    case 'comma-groups':
      return signs[style] === undefined ? { ...signs, [style]: ref } : signs;
    case 'dot-three':
      return { ...signs, dotThree: signs.dotThree + 1 };
    case 'comma-three':
      return { ...signs, commaThree: signs.commaThree + 1 };
  }
}

/** So many numbers of a column with one comma before exactly three digits, and none otherwise, are no coincidence. */
const COMMAS_IN_COLUMN = 3;

/**
 * Whether the evidence says that the dot or comma groups thousands. The rules, for a cell that asks for a count:
 *
 * 1. The grouped reading is what the register says of the unit: it groups.
 * 2. The column's unmistakable numbers decide, or else the file's (`1.234.567`, `12,5`, `50,5%`, `1.234 người`).
 * 3. A dot groups unless they show the English style: grouping by dots is how Vietnamese is written, and a count has no
 *    decimals, so that language and form agree.
 * 4. A comma groups only if they show the English style and nothing else: in Vietnamese it begins a fraction, in a count it
 *    cannot, so that language and form contradict each other. Without any sign, three such numbers in the column and no
 *    number with a dot in the file show the style, too.
 *
 * False: the evidence is not enough, and the unit is asked. Without evidence only the dot is settled.
 */
export function isGrouping({ mark, grouped }: EitherNumber, evidence: NumberEvidence | undefined): boolean {
  if (evidence === undefined) return mark === '.';
  const { column, file, known } = evidence;
  if (known.has(grouped)) return true;
  const hasOwn = column['dot-groups'] !== undefined || column['comma-groups'] !== undefined;
  const signs = hasOwn ? column : file;
  if (mark === '.') return signs['comma-groups'] === undefined;
  if (signs['dot-groups'] !== undefined) return false;
  if (signs['comma-groups'] !== undefined) return true;
  return column.commaThree >= COMMAS_IN_COLUMN && file.dotThree === 0;
}

/** The cell that speaks against grouping, for the finding. */
export function signAgainst({ mark }: EitherNumber, evidence: NumberEvidence | undefined): CellRef | undefined {
  const style = mark === '.' ? 'comma-groups' : 'dot-groups';
  return evidence?.column[style] ?? evidence?.file[style];
}
