import { diagnosticOf, type Diagnostic, type Outcome } from '../model/diagnostic.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { hasLostLetters, mayBeMisread, readMisread } from '../vi/misread-utf8.ts';
import { withDistinctNames } from './distinct-names.ts';
import { asMeant } from './misread-text/apply.ts';
import { fateOf } from './misread-text/decide.ts';
import { conversionFinding, damageFinding, doubtFinding } from './misread-text/findings.ts';
import { survey, type Survey } from './misread-text/survey.ts';
import { notes, type Noted, type PlacedText } from './misread-text/texts.ts';
import { TEXT_DAMAGED, TEXT_LEGACY_DOUBTFUL, TEXT_MISREAD } from './problems.ts';

/** The sheets as they were meant, and what findings say of their texts. */
interface Meant {
  readonly sheets: readonly Sheet[];
  readonly converted: Noted | undefined;
  readonly damaged: Noted | undefined;
  readonly doubtful: Noted | undefined;
}

function meantIn({ sheets }: Workbook, found: Survey): Meant {
  const [kept, spoilt, lost, few] = [notes(), notes(), notes(), notes()];
  const meantAt = (place: PlacedText): string => {
    const reading = mayBeMisread(place.text) ? readMisread(place.text) : undefined;
    const fate = reading === undefined ? 'meant' : fateOf(place, reading, found);
    if (fate === 'converted') kept.add(place);
    if (fate === 'doubtful') few.add(place);
    const isLost = fate === 'meant' && hasLostLetters(place.text);
    if (isLost) lost.add(place);
    if (isLost || fate === 'damaged') spoilt.add(place);
    return (fate === 'converted' ? reading?.decoded : undefined) ?? place.text;
  };
  const made = sheets.map((sheet, index) =>
    asMeant(sheet, (text, row, column) => meantAt({ text, sheet: index, row, column })),
  );
  // One garbled word alone may be a foreign one.
  const isSure = found.areGarbled || kept.all() !== undefined;
  return { sheets: made, converted: kept.all(), damaged: (isSure ? spoilt : lost).all(), doubtful: few.all() };
}

/**
 * The workbook with every text whose UTF-8 somebody took for windows-1252 or 1258, once or several times, as it was meant:
 * decided over columns, sheets and the whole file, never over one short cell. A text of which bytes are lost stays, and so does all
 * that is Unicode already. At most one finding says what was converted, one what is damaged, one what is too little to be certain.
 */
export function convertMisreadText(workbook: Workbook): Outcome<Workbook> {
  const { file } = workbook;
  const found = survey(workbook.sheets);
  if (!found.isUntidy && !found.hasLost) return { value: workbook, diagnostics: [] };
  const meant = meantIn(workbook, found);
  const sheets = withDistinctNames(meant.sheets, workbook.sheets);
  const diagnostics: Diagnostic[] = [];
  if (meant.damaged !== undefined) {
    diagnostics.push(diagnosticOf(TEXT_DAMAGED, damageFinding(meant.damaged, sheets, file)));
  }
  if (meant.doubtful !== undefined) {
    diagnostics.push(diagnosticOf(TEXT_LEGACY_DOUBTFUL, doubtFinding(meant.doubtful, sheets, file)));
  }
  if (meant.converted !== undefined) {
    diagnostics.push(diagnosticOf(TEXT_MISREAD, conversionFinding(meant.converted, sheets, file)));
  }
  return { value: { ...workbook, sheets }, diagnostics };
}
