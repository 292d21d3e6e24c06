import type { Diagnostic } from '../model/diagnostic.ts';
import type { CellRemark } from '../model/document.ts';
import type { ReportModel } from '../model/report.ts';
import type { UnitId } from '../model/unit.ts';
import { cellKey, type CellRef } from '../model/workbook.ts';
import { formatInteger } from '../vi/number.ts';
import { rememberedFor } from '../vi/remembered.ts';
import { placeText } from './wording.ts';

/** So many findings are named in one remark; the others are counted. */
const MOST_NAMED = 8;

/** The findings that flag a figure, by their cell: errors, which keep it out, and warnings. */
const byCell = rememberedFor(({ diagnostics }: ReportModel): ReadonlyMap<string, readonly Diagnostic[]> => {
  const cells = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { severity, location } = diagnostic;
    if (severity === 'info' || location.kind !== 'cell') continue;
    const key = cellKey(location.ref);
    cells.set(key, [...(cells.get(key) ?? []), diagnostic]);
  }
  return cells;
});

/** The findings at those cells, in order of the cells, each once. */
function findingsAt(model: ReportModel, refs: readonly (CellRef | undefined)[]): readonly Diagnostic[] {
  const cells = byCell(model);
  return [...new Set(refs.flatMap((ref) => (ref === undefined ? [] : (cells.get(cellKey(ref)) ?? []))))];
}

function sentence({ severity, message, location }: Diagnostic): string {
  return `${severity === 'error' ? 'Lỗi' : 'Cảnh báo'}: ${message} (${placeText(location)}).`;
}

function sentences(found: readonly Diagnostic[]): readonly string[] {
  const rest = found.length - MOST_NAMED;
  const named = found.slice(0, MOST_NAMED).map(sentence);
  return rest > 0 ? [...named, `Còn ${formatInteger(rest)} phát hiện khác, xem bảng tổng hợp.`] : named;
}

/** What was found at the cells of one figure, and how to mend the first; undefined when nothing was. */
export function remarkAt(model: ReportModel, refs: readonly (CellRef | undefined)[]): string | undefined {
  return remarkOn(findingsAt(model, refs));
}

/** The same of findings that are known. */
function remarkOn(found: readonly Diagnostic[]): string | undefined {
  const [first] = found;
  return first === undefined ? undefined : [...sentences(found), `Cách xử lý: ${first.hint}.`].join('\n');
}

/** What was found at figures that a sum was made of; undefined when nothing was. */
export function remarkOnSum(model: ReportModel, refs: readonly (CellRef | undefined)[]): string | undefined {
  const found = findingsAt(model, refs);
  return found.length === 0 ? undefined : ['Số này cộng từ số liệu có phát hiện:', ...sentences(found)].join('\n');
}

/** Why the unit's answer to that indicator or task does not count; undefined when no error says so. */
export function remarkOnLeftOut(
  { leftOut }: ReportModel,
  unit: UnitId,
  asked: { readonly kind: 'indicator' | 'task'; readonly id: string },
): string | undefined {
  const own = leftOut.filter((one) => one.unit?.id === unit && one.diagnostic.facts[asked.kind] === asked.id);
  return remarkOn(own.map(({ diagnostic }) => diagnostic));
}

/** The remarks of a row, of those columns that have one. */
export function cellRemarks(texts: ReadonlyMap<number, string | undefined>): {
  readonly remarks?: readonly CellRemark[];
} {
  const remarks = [...texts].flatMap(([column, text]) => (text === undefined ? [] : [{ column, text }]));
  return remarks.length === 0 ? {} : { remarks };
}
