import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Answer, Located } from '../../model/located.ts';
import { REGISTER_COLUMNS, type RegisterColumnId } from '../../model/register.ts';
import type { CellRef } from '../../model/workbook.ts';
import { normalizeText } from '../../vi/text.ts';
import { quotedHeading } from '../tables/heading-words.ts';
import type { Place } from '../cells/cell-place.ts';
import { problem, type ParseProblemId } from '../problems.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';

/** The cell of that column in the row, or undefined when the register has no such column. */
export type Cells = (id: RegisterColumnId) => Pick<Place, 'cell' | 'ref' | 'evidence'> | undefined;

/** The text of the cell on one line; '' for a blank or a dash. */
export function textOf(cells: Cells, id: RegisterColumnId): string {
  const cell = cells(id)?.cell;
  return cell !== undefined && isFilled(cell) ? normalizeText(rawText(cell.value)) : '';
}

/** What the cell is called in a message. */
export function thingOf(id: RegisterColumnId, code: string): string {
  return `Ô ${quotedHeading(REGISTER_COLUMNS, id)} của đơn vị ${code}`;
}

/** Reads a cell; whatever is wrong with it becomes a finding about the register. */
export function readCell<T>(
  cells: Cells,
  id: RegisterColumnId,
  code: string,
  kind: ParseProblemId,
  read: (place: Place) => Outcome<Answer<T>>,
): Outcome<Located<T> | undefined> {
  const found = cells(id);
  if (found === undefined) return { value: undefined, diagnostics: [] };
  const { value, diagnostics } = read({ ...found, thing: thingOf(id, code), facts: { unit: code } });
  const located = value.kind === 'value' ? { value: value.value, raw: value.raw, ref: value.ref } : undefined;
  return { value: located, diagnostics: value.kind === 'invalid' ? faults(value, diagnostics, id, code, kind) : [] };
}

/** Where the advice for a unit's form (its column of notes, its 0 for “none”) would be wrong for the register. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ['date-ambiguous', 'Ghi lại ngày theo thứ tự ngày/tháng/năm, ví dụ 30/09/2025; chưa biết ngày thì để trống'],
  ['date-incomplete', 'Ghi đủ ngày/tháng/năm vào ô này, ví dụ 30/09/2025; chưa biết ngày thì để trống'],
  ['date-unreadable', 'Ghi ngày vào ô này theo dạng ngày/tháng/năm, ví dụ 30/09/2025; chưa biết ngày thì để trống'],
  ['number-ambiguous', 'Gõ lại con số liền nhau, không có dấu chấm, dấu phẩy; chưa biết số thì để trống'],
  ['number-negative', 'Ghi lại số vào ô này, không có dấu trừ; chưa biết số thì để trống'],
  ['number-says-none', 'Ghi số 0 nếu đúng là không có; chưa biết số thì để trống'],
  ['number-unreadable', 'Ghi chỉ một con số vào ô này; chưa biết số thì để trống'],
]);

function faults(
  { ref }: { readonly ref: CellRef },
  diagnostics: readonly Diagnostic[],
  id: RegisterColumnId,
  code: string,
  kind: ParseProblemId,
): readonly Diagnostic[] {
  const [first] = diagnostics;
  const finding = problem(kind, {
    message: first?.message ?? `${thingOf(id, code)} có dãy số giống số định danh cá nhân, cần một số nguyên`,
    hint: HINTS.get(first?.rule ?? '') ?? first?.hint ?? 'Xóa dữ liệu cá nhân trong ô này rồi nhập lại',
    location: { kind: 'cell', ref },
    facts: { unit: code },
  });
  return [finding];
}
