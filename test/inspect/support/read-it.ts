import { readWord } from '../../../src/inspect/content/read-word.ts';
import type { Paragraph, WordDocument } from '../../../src/inspect/content/word-document.ts';
import type { ParagraphLook, RunLook } from '../../../src/inspect/look/resolve.ts';
import { openWord } from '../../../src/inspect/package/open-word.ts';
import { aWordFile, type WordDraft } from './a-word-file.ts';

/** The document as the checker sees it; throws when it is not read. */
export function documentOf(draft: WordDraft): WordDocument {
  const opened = openWord(aWordFile(draft));
  if (typeof opened === 'string') throw new Error(`not read: ${opened}`);
  return readWord(opened);
}

/** All its paragraphs. */
export function paragraphsOf(draft: WordDraft): readonly Paragraph[] {
  return documentOf(draft).sections.flatMap(({ paragraphs }) => paragraphs);
}

/** How its last piece of text looks in the end, and the paragraph around it. */
export function lookIn(draft: WordDraft): { readonly run: RunLook; readonly paragraph: ParagraphLook } {
  const paragraph = paragraphsOf(draft).findLast(({ runs }) => runs.length > 0);
  const run = paragraph?.runs.at(-1);
  if (paragraph === undefined || run === undefined) throw new Error('no text');
  return { run: run.look, paragraph: paragraph.look };
}
