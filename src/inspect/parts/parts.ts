import type { Paragraph } from '../content/word-document.ts';
import type { Line } from './lines.ts';

/** What stands at the top of the first page: ô 1 to 4, 5b and 10b of the decree's scheme. */
export interface Letterhead {
  /** Everything up to the title, in order, also rules and blanks. */
  readonly lines: readonly Line[];
  readonly nationalName: Line | undefined;
  readonly motto: Line | undefined;
  readonly superior: readonly Line[];
  readonly issuer: readonly Line[];
  readonly number: Line | undefined;
  readonly date: Line | undefined;
  /** `V/v …` of a dispatch. */
  readonly subject: readonly Line[];
  readonly urgency: Line | undefined;
}

/** Tên loại and trích yếu (ô 5a). */
export interface Title {
  readonly line: Line;
  /** `Báo cáo`. */
  readonly type: string;
  /** Whether the subject stands on the same line. */
  readonly hasRest: boolean;
  readonly abstract: readonly Line[];
}

/** Kính gửi (ô 9a). */
export interface Addressees {
  readonly label: Line;
  /** What follows the words on their own line. */
  readonly onLine: string;
  readonly names: readonly Line[];
}

/** Nơi nhận beside the signature (ô 9b, 7a, 7b). */
export interface Signature {
  /** Everything from its beginning on, in order, also blanks. */
  readonly lines: readonly Line[];
  readonly label: Line | undefined;
  readonly recipients: readonly Line[];
  readonly authority: readonly Line[];
  readonly name: Line | undefined;
}

/** Phụ lục: from its label to the next one. */
export interface Appendix {
  readonly label: Line;
  readonly title: readonly Line[];
  readonly reference: readonly Line[];
  /** The last line with text. */
  readonly last: Line | undefined;
  /** Index of the section it begins in, and whether a section begins with it. */
  readonly section: number;
  readonly beginsSection: boolean;
}

/** What the document is made of, as far as its words and their places tell. */
export interface Parts {
  /**
   * `titled`: with the name of its type. `letter`: công văn. `appendix`: nothing but appendices, in a file of their own. `unknown`:
   * nothing says what it is.
   */
  readonly kind: 'titled' | 'letter' | 'appendix' | 'unknown';
  readonly head: Letterhead;
  readonly title: Title | undefined;
  readonly addressees: Addressees | undefined;
  readonly legalBases: readonly Line[];
  readonly headings: readonly Line[];
  /** Running text, without headings, legal bases, tables and what stands in the middle. */
  readonly body: readonly Paragraph[];
  /** The last line before the signature. */
  readonly lastLine: Line | undefined;
  readonly signature: Signature;
  readonly appendices: readonly Appendix[];
}
