import { grouped } from '../../model/grouped.ts';
import {
  isClearly,
  mayBeClearly,
  tellingWords,
  weigh,
  type Evidence,
  type ShownBy,
} from '../../vi/legacy-encoding/evidence.ts';
import { fromLegacy, type LegacyEncoding } from '../../vi/legacy-encoding/tables.ts';
import type { SheetTexts, Suspect } from './suspects.ts';

const ENCODINGS: readonly LegacyEncoding[] = ['tcvn3', 'vni'];

/** A suspect with the encoding in which it is written; undefined: it stays as it is. */
export interface Decision {
  readonly suspect: Suspect;
  readonly encoding: LegacyEncoding | undefined;
}

/** Every word of the text is a syllable under that encoding, one of them under no other. */
function belongsTo(encoding: LegacyEncoding, { words, ...evidence }: Evidence): boolean {
  return evidence[encoding].only > 0 && evidence[encoding].valid === words;
}

/** The words of all of them, each once. */
function wordsOf(suspects: Iterable<Suspect>): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { western } of suspects) texts.add(western);
  return new Set([...texts].flatMap(tellingWords));
}

/** The encodings of which texts together are, beyond doubt. A file may mix both: what is the one's own is not held against the other. */
function encodingsOf(suspects: readonly Suspect[], shownBy: ShownBy): readonly LegacyEncoding[] {
  return ENCODINGS.filter((encoding) => {
    const others = ENCODINGS.filter((other) => other !== encoding);
    const own = suspects.filter(({ evidence }) => !others.some((other) => belongsTo(other, evidence)));
    const isPossible = mayBeClearly(
      encoding,
      own.map(({ evidence }) => evidence),
    );
    return isPossible && isClearly(encoding, weigh(wordsOf(own), shownBy));
  });
}

/** More of the text's words are syllables under the encoding than as they stand. */
function speaksFor(encoding: LegacyEncoding, { evidence }: Suspect): boolean {
  const { valid } = evidence[encoding];
  return valid > evidence.asIs && valid * 2 >= evidence.words;
}

/** Every word of the text is as good in Unicode: `cè` can be cố or cè. Or it has none, only single letters and abbreviations. */
function allows(encoding: LegacyEncoding, { evidence, western }: Suspect): boolean {
  const { words, asIs } = evidence;
  return asIs === words && evidence[encoding].valid === words && fromLegacy(western, encoding) !== western;
}

/** What settles a text that could be Unicode as well: the encodings that all texts around it, or all in its font, are of. */
interface Settlement {
  /** The one encoding of a file in which nothing is Unicode. */
  readonly file: LegacyEncoding | undefined;
  /** Encodings in whose fonts nothing is Unicode. */
  readonly fonts: readonly LegacyEncoding[];
}

/** Words that are syllables in Unicode only. */
function isOwnUnicode({ evidence }: Suspect): boolean {
  return ENCODINGS.every((encoding) => evidence.asIs > evidence[encoding].valid);
}

function settlementOf(sheets: readonly SheetTexts[], encodings: readonly LegacyEncoding[]): Settlement {
  const unicode = sheets.flatMap(({ suspects }) => suspects.filter(isOwnUnicode));
  const isPure = unicode.length === 0 && !sheets.some(({ hasUnicode }) => hasUnicode);
  const mixed = new Set([
    ...sheets.flatMap(({ unicodeFonts }) => [...unicodeFonts]),
    ...unicode.map(({ fontEncoding }) => fontEncoding),
  ]);
  return {
    file: isPure && encodings.length === 1 ? encodings[0] : undefined,
    fonts: ENCODINGS.filter((encoding) => !mixed.has(encoding)),
  };
}

/** The encoding of one text, if it is one of those that are certain for its column, sheet or file. */
function encodingOf(
  suspect: Suspect,
  certain: ReadonlySet<LegacyEncoding>,
  settlement: Settlement,
): LegacyEncoding | undefined {
  const { evidence, fontEncoding } = suspect;
  const [best] = [...certain]
    .filter((encoding) => speaksFor(encoding, suspect))
    .sort((a, b) => evidence[b].valid - evidence[a].valid || Number(b === fontEncoding) - Number(a === fontEncoding));
  if (best !== undefined || suspect.row < 0) return best;
  return [...certain].find((encoding) => {
    const isSettled =
      fontEncoding === undefined
        ? settlement.file === encoding
        : fontEncoding === encoding && settlement.fonts.includes(encoding);
    return isSettled && allows(encoding, suspect);
  });
}

/**
 * Decides on every suspect of the workbook: over its column, else its sheet, else all sheets together. A text that could be
 * Unicode as well is taken for it if anything in the file, or in the text's font, is.
 */
export function decide(sheets: readonly SheetTexts[], shownBy: ShownBy): readonly Decision[] {
  const file = encodingsOf(
    sheets.flatMap(({ suspects }) => suspects),
    shownBy,
  );
  const settlement = settlementOf(sheets, file);
  return sheets.flatMap(({ suspects }) => {
    const sheet = encodingsOf(suspects, shownBy);
    const columns = [...grouped(suspects, ({ column }) => String(column)).values()];
    return columns.flatMap((members) => {
      const certain = new Set([...encodingsOf(members, shownBy), ...sheet, ...file]);
      return members.map((suspect) => ({ suspect, encoding: encodingOf(suspect, certain, settlement) }));
    });
  });
}

/** Texts that look like an old encoding and stay because there is too little text to be certain. */
export function doubtful(decisions: readonly Decision[], shownBy: ShownBy): readonly Decision[] {
  const looking = decisions.flatMap(({ suspect, encoding }): Decision[] => {
    const [likely] = encoding === undefined ? ENCODINGS.filter((candidate) => speaksFor(candidate, suspect)) : [];
    return likely === undefined ? [] : [{ suspect, encoding: likely }];
  });
  const { tcvn3, vni } = weigh(wordsOf(looking.map(({ suspect }) => suspect)), shownBy);
  const hasFont = looking.some(({ suspect, encoding }) => suspect.fontEncoding === encoding);
  return tcvn3.only + vni.only >= (hasFont ? 1 : 2) ? looking : [];
}
