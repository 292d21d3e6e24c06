import { romanNumber } from '../../vi/outline-numbers.ts';
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

/** Lists of an honest document do not count further; a hostile one begins at a billion. */
const MOST = 399;

function written(number: number, format: string): string {
  if (number < 0 || number > MOST) return String(number);
  switch (format) {
    case 'upperRoman':
      return romanNumber(number);
    case 'lowerRoman':
      return romanNumber(number).toLowerCase();
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

/** What stands before an entry is a few characters; a hostile list writes a book before each. */
const LONGEST_MARK = 60;
/** A list has levels from 0 to this one. */
const LAST_LEVEL = 8;

function levelIndex(element: XmlElement): number {
  const index = numberIn(element.attributes['ilvl']) ?? 0;
  return Number.isInteger(index) && index >= 0 && index <= LAST_LEVEL ? index : LAST_LEVEL;
}

function readLevel(element: XmlElement): ListLevel {
  return {
    format: valueOf(element, 'numFmt') ?? 'decimal',
    text: (valueOf(element, 'lvlText') ?? '').slice(0, LONGEST_MARK),
    start: numberIn(valueOf(element, 'start')) ?? 0,
    run: readRunProperties(childOf(element, 'rPr')),
    paragraph: readParagraphProperties(childOf(element, 'pPr')),
  };
}

function levelsIn(element: XmlElement | undefined): ReadonlyMap<number, ListLevel> {
  const levels = element?.children.filter(({ name }) => name === 'lvl') ?? [];
  return new Map(levels.map((level) => [levelIndex(level), readLevel(level)]));
}

/** The lists of a document, by their numbers, with their levels. */
export type Lists = ReadonlyMap<number, ReadonlyMap<number, ListLevel>>;

/** Reads `numbering.xml`; a document without it has no lists. */
export function readLists(part: XmlElement | undefined): Lists {
  const named = (name: string): readonly XmlElement[] => part?.children.filter((child) => child.name === name) ?? [];
  const abstract = new Map(
    named('abstractNum').map((element) => [element.attributes['abstractNumId'], levelsIn(element)]),
  );
  return new Map(
    named('num').map((element) => {
      const levels = new Map(abstract.get(valueOf(element, 'abstractNumId')) ?? []);
      for (const change of element.children.filter(({ name }) => name === 'lvlOverride')) {
        const index = levelIndex(change);
        const own = childOf(change, 'lvl');
        const start = numberIn(valueOf(change, 'startOverride'));
        const level = own === undefined ? levels.get(index) : readLevel(own);
        if (level !== undefined) levels.set(index, start === undefined ? level : { ...level, start });
      }
      return [numberIn(element.attributes['numId']) ?? 0, levels];
    }),
  );
}

/** Begins to count the entries of the lists. */
export function numberingOf(lists: Lists): Numbering {
  const counts = new Map<number, number[]>();
  const level = (list: number, index: number): ListLevel | undefined => lists.get(list)?.get(index);
  return {
    level,
    mark: (list, index) => {
      const own = level(list, index);
      if (own === undefined || index < 0 || index > LAST_LEVEL) return '';
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
