import { maskPersonalData } from '../vi/personal-data.ts';
import { normalizeText } from '../vi/text.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The longest reason, in characters: it is printed in a table of the report. */
const LONGEST_REASON = 500;

/** The reason of a decision as it is recorded, without what looks personal. Throws a WorkspaceError without one, or for a long one. */
export function reasonTyped(typed: string): string {
  const reason = maskPersonalData(normalizeText(typed)).replace(/[\s.;]+$/u, '');
  if (reason === '') throw new WorkspaceError('Thiếu lý do; ghi sau --reason, trong dấu nháy');
  if (reason.length <= LONGEST_REASON) return reason;
  throw new WorkspaceError(`Lý do dài ${reason.length} ký tự, phải không quá ${LONGEST_REASON} ký tự`);
}
