import { type FileChild, Paragraph, TextRun } from 'docx';
import type { Section } from '../../model/document.ts';
import type { WordBlocks, WordPage, WordTemplate } from '../../model/word-template.ts';
import { ND_30_2020 } from '../../profiles/nd-30-2020.ts';
import { drawBlock } from '../docx/blocks/index.ts';
import { gatherComments } from '../docx/comments.ts';
import { keepsWithNext } from '../docx/keep.ts';
import type { DrawChart } from '../docx/layout.ts';
import type { Tables } from '../docx/tables.ts';
import {
  BLOCKS_BEGIN,
  BLOCKS_END,
  BREAK_AS_IS,
  BREAK_LANDSCAPE,
  BREAK_PORTRAIT,
  LAST_LANDSCAPE,
  LAST_PORTRAIT,
} from './block-marks.ts';
import { guardedBlocks } from './guard.ts';
import { blockPatch, type Patches } from './patches.ts';

/** A paragraph that only marks a place until the file is packed. */
function mark(sign: string): Paragraph {
  return new Paragraph({ children: [new TextRun(sign)] });
}

/** What the blocks of one file are drawn with. */
interface Drawing {
  readonly chartRun: DrawChart;
  readonly tables: Tables;
}

function drawn(texts: Section['blocks'], textWidth: number, drawing: Drawing): readonly FileChild[] {
  const blocks = guardedBlocks(texts);
  const children = blocks.flatMap((block, index) =>
    drawBlock(block, {
      profile: ND_30_2020.chosen,
      textWidth,
      comments: gatherComments(),
      ...drawing,
      keepNext: keepsWithNext(block, blocks[index + 1]),
    }),
  );
  return [mark(BLOCKS_BEGIN), ...children, mark(BLOCKS_END)];
}

/** Appendices, each with a section of its own that is like the one the tag stands in. */
function drawnAppendices(sections: readonly Section[], page: WordPage, drawing: Drawing): readonly FileChild[] {
  if (sections.length === 0) return [];
  const isTurned = ({ orientation }: Section): boolean => (orientation === 'landscape') !== page.isLandscape;
  const pieces = sections.flatMap((section, index) => {
    const end = index === sections.length - 1 ? [LAST_PORTRAIT, LAST_LANDSCAPE] : [BREAK_PORTRAIT, BREAK_LANDSCAPE];
    const [upright = '', sideways = ''] = end;
    return [
      ...drawn(section.blocks, isTurned(section) ? page.turnedTextWidth : page.textWidth, drawing),
      mark(section.orientation === 'portrait' ? upright : sideways),
    ];
  });
  return page.isFirst ? pieces : [mark(BREAK_AS_IS), ...pieces];
}

/** Patches that put parts of the report where their tags stand, as wide as the page there; their tables are kept in `tables`. */
export async function drawBlocks(
  template: WordTemplate,
  blocks: ReadonlyMap<string, WordBlocks>,
  tables: Tables,
): Promise<Patches> {
  if (blocks.size === 0) return {};
  const { chartRun } = await import('../docx/chart-run.ts');
  const drawing = { chartRun, tables };
  const patches: Record<string, Patches[string]> = {};
  for (const { name, place } of template.tags) {
    const part = blocks.get(name);
    const page = place.kind === 'text' ? place.page : undefined;
    if (part === undefined || page === undefined) continue;
    patches[name] = blockPatch(
      part.kind === 'blocks'
        ? drawn(part.blocks, page.textWidth, drawing)
        : drawnAppendices(part.sections, page, drawing),
    );
  }
  return patches;
}
