import type { Diagnostic, Location, Severity } from '../../src/model/diagnostic.ts';

const WORDS: Readonly<Record<Severity, string>> = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý' };

function place(location: Location): string {
  switch (location.kind) {
    case 'cell':
      return `${location.ref.file} › ${location.ref.sheet}!${location.ref.address}`;
    case 'sheet':
      return `${location.file} › ${location.sheet}`;
    case 'file':
      return location.file;
    case 'passage':
      return `${location.file} › ${location.place}`;
    case 'unit':
      return `${location.unit} (${location.name})`;
    case 'data':
      return `${location.file}:${location.line}:${location.column}`;
  }
}

/** Findings as the rule pages and golden files show them. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ rule, severity, message, hint, location, related }) =>
      [
        `${place(location)} · ${WORDS[severity]} · ${rule}`,
        `  ${message}`,
        `  → ${hint}`,
        ...related.map((other) => `  xem ${place(other.location)}: ${other.note}`),
      ].join('\n'),
    )
    .join('\n');
}
