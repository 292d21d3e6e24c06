import type { Paragraph, WordDocument } from '../content/word-document.ts';
import { partAppendices } from './appendices.ts';
import { isDate, isNumber, isSubject, letterheadIn } from './letterhead.ts';
import { hasLetters, isTypedRule, isUpperCase, linesOf, visibleRuns, type Line } from './lines.ts';
import type { Addressees, Parts, Title } from './parts.ts';
import { signatureIn, signatureStart } from './signature.ts';
import { meansMotto, meansNationalName, typeNamed } from './words.ts';

/** A letterhead has at most so many lines. */
const LONGEST_HEAD = 40;

/** A file of appendices alone has less text than this before the first, in characters. */
const SHORT_MAIN = 300;

const isAddresseesLabel = ({ text }: Line): boolean => /^kính gửi(?:\P{L}|$)/iu.test(text);

function isTitle(line: Line): boolean {
  const named = typeNamed(line.text);
  if (named === undefined || line.side !== 'whole') return false;
  if (named.rest === '') return true;
  return isUpperCase(line) && line.paragraph.look.align === 'center';
}

/** Where the letterhead ends: at the title, at `Kính gửi`, or where running text begins. */
function headEnd(lines: readonly Line[]): number {
  const first = lines.slice(0, LONGEST_HEAD);
  // A title stands below the nation's lines; a cell before them may name a type, too.
  const nation = first.findLastIndex(({ text }) => meansNationalName(text) || meansMotto(text));
  const end = lines.findIndex((line, index) => index > nation && (isAddresseesLabel(line) || isTitle(line)));
  if (end !== -1) return end;
  const text = lines.findIndex((line, index) => index > nation && line.text.length > 100);
  const short = text === -1 ? first : lines.slice(0, text);
  return short.findLastIndex((line) => isNumber(line) || isDate(line) || isSubject(line) || meansMotto(line.text)) + 1;
}

function isAbstract(line: Line): boolean {
  const runs = visibleRuns(line);
  const isBold = runs.length > 0 && runs.every(({ look }) => look.isBold);
  return (line.paragraph.look.align === 'center' || isBold) && !/^(?:căn cứ|[ivx]+\.|\d+\.)/iu.test(line.text);
}

function titleIn(lines: readonly Line[]): Title | undefined {
  const at = lines.findIndex((line) => line.text !== '');
  const line = lines[at];
  if (line === undefined || !isTitle(line)) return undefined;
  const named = typeNamed(line.text);
  const abstract: Line[] = [];
  for (const below of lines.slice(at + 1)) {
    if (below.text === '' && abstract.length === 0 && below.paragraph.drawings.length === 0) continue;
    if (below.text === '' || isTypedRule(below) || isAddresseesLabel(below) || !isAbstract(below)) break;
    abstract.push(below);
  }
  return { line, type: named?.name ?? '', hasRest: named?.rest !== '', abstract };
}

function addresseesIn(lines: readonly Line[]): Addressees | undefined {
  const at = lines.findIndex(isAddresseesLabel);
  const label = lines[at];
  if (label === undefined) return undefined;
  const names: Line[] = [];
  for (const line of lines.slice(at + 1)) {
    if (line.text === '') {
      if (names.length > 0) break;
      continue;
    }
    if (!/^[-–—+•*]/u.test(line.text)) break;
    names.push(line);
  }
  return { label, onLine: label.text.replace(/^kính gửi\s*:?\s*/iu, ''), names };
}

/** Căn cứ: one per line at the beginning. A sentence that begins with the word and goes on to a colon is text. */
function legalBasesIn(lines: readonly Line[]): readonly Line[] {
  const texts = lines.filter(({ text }) => text !== '');
  // Whose power it is may stand above: `CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ …`.
  const written = texts.slice(
    Math.max(
      0,
      texts.findIndex((line) => !isUpperCase(line)),
    ),
  );
  const end = written.findIndex(
    ({ text }) => !/^(?:căn cứ|theo đề nghị)(?:\P{L}|$)/iu.test(text) || text.endsWith(':'),
  );
  const found = end === -1 ? written : written.slice(0, end);
  const isList =
    found.length > 1 || found.some(({ text, runs }) => text.endsWith(';') || runs.every(({ look }) => look.isItalic));
  return isList ? found : [];
}

const HEADING = /^(?:(?:phần|chương|mục|tiểu mục)(?: thứ)? [\p{L}\d]+|[IVX]{1,5}\s?\.\s*\S)/iu;

