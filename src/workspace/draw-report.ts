import type { Diagnostic } from '../model/diagnostic.ts';
import { renderOwnReport, renderReport } from '../pipeline.ts';
import { type ComposedRound, placedIn } from './compose-round.ts';
import type { Settings } from './settings.ts';
import type { WordTemplateFile } from './word-template.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A report as .docx, with everything found on the way. */
export interface DrawnReport {
  readonly docx: Uint8Array;
  readonly diagnostics: readonly Diagnostic[];
}

/** Draws the report, into the commune's own Word file if there is one. Throws a WorkspaceError with all that is wrong with that. */
export async function drawReport(
  composed: ComposedRound,
  settings: Settings,
  own: WordTemplateFile | undefined,
): Promise<DrawnReport> {
  const { document, judged, found, diagnostics } = composed;
  if (own === undefined) return { docx: await renderReport(document), diagnostics };
  const filled = await renderOwnReport(own, judged.model, settings.issuer, { document, diagnostics: found });
  if (filled.value === undefined) {
    throw new WorkspaceError(`Mẫu Word “${own.file}” có chỗ chưa đúng, chưa ghi báo cáo`, filled.diagnostics);
  }
  return {
    docx: filled.value,
    diagnostics: [...judged.checked.diagnostics, ...placedIn(filled.diagnostics, settings)],
  };
}
