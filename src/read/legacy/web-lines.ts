import { LIMITS } from '../limits.ts';
import { attributeOf, type WebToken } from './web-tokens.ts';

/** Each begins a new line outside of cells, as its end does. */
const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|fieldset|figcaption|footer|form|h[1-6]|header|hr|legend|li|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul)$/u;
/** What browsers do not show. */
const UNSEEN = /^(?:noscript|template|title|xml)$/u;
/** LibreOffice heads a page of several sheets with links to `#table0` and so on, and each sheet with its name within such a mark. */
const SHEET_MARK = /^#?table\d+$/iu;

/** Gathers the lines that stand outside of the cells, in their order. */
export interface WebLines {
  /** Takes a text that is in no cell, or any tag. */
  readonly meet: (token: WebToken) => void;
  /** The lines since the last call; what is open of a line goes with them. */
  readonly take: () => readonly string[];
}

/** The lines of a new page. */
export function webLines(): WebLines {
  let lines: string[] = [];
  let line = '';
  /** The element whose text is not to be seen, and ends with it. */
  let unseen: string | undefined;
  let hasContents = false;
  const endLine = (): void => {
    if (line.trim() !== '') lines.push(line);
    line = '';
  };
  const openLink = (attributes: string): void => {
    if (SHEET_MARK.test(attributeOf(attributes, 'href') ?? '')) {
      // What stands above the links is their own heading.
      if (!hasContents) lines.pop();
      hasContents = true;
      unseen = 'a';
    }
    if (hasContents && SHEET_MARK.test(attributeOf(attributes, 'name') ?? '')) unseen = 'a';
  };
  return {
    meet: (token) => {
      if (token.kind === 'text') {
        if (unseen === undefined && line.length < LIMITS.textLength) line += token.text;
        return;
      }
      const { kind, name, attributes } = token;
      if (BLOCK.test(name)) endLine();
      if (name === 'table' || (kind === 'close' && name === unseen)) unseen = undefined;
      if (kind === 'open' && UNSEEN.test(name)) unseen = name;
      if (kind === 'open' && name === 'a') openLink(attributes);
    },
    take: () => {
      endLine();
      const all = lines;
      lines = [];
      return all;
    },
  };
}
