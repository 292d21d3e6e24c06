import type { Diagnostic, Location, Severity } from '../model/diagnostic.ts';
import { formatInteger } from '../vi/number.ts';
import { maskPersonalData } from '../vi/personal-data.ts';

/** The severities in words, with a sign, so that colour is never needed to tell them apart. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '✗ lỗi',
  warning: '! cảnh báo',
  info: 'i lưu ý',
};

/** How many findings of each severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Counts findings by severity. */
export function countSeverities(diagnostics: readonly Diagnostic[]): SeverityCounts {
  const count = (severity: Severity): number => diagnostics.filter((found) => found.severity === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info') };
}

/** `2 lỗi, 1 cảnh báo, 0 lưu ý`. */
export function countWords({ error, warning, info }: SeverityCounts): string {
  return `${formatInteger(error)} lỗi, ${formatInteger(warning)} cảnh báo, ${formatInteger(info)} lưu ý`;
}

/** The name of a file or sheet as the terminal shows it: people give them names with numbers of persons in them. */
export function shownName(name: string): string {
  return maskPersonalData(name);
}

/** The place within its file: `Chỉ tiêu!D8`, `trang “Chỉ tiêu”`, `cả tệp`, `dòng 3, cột 5`. */
export function placeInFile(location: Location): string {
  switch (location.kind) {
    case 'cell':
      return `${shownName(location.ref.sheet)}!${location.ref.address}`;
    case 'sheet':
      return `trang “${shownName(location.sheet)}”`;
    case 'file':
      return 'cả tệp';
    case 'passage':
      return location.place;
    case 'unit':
      return 'đơn vị';
    case 'data':
      return location.line === 0 ? 'cả tệp' : `dòng ${location.line}, cột ${location.column}`;
  }
}

/** The file, or the unit that sent none: what findings are grouped by. */
export function groupOf(location: Location): string {
  switch (location.kind) {
    case 'cell':
      return location.ref.file;
    case 'unit':
      return `${location.unit} – ${location.name}`;
    case 'sheet':
    case 'file':
    case 'passage':
    case 'data':
      return location.file;
  }
}

/** The same in words, over the findings of the group. */
export function headingOf(location: Location): string {
  return location.kind === 'unit' ? groupOf(location) : shownName(groupOf(location));
}

/** File and place, for a place in another file. */
export function wholePlace(location: Location): string {
  return location.kind === 'unit' ? headingOf(location) : `${headingOf(location)} › ${placeInFile(location)}`;
}
