import type { Diagnostic, Finding, Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import type { Cell, CellRef, CellValue } from '../../model/workbook.ts';
import type { CellEvidence } from './file-evidence.ts';
import { problem, type ParseProblemId } from '../problems.ts';
import { isDash, MASK, rawText } from './raw-text.ts';

/** One cell of a form that is about to be read: what stands there, where, and what it is called in a message. */
export interface Place {
  /** Undefined when the cell is blank. */
  readonly cell: Cell | undefined;
  readonly ref: CellRef;
  /** Begins a sentence: `CT02 “Số người …”`. */
  readonly thing: string;
  /** Goes into every finding about the cell: `task` or `indicator`. */
  readonly facts: Readonly<Record<string, string | number>>;
  /** What the rest of the file tells about the cell; undefined when nobody has looked. */
  readonly evidence?: CellEvidence | undefined;
}

/** The words of a finding about a cell; `facts` go beside those of the place. */
export type CellFinding = Pick<Finding, 'message' | 'hint' | 'related' | 'facts'>;

/** The answer without findings. */
export function accept<T>({ cell, ref }: Place, value: T): Outcome<Answer<T>> {
  return { value: { kind: 'value', value, raw: rawOf(cell), ref }, diagnostics: [] };
}

function rawOf(cell: Cell | undefined): string {
  return cell === undefined ? '' : rawText(cell.value);
}

/** The finding about that place. */
export function findingAt(
  { ref, facts }: Place,
  id: ParseProblemId,
  { message, hint, related = [], facts: own = {} }: CellFinding,
): Diagnostic {
  return problem(id, { message, hint, location: { kind: 'cell', ref }, related, facts: { ...facts, ...own } });
}

/** The answer that says: something stands there, and no value can be made of it. */
export function reject<T>(place: Place, id: ParseProblemId, words: CellFinding): Outcome<Answer<T>> {
  return { value: invalid(place), diagnostics: [findingAt(place, id, words)] };
}

/** The same where the text may be about a person: nothing of it is repeated, not even as the raw text of the answer. */
export function rejectUnseen<T>(place: Place, id: ParseProblemId, words: CellFinding): Outcome<Answer<T>> {
  return { value: { ...invalid(place), raw: MASK }, diagnostics: [findingAt(place, id, words)] };
}

/** The answer alone; only where the personal-data mark of the cell is the finding. */
export function invalid({ cell, ref }: Place): Extract<Answer<never>, { readonly kind: 'invalid' }> {
  return { kind: 'invalid', raw: rawOf(cell), ref };
}

/** What can stand in a cell when there is something to look at. */
export type OpenValue = Extract<CellValue, { readonly kind: 'text' | 'number' | 'boolean' }>;

/**
 * Answers what is the same for every type of cell: blank, dash, `#REF!` and formulas that nobody has computed; anything else
 * is for `read`.
 */
export function readOpen<T>(place: Place, read: (value: OpenValue) => Outcome<Answer<T>>): Outcome<Answer<T>> {
  const { cell, ref, thing } = place;
  if (cell === undefined) return { value: { kind: 'absent', mark: 'blank', ref }, diagnostics: [] };
  const { value } = cell;
  switch (value.kind) {
    case 'text':
      if (isDash(value.text)) return { value: { kind: 'absent', mark: 'dash', ref }, diagnostics: [] };
      return read({ kind: 'text', text: value.text.normalize('NFC') });
    case 'error':
      return reject(place, 'cell-error-value', {
        message: `${thing} hiện lỗi ${value.code} của công thức, cần một giá trị`,
        hint: 'Sửa công thức hoặc xóa công thức rồi nhập trực tiếp giá trị vào ô này',
      });
    case 'uncomputed':
      return reject(place, 'formula-uncomputed', {
        message: `${thing} là công thức chưa được tính nên không có giá trị`,
        hint: 'Mở tệp bằng Excel, kiểm tra ô này đã hiện kết quả rồi lưu lại; hoặc nhập trực tiếp giá trị thay cho công thức',
      });
    case 'number':
    case 'boolean':
      return read(value);
  }
}
