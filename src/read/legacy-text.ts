import { diagnosticOf, type Diagnostic, type Outcome } from '../model/diagnostic.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { withDistinctNames } from './distinct-names.ts';
import { applyDecisions } from './legacy-text/apply.ts';
import { decide, doubtful, type Decision } from './legacy-text/decide.ts';
import { codePageFinding, conversionFinding, doubtFinding } from './legacy-text/findings.ts';
import { shownByOf, textsOf } from './legacy-text/suspects.ts';
import { TEXT_LEGACY_DOUBTFUL, TEXT_LEGACY_ENCODING } from './problems.ts';

function apply({ sheets }: Workbook, decisions: readonly Decision[]): readonly Sheet[] {
  const made = sheets.map((sheet, index) =>
    applyDecisions(
      sheet,
      decisions.filter(({ suspect }) => suspect.sheet === index),
    ),
  );
  return withDistinctNames(made, sheets);
}

/**
 * The workbook with every text that is beyond doubt TCVN3 or VNI as Unicode, decided over columns, sheets and the whole file,
 * never over one short cell or a font alone, and without soft hyphens, which until here may have been the letter ư. Text that
 * is Unicode already stays, so that a converted workbook converts to itself. `codePage`: the text file's own, when it was an
 * old one. At most one finding says what was converted, one what looks as if it should have been.
 */
export function convertLegacyText(workbook: Workbook, codePage?: 'windows-1258'): Outcome<Workbook> {
  const { file } = workbook;
  const shownBy = shownByOf(workbook.sheets);
  const decisions = decide(
    workbook.sheets.map((sheet, index) => textsOf(sheet, index, shownBy)),
    shownBy,
  );
  const sheets = apply(workbook, decisions);
  const converted = decisions.filter(({ encoding }) => encoding !== undefined);
  const diagnostics: Diagnostic[] = [];
  if (codePage !== undefined) diagnostics.push(diagnosticOf(TEXT_LEGACY_ENCODING, codePageFinding(file)));
  if (converted.length > 0) {
    diagnostics.push(diagnosticOf(TEXT_LEGACY_ENCODING, conversionFinding(converted, sheets, file)));
  }
  const doubt = doubtFinding(doubtful(decisions, shownBy), sheets, file);
  if (doubt !== undefined) diagnostics.push(diagnosticOf(TEXT_LEGACY_DOUBTFUL, doubt));
  return { value: { ...workbook, sheets }, diagnostics };
}
