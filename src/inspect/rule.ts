import type { RuleId, Severity } from '../model/diagnostic.ts';
import type { ClauseId } from '../profiles/clauses-nd-30-2020.ts';
import type { DecreeProfile } from '../profiles/nd-30-2020.ts';
import type { WordDocument } from './content/word-document.ts';
import type { Parts } from './parts/parts.ts';

/** Where in the document something is: in words for a reader, and the paragraph's number (0 for a page or the whole). */
export interface Spot {
  readonly label: string;
  readonly paragraph: number;
}

/** Something that is not as the decree wants it. */
export interface Deviation {
  readonly clause: ClauseId;
  readonly spot: Spot;
  /** The thing and the value found: `Lề trái là 20 mm`; the driver goes on with what is allowed and the clause. */
  readonly thing: string;
  /** For JSON: the value alone. */
  readonly found: string | number;
  readonly allowed: string;
  /** Starts with a verb. */
  readonly hint: string;
}

export type Report = (deviation: Deviation) => void;

/** Something that takes a page laid out, and eyes, to decide: what is to be looked at, and how it should be. */
export type Undecided = Omit<Deviation, 'hint' | 'found'>;

/** What a rule looks at. */
export interface Inspected {
  readonly word: WordDocument;
  readonly parts: Parts;
  readonly profile: DecreeProfile;
}

/** Compares a document with some rules of the decree. What it cannot decide it hands to `unsure`, never passes in silence. */
export interface FormatRule {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly check: (inspected: Inspected, report: Report, unsure: (undecided: Undecided) => void) => void;
}