/** A numbered name of a part: Roman and dot, or a bold line with an Arabic number. */
function isHeading(line: Line): boolean {
  const { text, paragraph } = line;
  if (paragraph.place.kind === 'cell' || text.length > 200) return false;
  if (HEADING.test(text) && /^(?:[IVX]|\p{Lu})/u.test(text)) return !/[;,]$/u.test(text) && !/[a-zà-ỹ]\.$/u.test(text);
  const runs = visibleRuns(line);
  return /^\d{1,2}(?:\.\d{1,2})*\.\s/u.test(text) && runs.length > 0 && runs.every(({ look }) => look.isBold);
}

/** A form's line of dots with a word or two. */
function isToFillIn({ text }: Line): boolean {
  return text.replace(/[^.…]/gu, '').length > text.replace(/[^\p{L}]/gu, '').length;
}

const hasPicture = ({ drawings }: Paragraph): boolean => drawings.some(({ kind }) => kind === 'other');

/** The paragraphs of these lines, and the pictures between them, which have no line. */
function withPictures(lines: readonly Line[], main: readonly Paragraph[]): readonly Paragraph[] {
  const paragraphs = new Set(lines.map(({ paragraph }) => paragraph));
  const last = main.findLastIndex((paragraph) => paragraphs.has(paragraph));
  const first = main.findIndex((paragraph) => paragraphs.has(paragraph));
  return main.filter((each, index) => paragraphs.has(each) || (index > first && index < last && hasPicture(each)));
}

/** A remark under a table or a picture: italic letters behind a cell, a drawing or another remark. */
function withoutRemarks(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  let isBehindFigure = false;
  return paragraphs.filter((paragraph) => {
    const [line] = linesOf(paragraph, false);
    if (paragraph.place.kind !== 'flow') {
      isBehindFigure = paragraph.place.kind === 'cell';
      return false;
    }
    if (hasPicture(paragraph)) isBehindFigure = true;
    if (line === undefined || !hasLetters(line.text) || isToFillIn(line)) return false;
    const isRemark = isBehindFigure && visibleRuns(line).every(({ look }) => look.isItalic);
    isBehindFigure = isRemark;
    return !isRemark && paragraph.look.align !== 'center' && paragraph.look.align !== 'right';
  });
}

function kindOf(parts: Pick<Parts, 'head' | 'title' | 'addressees' | 'appendices'>, length: number): Parts['kind'] {
  const { head, title, addressees, appendices } = parts;
  if (title !== undefined) return 'titled';
  if (head.subject.length > 0 || addressees !== undefined) return 'letter';
  const hasHead = [head.nationalName, head.motto, head.number].some((line) => line !== undefined);
  return !hasHead && appendices.length > 0 && length < SHORT_MAIN ? 'appendix' : 'unknown';
}

/** Parts the running text into its components. */
function textParts(
  lines: readonly Line[],
): Pick<Parts, 'title' | 'addressees' | 'legalBases' | 'headings' | 'body' | 'lastLine'> {
  const title = titleIn(lines);
  const addressees = addresseesIn(lines);
  const known = new Set([title?.line, ...(title?.abstract ?? []), addressees?.label, ...(addressees?.names ?? [])]);
  const running = lines.filter((line) => !known.has(line) && !isTypedRule(line));
  const legalBases = legalBasesIn(running);
  const headings = running.filter(isHeading);
  const apart = new Set([...known, ...legalBases, ...headings].map((line) => line?.paragraph));
  const paragraphs = [...new Set(lines.map(({ paragraph }) => paragraph))].filter((paragraph) => !apart.has(paragraph));
  const lastLine = running.findLast((line) => line.text !== '');
  return { title, addressees, legalBases, headings, body: withoutRemarks(paragraphs), lastLine };
}

/** Finds what the document is made of by its words and their places. */
export function recognise({ sections }: WordDocument): Parts {
  const { main, appendices } = partAppendices(sections);
  const all = main.flatMap((paragraph) => linesOf(paragraph, true));
  const end = headEnd(all);
  const rest = all.slice(end);
  const start = signatureStart(rest);
  const head = letterheadIn(all.slice(0, end));
  // Tabs part columns at the top and at the foot only; in the text they are tabs.
  const text = textParts(withPictures(rest.slice(0, start), main).flatMap((paragraph) => linesOf(paragraph, false)));
  const length = main.reduce((sum, { runs }) => sum + runs.reduce((letters, run) => letters + run.text.length, 0), 0);
  const kind = kindOf({ head, appendices, ...text }, length);
  return { kind, head, ...text, signature: signatureIn(rest.slice(start)), appendices };
}
