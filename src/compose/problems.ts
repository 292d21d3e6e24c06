import type { Diagnostic, Problem } from '../model/diagnostic.ts';
import { diagnosticOf } from '../model/diagnostic.ts';

/** An appendix that no sentence of the body refers to (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1). */
export const APPENDIX_UNREFERENCED: Problem = { id: 'appendix-unreferenced', severity: 'warning' };

/** The number or date of a cited document stands neither in the directive nor in the settings, and was printed as dots. */
export const DOCUMENT_DETAIL_BLANK: Problem = { id: 'document-detail-blank', severity: 'warning' };

/** A setting that the report prints is blank, and was printed as dots or left blank. */
export const SETTING_BLANK: Problem = { id: 'setting-blank', severity: 'warning' };

/** The report's wording cannot be understood: Liquid syntax, order of the parts, Markdown that has no place in a report. */
export const TEMPLATE_INVALID: Problem = { id: 'template-invalid', severity: 'error' };

/** The wording uses a variable, filter, tag, table, appendix or document that does not exist. */
export const TEMPLATE_NAME_UNKNOWN: Problem = { id: 'template-name-unknown', severity: 'error' };

/** A tag of the commune's own Word file stands where it cannot be filled, or braces make no tag. */
export const WORD_TAG_MISPLACED: Problem = { id: 'word-tag-misplaced', severity: 'error' };

/** The commune's own Word file has no place that says of a draft that it is one. */
export const WORD_TAG_MISSING: Problem = { id: 'word-tag-missing', severity: 'error' };

/** The commune's own Word file has a tag that does not exist. */
export const WORD_TAG_UNKNOWN: Problem = { id: 'word-tag-unknown', severity: 'error' };

/** The commune's own Word file cannot be filled: damaged, with macros, of another kind. */
export const WORD_TEMPLATE_UNREADABLE: Problem = { id: 'word-template-unreadable', severity: 'error' };

/** Every kind of finding of this stage, sorted by id. */
export const COMPOSE_PROBLEMS: readonly Problem[] = [
  APPENDIX_UNREFERENCED,
  DOCUMENT_DETAIL_BLANK,
  SETTING_BLANK,
  TEMPLATE_INVALID,
  TEMPLATE_NAME_UNKNOWN,
  WORD_TAG_MISPLACED,
  WORD_TAG_MISSING,
  WORD_TAG_UNKNOWN,
  WORD_TEMPLATE_UNREADABLE,
];

/** What is wrong with the wording, before it is known where. */
export interface FaultDescription {
  readonly problem: Problem;
  /** Vietnamese, without full stop. */
  readonly message: string;
  readonly hint: string;
}

/** The fault of a wording that is too long, too deep or without end. */
export function tooComplex(): FaultDescription {
  return {
    problem: TEMPLATE_INVALID,
    message: 'Mẫu báo cáo quá dài hoặc lặp quá nhiều, không xử lý hết được',
    hint: 'Rút ngắn mẫu báo cáo, bỏ bớt các vòng lặp lồng nhau',
  };
}

/** Stops the composition from inside a tag or filter; caught by the driver, never seen outside of this stage. */
export class TemplateFault extends Error {
  readonly description: FaultDescription;
  /** Where in the template, counted in UTF-16 units; undefined when the engine knows it. */
  readonly offset: number | undefined;

  constructor(description: FaultDescription, offset?: number) {
    super(description.message);
    this.description = description;
    this.offset = offset;
  }
}

/** The report's wording as it was handed in. */
export interface ReportTemplate {
  readonly file: string;
  readonly text: string;
}

/** The fault as a finding at that place of the template; undefined when no place is known. */
export function faultDiagnostic(
  { problem, message, hint }: FaultDescription,
  template: ReportTemplate,
  offset: number | undefined,
): Diagnostic {
  const { line, column } = offset === undefined ? { line: 0, column: 0 } : lineAndColumn(template.text, offset);
  return diagnosticOf(problem, {
    message,
    hint,
    location: { kind: 'data', file: template.file, path: '', line, column },
  });
}

/** Both from 1; the column counts characters, so that it agrees with what an editor shows. */
function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 };
}
