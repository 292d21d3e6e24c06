import { type FileChild, type IPatch, type patchDocument, PatchType, TextRun } from 'docx';
import type { WordFilling, WordRow } from '../../model/word-template.ts';
import { linesOf } from '../clean-text.ts';
import { guarded } from './guard.ts';

/** What the library takes. */
export type Patches = Parameters<typeof patchDocument>[0]['patches'];
type RowsPatch = Extract<Patches[string], { readonly type: typeof PatchType.TABLE_ROWS }>;

/** A text in the look of its tag; `\n` is a line break. */
function textPatch(text: string): IPatch {
  const children = linesOf(text).map(
    (line, index) => new TextRun({ text: guarded(line), ...(index === 0 ? {} : { break: 1 }) }),
  );
  return { type: PatchType.PARAGRAPH, children };
}

function rowsPatch(rows: readonly WordRow[]): RowsPatch {
  const entries = rows.map(({ values, lists }) => ({
    ...Object.fromEntries([...values].map(([field, text]) => [field, textPatch(text)])),
    ...Object.fromEntries([...lists].map(([field, inner]) => [field, rowsPatch(inner)])),
  }));
  return { type: PatchType.TABLE_ROWS, rows: entries };
}

/** Patches of single texts. */
export function valuePatches({ values }: WordFilling): Patches {
  return Object.fromEntries([...values].map(([name, text]) => [name, textPatch(text)]));
}

/** Patches of rows of tables. */
export function listPatches({ lists }: WordFilling): Patches {
  return Object.fromEntries([...lists].map(([name, rows]) => [name, rowsPatch(rows)]));
}

/** A patch that puts blocks in the place of the tag's paragraph. */
export function blockPatch(children: readonly FileChild[]): IPatch {
  return { type: PatchType.DOCUMENT, children };
}
