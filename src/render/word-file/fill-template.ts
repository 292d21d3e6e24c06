import { patchDocument } from 'docx';
import type { WordFilling, WordTemplate } from '../../model/word-template.ts';
import { openPackage } from '../../opc/package.ts';
import { repack } from '../../opc/repack.ts';
import { storeZip } from '../../opc/store-zip.ts';
import { isZipFault } from '../../opc/zip-entry.ts';
import { reproducible } from '../docx/reproducible.ts';
import { gatherTables, type Tables } from '../docx/tables.ts';
import { oneLine } from '../clean-text.ts';
import { drawBlocks } from './draw-blocks.ts';
import { withoutGuards } from './guard.ts';
import { type OpenTemplate, STORY_ROOTS } from './open-template.ts';
import { listPatches, type Patches, valuePatches } from './patches.ts';
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

async function patched(data: Uint8Array, patches: Patches, title: string): Promise<Uint8Array> {
  return patchDocument({
    outputType: 'uint8array',
    data,
    patches,
    trimPlaceholders: true,
    properties: { title: oneLine(title), lastModifiedBy: PROGRAM },
  });
}

/**
 * Single texts first, as long as the file is small: the library looks through all of it for each, and through a table of 500 rows
 * that takes as long as through 500 templates.
 */
async function patchAll(
  open: OpenTemplate,
  template: WordTemplate,
  filling: WordFilling,
  { title, tables }: { readonly title: string; readonly tables: Tables },
): Promise<Uint8Array | undefined> {
  const charts = filling.charts.size === 0 ? {} : (await import('./chart-patches.ts')).chartPatches(filling.charts);
  try {
    const texts = { ...valuePatches(filling), ...charts };
    const small = await patched(storeZip(withEndsApart(open, filling)), texts, title);
    const large = { ...listPatches(filling), ...(await drawBlocks(template, filling.blocks, tables)) };
    return await patched(small, large, title);
  } catch (error) {
    // The library throws for charts that it does not know; everything else was looked at before.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The library names its namespaces again each time it looks through a part. */
function withoutRepeats(text: string): string {
  return text.replace(/ mc:Ignorable="([^"]*)"/u, (_whole, names: string) => {
    return ` mc:Ignorable="${[...new Set(names.split(/\s+/u))].join(' ')}"`;
  });
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
  const tables = gatherTables();
  const filled = await patchAll(open, template, filling, { title, tables });
  if (filled === undefined || !isWhole(filled, open)) return undefined;
  const stable = reproducible();
  const settled = filling.blocks.size === 0 ? undefined : settle(open);
  return repack(filled, (name, text) => {
    const same = tables.insert(withoutRepeats(stable(name, text)));
    return withoutGuards(settled?.(name, same) ?? same);
  });
}
