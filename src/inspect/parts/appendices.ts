import type { Paragraph, Section } from '../content/word-document.ts';
import { isUpperCase, linesOf, type Line } from './lines.ts';
import type { Appendix } from './parts.ts';

/** A label with dots to be filled in is no longer than this, in characters. */
const LONGEST_LABEL = 40;

/** Whether a paragraph is the label of an appendix: `Phụ lục`, `Phụ lục II`, `PHỤ LỤC 1`, `Phụ lục …`. */
export function isAppendixLabel(paragraph: Paragraph): boolean {
  const [line] = linesOf(paragraph, false);
  const text = line?.text ?? '';
  const isHeading = paragraph.look.align === 'center' || line?.runs.every(({ look }) => look.isBold) === true;
  return (
    paragraph.place.kind === 'flow' &&
    isHeading &&
    text.length <= LONGEST_LABEL &&
    /^phụ lục(?: số)?(?: ?(?:[ivxlc]{1,8}|\d{1,3}|[a-zđ]|[….\s]+\d?[….]*))?\s*[.:]?$/iu.test(text)
  );
}

interface Placed {
  readonly paragraph: Paragraph;
  readonly section: number;
  /** Whether text comes before it in its section. */
  readonly beginsSection: boolean;
}

function headOf(lines: readonly Line[]): Pick<Appendix, 'title' | 'reference'> {
  const title: Line[] = [];
  const reference: Line[] = [];
  for (const line of lines) {
    const isInMiddle = line.paragraph.look.align === 'center' && line.paragraph.place.kind === 'flow';
    if (line.text === '') {
      if (reference.length > 0) break;
      continue;
    }
    if (
      /^\(?\s*kèm theo/iu.test(line.text) ||
      (reference.length > 0 && isInMiddle && reference.at(-1)?.text.endsWith(')') !== true)
    ) {
      reference.push(line);
    } else if (reference.length === 0 && isInMiddle && (isUpperCase(line) || title.length < 3)) title.push(line);
    else break;
  }
  return { title, reference };
}

function appendixFrom(own: readonly Placed[]): Appendix | undefined {
  const [first] = own;
  if (first === undefined) return undefined;
  const lines = own.flatMap(({ paragraph }) => linesOf(paragraph, false));
  const [label] = lines;
  if (label === undefined) return undefined;
  const withText = lines.filter(({ text }) => text !== '');
  return {
    label,
    ...headOf(lines.slice(1)),
    last: withText.at(-1),
    section: first.section,
    beginsSection: first.beginsSection,
  };
}

/** Parts the document into its main text and its appendices. */
export function partAppendices(sections: readonly Section[]): {
  readonly main: readonly Paragraph[];
  readonly appendices: readonly Appendix[];
} {
  const placed = sections.flatMap(({ paragraphs }, section): readonly Placed[] => {
    const first = paragraphs.findIndex(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
    return paragraphs.map((paragraph, index) => ({ paragraph, section, beginsSection: index <= first }));
  });
  const starts = placed.flatMap(({ paragraph }, index) => (isAppendixLabel(paragraph) ? [index] : []));
  const appendices = starts.flatMap((start, index) => appendixFrom(placed.slice(start, starts[index + 1])) ?? []);
  return { main: placed.slice(0, starts[0]).map(({ paragraph }) => paragraph), appendices };
}
