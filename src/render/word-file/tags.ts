/** What a text of a template holds besides words. */
export interface TextPiece {
  readonly kind: 'tag' | 'unclosed' | 'liquid';
  /** Of a tag what stands between its braces, without blanks around it; else as it is written. */
  readonly text: string;
}

const START = '{{';
const END = '}}';
/** So much is shown of what begins as a tag and does not end. */
const SHOWN = 30;

/** The tags of a text, and what looks like one and is none, in their order. */
export function piecesIn(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [...text.matchAll(/\{%.*?(?:%\}|$)/gsu)].map(([whole]) => ({
    kind: 'liquid',
    text: whole,
  }));
  for (let at = text.indexOf(START); at !== -1; at = text.indexOf(START, at)) {
    const end = text.indexOf(END, at + START.length);
    const next = text.indexOf(START, at + START.length);
    if (end === -1 || (next !== -1 && next < end)) {
      pieces.push({ kind: 'unclosed', text: text.slice(at, at + SHOWN) });
      at += START.length;
    } else {
      pieces.push({ kind: 'tag', text: text.slice(at + START.length, end).trim() });
      at = end + END.length;
    }
  }
  return pieces;
}
