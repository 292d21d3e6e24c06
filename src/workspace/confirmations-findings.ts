import type { Meaning, MeaningKind } from '../model/confirmation.ts';
import { diagnosticOf, type Diagnostic } from '../model/diagnostic.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { CONFIRMATIONS_FILE, type ConfirmationEntry } from './confirmations.ts';
import { meaningWords } from './confirmed-meaning.ts';
import { CONFIRMATION_CONTRADICTS, CONFIRMATION_UNKNOWN } from './problems.ts';

/** A line with what it means in the round. */
export interface Resolved {
  readonly entry: ConfirmationEntry;
  readonly meaning: Meaning;
}

/** A line whose meaning is not there. */
export function unknown(
  { written, means, directive = '', kind, location }: ConfirmationEntry,
  reason: 'unknown' | 'no-directive',
): Diagnostic {
  const lacking: Readonly<Record<MeaningKind, string>> = {
    unit: `danh sách đơn vị (don-vi.xlsx) không có mã ${quoteValue(means)}`,
    indicator: `văn bản ${quoteValue(directive)} không có chỉ tiêu ${quoteValue(means)}`,
    task: `văn bản ${quoteValue(directive)} không có nhiệm vụ ${quoteValue(means)}`,
    heading: `biểu mẫu không có mục ${quoteValue(means)}`,
  };
  const what = reason === 'unknown' ? lacking[kind] : `không có văn bản giao nhiệm vụ ${quoteValue(directive)}`;
  return diagnosticOf(CONFIRMATION_UNKNOWN, {
    message: `${quoteValue(written)} được xác nhận là ${quoteValue(means)}, nhưng ${what} nên xác nhận này không được dùng`,
    hint: `Sửa lại dòng này của ${CONFIRMATIONS_FILE} cho đúng, hoặc xóa dòng nếu không cần nữa`,
    location,
    facts: { means },
  });
}

/** Two lines that give the same words different meanings. */
export function twofold([first, second]: readonly [Resolved, Resolved]): Diagnostic {
  return diagnosticOf(CONFIRMATION_CONTRADICTS, {
    message: `${quoteValue(second.entry.written)} được xác nhận hai nghĩa, ${meaningWords(first.meaning)} và ${meaningWords(second.meaning)}, nên không nghĩa nào được dùng`,
    hint: `Xóa dòng xác nhận nhầm trong ${CONFIRMATIONS_FILE}, mỗi chữ chỉ giữ một nghĩa`,
    location: second.entry.location,
    related: [{ location: first.entry.location, note: 'nghĩa kia' }],
  });
}

/** Words that the register or the directive itself gives another meaning. */
export function taken({ entry, meaning }: Resolved, others: readonly Meaning[]): Diagnostic {
  return diagnosticOf(CONFIRMATION_CONTRADICTS, {
    message: `${quoteValue(entry.written)} được xác nhận là ${meaningWords(meaning)}, nhưng chữ này đã là ${joinWords(others.map(meaningWords))}, nên xác nhận không được dùng`,
    hint: `Xóa dòng này trong ${CONFIRMATIONS_FILE}, hoặc sửa “means” cho đúng`,
    location: entry.location,
  });
}
