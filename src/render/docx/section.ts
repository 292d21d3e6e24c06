import {
  AlignmentType,
  Header,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import type { Section } from '../../model/document.ts';
import { drawBlock } from './blocks/index.ts';
import type { Comments } from './comments.ts';
import { keepsWithNext } from './keep.ts';
import { textWidthOf, type DrawChart } from './layout.ts';
import { twipsOfMillimetres } from './lengths.ts';
import type { ChosenLayout } from '../../profiles/chosen-nd-30-2020.ts';
import type { Tables } from './tables.ts';
import { fontRun, textParagraph } from './text.ts';

/** P5: the number in the middle of the top margin. */
function pageNumber(profile: ChosenLayout): Header {
  const run = new TextRun({ ...fontRun({ size: profile.pageNumber }), children: [PageNumber.CURRENT] });
  const spacing = { before: 0, after: 0 };
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing, children: [run] })] });
}

/**
 * The end of a section. Without a paragraph of its own a section that ends with a table gets a whole empty line, and that
 * line a page of its own where the table fills the page.
 */
function sectionEnd(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } });
}

/** Above the first page stands no number (P5); a draft says there what it is. */
function firstHeader(draftNote: string, profile: ChosenLayout): Header {
  if (draftNote === '') return new Header({ children: [new Paragraph({})] });
  const note = textParagraph(
    draftNote,
    { size: profile.note, bold: true, italics: true },
    { alignment: AlignmentType.CENTER, spacing: { before: 0, after: 0 } },
  );
  return new Header({ children: [note] });
}

/** What a section is drawn with. `draftNote`: what stands above its first page, '' for nothing. */
interface Drawing {
  readonly profile: ChosenLayout;
  readonly comments: Comments;
  readonly tables: Tables;
  readonly draftNote: string;
  readonly chartRun: DrawChart | undefined;
}

/**
 * A section for the library: the report or one appendix. Each counts its pages from 1 (P6: appendices are numbered one by one)
 * and shows no number on its first page: P5 says so of the document, and an appendix numbered on its own follows the same rule.
 */
export function drawSection(
  section: Section,
  { profile, comments, tables, draftNote, chartRun }: Drawing,
): ISectionOptions {
  const textWidth = textWidthOf(profile, section.orientation);
  const { top, bottom, left, right } = profile.margins;
  const children = section.blocks.flatMap((block, index) =>
    drawBlock(block, {
      profile,
      textWidth,
      comments,
      tables,
      chartRun,
      keepNext: keepsWithNext(block, section.blocks[index + 1]),
    }),
  );
  return {
    headers: { default: pageNumber(profile), first: firstHeader(draftNote, profile) },
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        // Always the upright size: the library turns it itself.
        size: {
          width: twipsOfMillimetres(profile.page.width),
          height: twipsOfMillimetres(profile.page.height),
          orientation: section.orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twipsOfMillimetres(top),
          bottom: twipsOfMillimetres(bottom),
          left: twipsOfMillimetres(left),
          right: twipsOfMillimetres(right),
          header: twipsOfMillimetres(profile.headerDistance),
          footer: twipsOfMillimetres(profile.headerDistance),
        },
        pageNumbers: { start: 1 },
      },
    },
    children: [...children, sectionEnd()],
  };
}
