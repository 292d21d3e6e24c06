import type { NotEditable } from './render/returned-xlsx/fit-for-editing.ts';
import type { ReturnedReport } from './render/returned-xlsx/return-workbook.ts';

export { corrections, inFreshForm } from './compose/returns/corrections.ts';
export { listLines } from './compose/returns/list-lines.ts';
export { returnMessage } from './compose/returns/message.ts';
export { composeSlip, type SlipRequest, type WorkbookKind } from './compose/returns/compose-slip.ts';
export type { NotEditable } from './render/returned-xlsx/fit-for-editing.ts';
export { textAt } from './parse/cells/text-at.ts';

/** The unit's own workbook with everything marked that is to be mended, or why it cannot be marked so. */
export async function renderReturnedWorkbook(
  bytes: Uint8Array,
  report: ReturnedReport,
): Promise<Uint8Array | NotEditable> {
  const { returnedWorkbook } = await import('./render/returned-xlsx/return-workbook.ts');
  return returnedWorkbook(bytes, report);
}
