import type { WordFlaw, WordPage, WordSpot, WordTag, WordTemplate } from '../../model/word-template.ts';
import { chartFitness } from './chart-fitness.ts';
import type { OpenTemplate, StoryKind, TemplateStory } from './open-template.ts';
import type { StoryDrawing } from './story-drawings.ts';
import type { Story, StoryParagraph } from './story.ts';
import { piecesIn } from './tags.ts';

const STORIES: Readonly<Record<StoryKind, string>> = {
  document: '',
  header: 'Đầu trang, ',
  footer: 'Chân trang, ',
  footnotes: 'Chú thích cuối trang, ',
  endnotes: 'Chú thích cuối văn bản, ',
};

/** So many characters of a paragraph tell which it is. */
const SHOWN = 40;

function shown(text: string): string {
  const letters = Array.from(text.replace(/\s+/gu, ' ').trim());
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('');
}

function spotOf(kind: StoryKind, { text, number, cell }: StoryParagraph): WordSpot {
  const where = cell === undefined ? `đoạn ${number}` : `bảng ${cell.table}, dòng ${cell.row}`;
  const label = `${STORIES[kind]}${where} “${shown(text)}”`;
  return { label: label.charAt(0).toLocaleUpperCase('vi') + label.slice(1), paragraph: number };
}

/** The page around a paragraph that blocks may take the place of; undefined when they may not. */
function pageOf(paragraph: StoryParagraph, { paragraphs, sections }: Story): WordPage | undefined {
  const { text, cell, isInBox, hasDrawing, section } = paragraph;
  const isAlone = piecesIn(text).length === 1 && /^\s*\{\{[^{}]*\}\}\s*$/u.test(text);
  if (cell !== undefined || isInBox || hasDrawing || !isAlone) return undefined;
  const at = paragraphs.indexOf(paragraph);
  const holds = (other: StoryParagraph): boolean =>
    other.text.trim() !== '' || other.hasDrawing || other.cell !== undefined;
  const { width = 0, height = 0, left = 0, right = 0 } = sections[section] ?? {};
  return {
    textWidth: width - left - right,
    turnedTextWidth: height - left - right,
    isLandscape: width > height,
    isFirst: !paragraphs.slice(0, at).some((other) => other.section === section && holds(other)),
    isLast: !paragraphs.slice(at + 1).some(holds) && section === sections.length - 1,
  };
}

interface Found {
  readonly tags: readonly WordTag[];
  readonly flaws: readonly WordFlaw[];
}

function inParagraph(paragraph: StoryParagraph, { name, kind, story }: TemplateStory): Found {
  const pieces = piecesIn(paragraph.text);
  if (pieces.length === 0) return { tags: [], flaws: [] };
  const spot = spotOf(kind, paragraph);
  const page = kind === 'document' ? pageOf(paragraph, story) : undefined;
  const place = { kind: 'text', part: name, row: paragraph.cell?.id, page } as const;
  return {
    tags: pieces.flatMap((piece) => (piece.kind === 'tag' ? [{ name: piece.text, place, spot }] : [])),
    flaws: pieces.flatMap((piece) => (piece.kind === 'tag' ? [] : [{ kind: piece.kind, text: piece.text, spot }])),
  };
}

function inDrawing(
  { altTexts, chart, paragraph }: StoryDrawing,
  { kind, name }: TemplateStory,
  open: OpenTemplate,
): Found {
  const label = `${STORIES[kind]}${chart === undefined ? 'hình' : 'biểu đồ'} sau đoạn ${paragraph}`;
  const spot = { label: label.charAt(0).toLocaleUpperCase('vi') + label.slice(1), paragraph };
  const part = chart === undefined ? undefined : open.related(name, chart);
  const { reason, texts } = part === undefined ? { reason: undefined, texts: [] } : chartFitness(part);
  const place =
    reason === undefined
      ? ({ kind: 'drawing', drawing: part === undefined ? 'other' : 'chart' } as const)
      : ({ kind: 'drawing', drawing: 'unfit', reason } as const);
  const pieces = altTexts.flatMap(piecesIn);
  const within = texts.flatMap(piecesIn);
  return {
    tags: pieces.flatMap((piece) => (piece.kind === 'tag' ? [{ name: piece.text, place, spot }] : [])),
    flaws: [
      ...pieces.flatMap((piece) => (piece.kind === 'tag' ? [] : [{ kind: piece.kind, text: piece.text, spot }])),
      ...within.map(({ text }) => ({ kind: 'inside-drawing' as const, text, spot })),
    ],
  };
}

/** The tags of an opened template, part by part in the order of the text, drawings behind the texts of their part. */
export function readTemplate(open: OpenTemplate): WordTemplate {
  const found = open.stories.flatMap((story) => [
    ...story.story.paragraphs.map((paragraph) => inParagraph(paragraph, story)),
    ...story.story.drawings.map((drawing) => inDrawing(drawing, story, open)),
  ]);
  return { tags: found.flatMap(({ tags }) => tags), flaws: found.flatMap(({ flaws }) => flaws) };
}
