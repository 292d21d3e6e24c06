import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Issuer } from '../model/issuer.ts';
import type { ReportModel, UnitOutcome } from '../model/report.ts';
import { RECEIPT_WORDS } from '../vi/receipt-words.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { citationOf } from './citation.ts';
import { buildContext } from './context.ts';
import { unitPart, unitsToRemind } from './context-reporting.ts';
import { faultDiagnostic, TEMPLATE_INVALID, TemplateFault, type ReportTemplate } from './problems.ts';
import { decodePlain } from './provenance.ts';
import { resolveMarks } from './resolve-marks.ts';
import { asScopeObject, type ScopeObject } from './scope.ts';
import { unitNames, type UnitNames } from './unit-names.ts';
import { cleanTemplate, wordTemplate } from './word-template.ts';

/** A text to send to one unit. */
export interface UnitMessage {
  readonly outcome: UnitOutcome;
  /** Several lines, without markup. */
  readonly text: string;
}

/** Why a unit's files cannot be used, as the findings about the files say it. */
function reasons(model: ReportModel, { files }: UnitOutcome): readonly string[] {
  const isWhole = ({ severity, location }: Diagnostic): boolean =>
    severity === 'error' && location.kind === 'file' && files.includes(location.file);
  return [...new Set(model.diagnostics.filter(isWhole).map(({ message }) => message))];
}

/** Variables `unit.…` of a text to one unit. */
function addressedPart(model: ReportModel, outcome: UnitOutcome, names: UnitNames): ScopeObject {
  return {
    ...unitPart(outcome, names),
    status: RECEIPT_WORDS[outcome.status],
    is_unusable: outcome.status === 'unusable',
    is_conflicting: outcome.isConflicting,
    files: outcome.files.map(maskPersonalData),
    reasons: reasons(model, outcome),
  };
}

/** Only words: what a document alone can hold has no place in a text message. */
const ONLY_WORDS = {
  problem: TEMPLATE_INVALID,
  message: 'Tin nhắn chỉ có chữ, không có phụ lục',
  hint: 'Xóa thẻ {% appendix … %} và {% ref … %} khỏi mẫu tin nhắn',
};

function tidyLines(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

function wordMessage(text: string, scope: ScopeObject, { round }: ReportModel, issuer: Issuer): string {
  const { document, legalBasis } = round.directive;
  const citations = [...(document === undefined ? [] : [document]), ...legalBasis].map((cited) =>
    citationOf(cited, issuer),
  );
  const known = { appendix: undefined, ref: undefined, cite: citations.map(({ id }) => id), chart: [], table: [] };
  const { output, marks } = wordTemplate(text, scope, known);
  const stranger = marks.find(({ kind }) => kind !== 'cite');
  if (stranger !== undefined) throw new TemplateFault(ONLY_WORDS, stranger.offset);
  return tidyLines(decodePlain(output, text, resolveMarks(output, marks, citations).wordsOf));
}

/**
 * A short text for every unit that owes a report (tin nhắn đôn đốc), in the register's order, for Zalo, SMS or e-mail. A fault of
 * the template is a finding with line and column, and then there are no texts.
 */
export function composeMessages(
  model: ReportModel,
  issuer: Issuer,
  template: ReportTemplate,
): Outcome<readonly UnitMessage[] | undefined> {
  const cleaned = { file: template.file, text: cleanTemplate(template.text) };
  const names = unitNames(model.units);
  const context = buildContext(model, issuer, names, []);
  try {
    const texts = unitsToRemind(model).map((outcome) => {
      const scope = { ...context, unit: asScopeObject(addressedPart(model, outcome, names)) };
      return { outcome, text: wordMessage(cleaned.text, scope, model, issuer) };
    });
    return { value: texts, diagnostics: [] };
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    return { value: undefined, diagnostics: [faultDiagnostic(error.description, cleaned, error.offset)] };
  }
}
