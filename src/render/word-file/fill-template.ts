import { patchDocument } from 'docx';
import type { WordFilling, WordTemplate } from '../../model/word-template.ts';
import { openPackage } from '../../opc/package.ts';
import { repack } from '../../opc/repack.ts';
import { storeZip } from '../../opc/store-zip.ts';
import { isZipFault } from '../../opc/zip-entry.ts';
import { reproducible } from '../docx/reproducible.ts';
import { oneLine } from '../clean-text.ts';
import { drawBlocks } from './draw-blocks.ts';
import { withoutGuards } from './guard.ts';
import { type OpenTemplate, STORY_ROOTS } from './open-template.ts';
import { textPatches } from './patches.ts';
import { endsApart } from './section-ends.ts';
import { settle } from './settle-blocks.ts';
import { readStory } from './story.ts';
import { piecesIn } from './tags.ts';

/** A template that was filled; undefined when the library could not, or left a tag of the template as it was. */
export type Filled = Uint8Array | undefined;

const PROGRAM = 'tkcds';

/** Whether no text holds a tag any more: what is not filled must not reach anybody as a report. */
function isWhole(bytes: Uint8Array, { stories }: OpenTemplate): boolean {
  const filled = openPackage(bytes);
  if (isZipFault(filled)) return false;
  return stories.every(({ name, kind }) => {
    const part = filled.part(name);
    const story = part === undefined || isZipFault(part) ? undefined : readStory(part, STORY_ROOTS[kind]);
    return story?.paragraphs.every(({ text }) => piecesIn(text).every((piece) => piece.kind !== 'tag')) ?? false;
  });
}

const BODY = 'word/document.xml';

function withEndsApart({ parts }: OpenTemplate, { blocks }: WordFilling): ReadonlyMap<string, Uint8Array> {
  const body = parts.get(BODY);
  if (body === undefined || blocks.size === 0) return parts;
  const text = endsApart(new TextDecoder().decode(body), (name) => blocks.has(name));
  return new Map([...parts, [BODY, new TextEncoder().encode(text)]]);
}

async function patch(
  open: OpenTemplate,
  template: WordTemplate,
  filling: WordFilling,
  title: string,
): Promise<Uint8Array | undefined> {
  const charts = filling.charts.size === 0 ? {} : (await import('./chart-patches.ts')).chartPatches(filling.charts);
  try {
    return await patchDocument({
      outputType: 'uint8array',
      data: storeZip(withEndsApart(open, filling)),
      patches: { ...textPatches(filling), ...(await drawBlocks(template, filling.blocks)), ...charts },
      trimPlaceholders: true,
      properties: { title: oneLine(title), lastModifiedBy: PROGRAM },
    });
  } catch (error) {
    // The library throws for charts that it does not know; everything else was looked at before.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/**
 * The commune's own Word file with the figures of the round in it. Everything else of the file stays as it is. The same file and
 * figures give the same bytes.
 */
export async function fillTemplate(
  open: OpenTemplate,
  template: WordTemplate,
  filling: WordFilling,
  title: string,
): Promise<Filled> {
  const patched = await patch(open, template, filling, title);
  if (patched === undefined || !isWhole(patched, open)) return undefined;
  const stable = reproducible();
  const settled = filling.blocks.size === 0 ? undefined : settle(open);
  return repack(patched, (name, text) => {
    const same = stable(name, text);
    return withoutGuards(settled?.(name, same) ?? same);
  });
}
