import type { CitedDocument } from '../model/directive.ts';
import type { Issuer } from '../model/issuer.ts';
import { formatDecreeDate } from '../vi/date.ts';
import { withoutStop } from './wording.ts';

/** Printed where nobody has said what belongs there. */
export const DOTS = '……';

/** A cited document with what the settings add to the directive's text. */
export interface Citation {
  readonly id: string;
  /** Type, number, date, issuer, subject: for the first citation (Nghị định 30/2020, Phụ lục I.II.6b). */
  readonly full: string;
  /** Type and number: for every later one. */
  readonly short: string;
  /** What is printed as dots. */
  readonly blanks: readonly ('number' | 'issuedOn')[];
  readonly document: CitedDocument;
}

/** The document as it is cited. What neither the directive nor the settings say is printed as dots, never invented. */
export function citationOf(document: CitedDocument, issuer: Issuer): Citation {
  const setting = issuer.documents.get(document.id);
  const number = document.number ?? (setting?.number === '' ? undefined : setting?.number);
  const issuedOn = document.issuedOn ?? setting?.issuedOn;
  const short = `${document.type} số ${number ?? DOTS}/${document.symbol}`;
  const day = issuedOn === undefined ? `ngày ${DOTS} tháng ${DOTS} năm ${DOTS}` : formatDecreeDate(issuedOn);
  return {
    id: document.id,
    full: `${short} ${day} của ${document.issuer} về việc ${withoutStop(document.subject)}`,
    short,
    blanks: [
      ...(number === undefined ? (['number'] as const) : []),
      ...(issuedOn === undefined ? (['issuedOn'] as const) : []),
    ],
    document,
  };
}
