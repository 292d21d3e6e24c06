import { childOf, numberIn, valueOf, type XmlElement } from '../package/tree.ts';
import {
  readParagraphProperties,
  readRunProperties,
  type ParagraphProperties,
  type RunProperties,
} from './properties.ts';

/** A level of a list: what stands before each entry, and how. */
export interface ListLevel {
  readonly format: string;
  /** `%1.` or `-`. */
  readonly text: string;
  readonly start: number;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

/** Gives the entries of lists their numbers, in the order of the document. */
export interface Numbering {
  readonly level: (list: number, level: number) => ListLevel | undefined;
  /** Counts an entry, and returns what stands before it: `I.`, `a)`, `-`; '' for nothing. */
  readonly mark: (list: number, level: number) => string;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let written = '';
  for (const [value, letters] of ROMAN) {
    while (rest >= value) {
      written += letters;
      rest -= value;
    }
  }
  return written;
}

/** Lists of an honest document do not count further; a hostile one begins at a billion. */
const MOST = 399;

function written(number: number, format: string): string {
  if (number < 0 || number > MOST) return String(number);
  switch (format) {
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperLetter':
      return String.fromCharCode(65 + ((number + 25) % 26));
    case 'lowerLetter':
      return String.fromCharCode(97 + ((number + 25) % 26));
    case 'none':
      return '';
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

function readLevel(element: XmlElement): ListLevel {
  return {
    format: valueOf(element, 'numFmt') ?? 'decimal',
    text: valueOf(element, 'lvlText') ?? '',
    start: numberIn(valueOf(element, 'start')) ?? 0,
    run: readRunProperties(childOf(element, 'rPr')),
    paragraph: readParagraphProperties(childOf(element, 'pPr')),
  };
}

function levelsIn(element: XmlElement | undefined): ReadonlyMap<number, ListLevel> {
  const levels = element?.children.filter(({ name }) => name === 'lvl') ?? [];
  return new Map(levels.map((level) => [numberIn(level.attributes['ilvl']) ?? 0, readLevel(level)]));
}

function readLists(part: XmlElement | undefined): ReadonlyMap<number, ReadonlyMap<number, ListLevel>> {
  const named = (name: string): readonly XmlElement[] => part?.children.filter((child) => child.name === name) ?? [];
  const abstract = new Map(
    named('abstractNum').map((element) => [element.attributes['abstractNumId'], levelsIn(element)]),
  );
  return new Map(
    named('num').map((element) => {
      const levels = new Map(abstract.get(valueOf(element, 'abstractNumId')) ?? []);
      for (const change of element.children.filter(({ name }) => name === 'lvlOverride')) {
        const index = numberIn(change.attributes['ilvl']) ?? 0;
        const own = childOf(change, 'lvl');
        const start = numberIn(valueOf(change, 'startOverride'));
        const level = own === undefined ? levels.get(index) : readLevel(own);
        if (level !== undefined) levels.set(index, start === undefined ? level : { ...level, start });
      }
      return [numberIn(element.attributes['numId']) ?? 0, levels];
    }),
  );
}

/** Reads `numbering.xml`; a document without it has no lists. */
export function readNumbering(part: XmlElement | undefined): Numbering {
  const lists = readLists(part);
  const counts = new Map<number, number[]>();
  const level = (list: number, index: number): ListLevel | undefined => lists.get(list)?.get(index);
  return {
    level,
    mark: (list, index) => {
      const own = level(list, index);
      if (own === undefined || index < 0 || index > 8) return '';
      const counted = counts.get(list) ?? [];
      counts.set(list, counted);
      counted[index] = (counted[index] ?? own.start - 1) + 1;
      counted.length = index + 1;
      if (own.format === 'bullet') return own.text;
      return own.text.replace(/%([1-9])/gu, (_whole, digit: string) => {
        const at = Number(digit) - 1;
        const other = level(list, at);
        return other === undefined ? '' : written(counted[at] ?? other.start, other.format);
      });
    },
  };
}
