/** Structurally the model's ReceiptStatus; this folder imports nothing of the project. */
type Receipt = 'on-time' | 'late' | 'undated' | 'missing' | 'not-due' | 'unusable' | 'not-expected';

/** What became of a unit's report, as the commune says it. */
export const RECEIPT_WORDS: Readonly<Record<Receipt, string>> = {
  'on-time': 'đúng hạn',
  late: 'nộp muộn',
  undated: 'không rõ ngày',
  missing: 'chưa nộp',
  'not-due': 'chưa đến hạn',
  unusable: 'chưa sử dụng được',
  'not-expected': 'không bắt buộc',
};
