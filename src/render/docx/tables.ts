import { type FileChild, Paragraph, TextRun } from 'docx';

/** A character that no cleaned text holds. */
const SIGN = '\ufdd0';

const MARK = new RegExp(`<w:p><w:r><w:t xml:space="preserve">${SIGN}(\\d+)</w:t></w:r></w:p>`, 'gu');

/** The tables of a document being drawn. The library sees a mark of each; they are put in when it has written the rest. */
export interface Tables {
  /** Keeps a table's XML; what is drawn in its place until then. */
  readonly add: (xml: string) => FileChild;
  /** The text of `word/document.xml` with the tables where their marks stood. */
  readonly insert: (text: string) => string;
}

/** No table yet. */
export function gatherTables(): Tables {
  const found: string[] = [];
  return {
    add: (xml) => {
      found.push(xml);
      return new Paragraph({ children: [new TextRun(`${SIGN}${found.length - 1}`)] });
    },
    insert: (text) => text.replace(MARK, (_whole, index: string) => found[Number(index)] ?? ''),
  };
}
