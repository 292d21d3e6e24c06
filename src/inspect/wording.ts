import { formatInteger } from '../vi/number.ts';
import { quoteValue } from '../vi/text.ts';
import type { Range } from '../profiles/profile.ts';
import type { Paragraph } from './content/word-document.ts';
import type { Line } from './parts/lines.ts';
import type { Spot } from './rule.ts';

/** A measure with at most one decimal, as Vietnamese writes it: `12,7`. */
export function measure(value: number): string {
  const tenths = Math.round(Math.abs(value) * 10);
  const whole = formatInteger(Math.trunc(tenths / 10));
  const sign = value < 0 && tenths > 0 ? '-' : '';
  return sign + (tenths % 10 === 0 ? whole : `${whole},${tenths % 10}`);
}

/** `từ 12 đến 13`, or the one value that is allowed. */
export function rangeWords([least, most]: Range): string {
  return least === most ? measure(least) : `từ ${measure(least)} đến ${measure(most)}`;
}

/** Whether a value lies in the range, give or take what programs round. */
export function isWithin(value: number, [least, most]: Range, tolerance: number): boolean {
  return value >= least - tolerance && value <= most + tolerance;
}

/** `Tiêu ngữ (đoạn 2)`. */
export function spotOf(name: string, paragraph: Paragraph): Spot {
  return { label: `${name} (đoạn ${paragraph.number})`, paragraph: paragraph.number };
}

/** The same for a line. */
export function spotOfLine(name: string, { paragraph }: Line): Spot {
  return spotOf(name, paragraph);
}

/** `Lề trái, phần 1`: something of the pages of a section, counted from 0. */
export function spotOfSection(name: string, section: number): Spot {
  return { label: `${name}, phần ${section + 1}`, paragraph: 0 };
}

/** `Lề trái, phần 1 và 2 phần khác`: what is alike in several sections, counted from 0. */
export function spotOfSections(name: string, sections: readonly number[]): Spot {
  const others = sections.length - 1;
  const { label, paragraph } = spotOfSection(name, sections[0] ?? 0);
  return { label: others < 1 ? label : `${label} và ${formatInteger(others)} phần khác`, paragraph };
}

/** The sections for which something is the same, by what it is, in the order of the first of each. */
export function sectionsBy<T>(
  sections: readonly T[],
  found: (section: T) => string | undefined,
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  sections.forEach((section, index) => {
    const what = found(section);
    if (what === undefined) return;
    const group = groups.get(what) ?? [];
    group.push(index);
    groups.set(what, group);
  });
  return groups;
}

/** The document as a whole. */
export const WHOLE: Spot = { label: 'Cả văn bản', paragraph: 0 };

/** The last words of a text, for a message. */
export function quoteEnd(text: string): string {
  return quoteValue(text.split(' ').slice(-LAST_WORDS).join(' '));
}

const LAST_WORDS = 5;

/** ` và 3 đoạn khác`, or nothing. */
export function andOthers(count: number): string {
  return count <= 1 ? '' : ` và ${formatInteger(count - 1)} đoạn khác`;
}
