import type { UnitId } from './unit.ts';
import type { CellRef } from './workbook.ts';

/** `holders-exceed-eligible`: names the bad pattern; one page in docs/rules each. */
export type RuleId = string;

/**
 * lỗi / cảnh báo / lưu ý. An error is what the directive requires or forbids: the value is left out and listed. A warning is
 * improbable or merely recommended: counted and flagged. An info is what the directive does not mention.
 */
export type Severity = 'error' | 'warning' | 'info';

/** One finding (phát hiện). */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Vietnamese, one sentence without full stop: the thing, the value found, what was expected. */
  readonly message: string;
  /** Vietnamese, starts with a verb: how to fix it. Never empty. */
  readonly hint: string;
  readonly location: Location;
  readonly related: readonly Related[];
  /** For JSON and tests; never personal data. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Another place that matters, with a short note. */
export interface Related {
  readonly location: Location;
  readonly note: string;
}

export type Location =
  | { readonly kind: 'cell'; readonly ref: CellRef }
  | { readonly kind: 'sheet'; readonly file: string; readonly sheet: string }
  /** The whole file. An error here makes the whole submission unusable. */
  | { readonly kind: 'file'; readonly file: string }
  /** A place in a Word document, in words (`Tiêu ngữ (đoạn 4)`); counts its paragraphs with text from 1, 0 for no single one. */
  | { readonly kind: 'passage'; readonly file: string; readonly place: string; readonly paragraph: number }
  /** Nothing was submitted. */
  | { readonly kind: 'unit'; readonly unit: UnitId; readonly name: string }
  /** A file of our own is at fault (directive, settings, report template); line and column from 1, 0 when unknown. */
  | {
      readonly kind: 'data';
      readonly file: string;
      readonly path: string;
      readonly line: number;
      readonly column: number;
    };

/** What a stage hands to the next: what it understood, and what it found on the way. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** A kind of finding that a stage makes without being a rule of validate/: same discipline, one page each. */
export interface Problem {
  readonly id: RuleId;
  readonly severity: Severity;
}

/** The finding as a diagnostic of that kind. */
export function diagnosticOf(kind: Problem, finding: Finding): Diagnostic {
  return { rule: kind.id, severity: kind.severity, related: [], facts: {}, ...finding };
}

/** A finding as a rule or the parser reports it; the driver adds rule and severity. */
export interface Finding {
  readonly message: string;
  readonly hint: string;
  readonly location: Location;
  readonly related?: readonly Related[];
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** The file a location lies in, or undefined for a unit that sent nothing. */
export function fileOf(location: Location): string | undefined {
  switch (location.kind) {
    case 'cell':
      return location.ref.file;
    case 'sheet':
    case 'file':
    case 'passage':
    case 'data':
      return location.file;
    case 'unit':
      return undefined;
  }
}
