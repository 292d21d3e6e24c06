import type { PartEdit } from '../../opc/repack.ts';

/** A relation id the library drew by lot (`rIdq3x…`, also `rId7-k…`); its counted ones are `rId` and nothing but a number. */
const RANDOM_RELATION = /\brId(?!\d+(?![\w-]))[\w-]+/gu;

const DRAWING_ID = /(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\bid=")[^"]*(")/gu;

/** When the file was made: a clock reading, which would make two equal runs differ, and no date the decree knows. */
const CLOCK = /<dcterms:(?:created|modified)\b[^>]*>[^<]*<\/dcterms:(?:created|modified)>/gu;

/** When a comment was made: it is the program's, and says nothing that the report's date does not. */
const COMMENT_DATE = / w:date="[^"]*"/gu;

/**
 * Takes out of the library's parts what differs from run to run: clock readings, relation ids drawn by lot (numbered in order
 * of appearance), drawing ids counted on over all documents of a process. One edit per package: it remembers the ids it gave.
 */
export function reproducible(): PartEdit {
  const relations = new Map<string, string>();
  let drawings = 0;
  return (name, text) => {
    if (/(?:^|\/)docProps\/core\.xml$/u.test(name)) return text.replace(CLOCK, '');
    if (name === 'word/comments.xml') return text.replace(COMMENT_DATE, '');
    const related = text.replace(RANDOM_RELATION, (id) => {
      const known = relations.get(id) ?? `rIdTkcds${relations.size + 1}`;
      relations.set(id, known);
      return known;
    });
    return related.replace(DRAWING_ID, (_whole, before: string, after: string) => {
      drawings += 1;
      return `${before}${drawings}${after}`;
    });
  };
}
