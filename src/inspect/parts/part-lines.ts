import type { PartId } from '../../profiles/nd-30-2020.ts';
import { linesOf, type Line } from './lines.ts';
import type { Parts } from './parts.ts';

/** A component of the document with the lines it takes. */
export interface PartLines {
  readonly part: PartId;
  readonly lines: readonly Line[];
}

function present(line: Line | undefined): readonly Line[] {
  return line === undefined ? [] : [line];
}

/** Every component that was found, with its lines, in the order of the decree. */
export function partLines(parts: Parts): readonly PartLines[] {
  const { head, title, addressees, signature, appendices } = parts;
  const found: readonly (readonly [PartId, readonly Line[]])[] = [
    ['nationalName', present(head.nationalName)],
    ['motto', present(head.motto)],
    ['superior', head.superior],
    ['issuer', head.issuer],
    ['number', present(head.number)],
    ['date', present(head.date)],
    ['subject', head.subject],
    ['urgency', present(head.urgency)],
    ['title', present(title?.line)],
    ['abstract', title?.abstract ?? []],
    ['addressees', [...present(addressees?.label), ...(addressees?.names ?? [])]],
    ['legalBasis', parts.legalBases],
    ['heading', parts.headings],
    ['body', parts.body.flatMap((paragraph) => linesOf(paragraph, false))],
    ['recipientsLabel', present(signature.label)],
    ['recipients', signature.recipients],
    ['authority', signature.authority],
    ['signer', present(signature.name)],
    ['appendixLabel', appendices.map(({ label }) => label)],
    ['appendixTitle', appendices.flatMap((appendix) => appendix.title)],
    ['appendixReference', appendices.flatMap(({ reference }) => reference)],
  ];
  return found.flatMap(([part, lines]) => (lines.length === 0 ? [] : [{ part, lines }]));
}
