import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { CountUnit } from '../../src/model/directive.ts';
import type { Answer } from '../../src/model/located.ts';
import { CELL_TYPES } from '../../src/parse/cell-types/index.ts';
import type { Place } from '../../src/parse/cell-place.ts';
import { cellOf, dayCell, percentCell, uncomputed, type CellDraft } from '../support/a-workbook.ts';
import { aForm } from '../support/a-directive.ts';

const ref = { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D5' };

function at(draft: CellDraft): Place {
  return { cell: cellOf(draft), ref, thing: 'CT02 “Số người”', facts: { indicator: 'signature-holders' } };
}

/** The value, or the kind of the answer with its mark; and the findings' ids. */
function brief<T>({ value, diagnostics }: Outcome<Answer<T>>): readonly unknown[] {
  const found = value.kind === 'value' ? value.value : value.kind === 'absent' ? value.mark : 'invalid';
  return [found, ...diagnostics.map(({ rule }) => rule)];
}

const error: CellDraft = { kind: 'error', code: '#REF!' };
const yes: CellDraft = { kind: 'boolean', boolean: true };

/** Blank, dash, error and uncomputed formula are the same for every type. */
const EVERYWHERE: readonly (readonly [string, CellDraft, readonly unknown[]])[] = [
  ['blank', undefined, ['blank']],
  ['hyphen', '-', ['dash']],
  ['dashes', ' – – ', ['dash']],
  ['long dash', '—', ['dash']],
  ['minus', '−', ['dash']],
  ['dots', '…', ['dash']],
  ['stroke', '/', ['dash']],
  ['error', error, ['invalid', 'cell-error-value']],
  ['uncomputed', uncomputed, ['invalid', 'formula-uncomputed']],
];

describe.each([
  ['choice', (place: Place) => CELL_TYPES.choice(place, aForm.statuses)],
  ['count', (place: Place) => CELL_TYPES.count(place)],
  ['date', CELL_TYPES.date],
  ['percent', CELL_TYPES.percent],
  ['text', CELL_TYPES.text],
] as const)('%s', (_type, read) => {
  test.each(EVERYWHERE)('%s', (_what, draft, expected) => expect(brief<unknown>(read(at(draft)))).toEqual(expected));
});

describe('count', () => {
  test.each<[CellDraft, readonly unknown[]]>([
    [412, [412]],
    [0, [0]],
    [-0, [0]],
    ['0', [0]],
    ['412', [412]],
    ['1.234', [1234]],
    ['1,234', [1234]],
    ['1 234', [1234]],
    ['1\u00a0234', [1234]],
    ['1.234.567', [1234567]],
    [412.0000000001, [412]],
    [99_999_999, [99_999_999]],
    ['412 người', [412, 'number-with-unit']],
    ['1.234 người dân', [1234, 'number-with-unit']],
    ['412người.', [412, 'number-with-unit']],
    [12.5, ['invalid', 'number-not-whole']],
    ['12,5', ['invalid', 'number-not-whole']],
    ['1234.5', ['invalid', 'number-not-whole']],
    ['12,5 người', ['invalid', 'number-not-whole']],
    [-5, ['invalid', 'number-negative']],
    ['−5', ['invalid', 'number-negative']],
    [100_000_000, ['invalid', 'number-too-large']],
    [912_345_678, ['invalid', 'number-too-large']],
    ['0912345678', ['invalid', 'number-too-large']],
    [-2e15, ['invalid', 'number-too-large']],
    ['ba trăm', ['invalid', 'number-unreadable']],
    ['không', ['invalid', 'number-unreadable']],
    ['chưa', ['invalid', 'number-unreadable']],
    ['x', ['invalid', 'number-unreadable']],
    ['khoảng 300', ['invalid', 'number-unreadable']],
    ['300+', ['invalid', 'number-unreadable']],
    ['300/450', ['invalid', 'number-unreadable']],
    ['300 cái', ['invalid', 'number-unreadable']],
    ['12 (3 nữ)', ['invalid', 'number-unreadable']],
    ['52%', ['invalid', 'number-unreadable']],
    [yes, ['invalid', 'number-unreadable']],
    [dayCell(45_000), ['invalid', 'number-unreadable']],
    [percentCell(0.5), ['invalid', 'number-unreadable']],
    [percentCell(1), ['invalid', 'number-unreadable']],
    ['02553822123', ['invalid', 'number-too-large']],
    ['1234567890', ['invalid', 'number-too-large']],
    ['51201012345', ['invalid', 'number-too-large']],
    ['01234567890', ['invalid', 'number-too-large']],
    ['1.234.567.890', ['invalid', 'number-too-large']],
    ['1234567890 người', ['invalid', 'number-too-large']],
    ['1234567000', ['invalid', 'number-too-large']],
    [1_234_567_000, ['invalid', 'number-too-large']],
    ['0.123.456.789', ['invalid', 'number-unreadable']],
    // Citizen numbers: the mark of the cell is the finding.
    ['051201012345', ['invalid']],
    ['051 201 012 345', ['invalid']],
    [51_201_012_345, ['invalid']],
    [1_201_012_345, ['invalid']],
  ])('%j', (draft, expected) => expect(brief(CELL_TYPES.count(at(draft)))).toEqual(expected));

  test.each<[string, CountUnit, readonly unknown[]]>([
    ['250 hộ', 'household', [250, 'number-with-unit']],
    ['250 hộ', 'person', [250, 'number-unit-mismatch']],
    ['80 lượt', 'turn', [80, 'number-with-unit']],
    ['80 lượt người', 'turn', [80, 'number-with-unit']],
    ['80 lượt', 'person', [80, 'number-unit-mismatch']],
    ['5 buổi', 'session', [5, 'number-with-unit']],
    ['5 buổi', 'event', [5, 'number-with-unit']],
    ['12 tin, bài', 'item', [12, 'number-with-unit']],
  ])('%s where a %s is counted', (text, counts, expected) =>
    expect(brief(CELL_TYPES.count(at(text), counts))).toEqual(expected),
  );

  test('the message says the thing, what was found, what was expected', () => {
    const [finding] = CELL_TYPES.count(at('ba trăm')).diagnostics;
    expect(finding).toEqual({
      rule: 'number-unreadable',
      severity: 'error',
      message: 'CT02 “Số người” ghi “ba trăm”, cần một số nguyên',
      hint: 'Nhập chỉ một con số vào ô này, ghi chú viết vào cột ghi chú; nếu không có trường hợp nào thì nhập số 0',
      location: { kind: 'cell', ref },
      related: [],
      facts: { indicator: 'signature-holders' },
    });
  });

  test.each<[CellDraft, string]>([
    ['250 hộ', 'CT02 “Số người” ghi “250 hộ”, tức là đếm “hộ”, cần số người'],
    [-1500, 'CT02 “Số người” là số âm -1.500, cần số 0 hoặc lớn hơn'],
    [12.5, 'CT02 “Số người” là 12,5, cần một số nguyên'],
    [dayCell(45_966), 'CT02 “Số người” hiện ngày “05/11/2025”, cần một số nguyên'],
    [percentCell(0.523), 'CT02 “Số người” ghi “52,3%”, cần một số nguyên'],
  ])('%j: %s', (draft, message) => expect(CELL_TYPES.count(at(draft), 'person').diagnostics[0]?.message).toBe(message));

  test.each<CellDraft>([
    '0912345678',
    '051201012345',
    '1234567890',
    '02553822123',
    912_345_678,
    51_201_012_345,
    'gọi 0912 345 678 nhé',
  ])('nothing of %j is ever repeated', (draft) => {
    const printed = JSON.stringify(CELL_TYPES.count(at(draft)));
    expect(printed).not.toMatch(/\d{4,}|345 678/u);
    expect(printed).toContain('••••');
  });
});

describe('percent', () => {
  test.each<[CellDraft, readonly unknown[]]>([
    [percentCell(0.523), [52.3]],
    [percentCell(1.05), [105]],
    [percentCell(0), [0]],
    [0.523, [52.3]],
    [1, [100]],
    [52.3, [52.3]],
    [0.1 + 0.2, [30]],
    ['52,3%', [52.3]],
    ['52.3 %', [52.3]],
    ['52,3', [52.3]],
    ['0,523', [52.3]],
    ['0,5%', [0.5]],
    [percentCell(-0.1), ['invalid', 'number-negative']],
    ['hơn nửa', ['invalid', 'number-unreadable']],
    [yes, ['invalid', 'number-unreadable']],
    [dayCell(45_966), ['invalid', 'number-unreadable']],
    ['051201012345', ['invalid']],
  ])('%j', (draft, expected) => expect(brief(CELL_TYPES.percent(at(draft)))).toEqual(expected));
});

describe('date', () => {
  test.each<[CellDraft, readonly unknown[]]>([
    [dayCell(45_966), ['2025-11-05']],
    [dayCell(45_966.99), ['2025-11-05']],
    [45_966, ['2025-11-05']],
    ['05/11/2025', ['2025-11-05']],
    ['5/11/2025', ['2025-11-05']],
    ['5.11.2025', ['2025-11-05']],
    ['05-11-2025', ['2025-11-05']],
    ['5/11/25', ['2025-11-05']],
    ['05/11/2025.', ['2025-11-05']],
    ['05/11/2025 14:30', ['2025-11-05']],
    ['ngày 5 tháng 11 năm 2025', ['2025-11-05']],
    ['2025-11-05', ['2025-11-05']],
    ['29/02/2024', ['2024-02-29']],
    ['29/02/2025', ['invalid', 'date-unreadable']],
    ['31/11/2025', ['invalid', 'date-unreadable']],
    ['11/15/2025', ['invalid', 'date-unreadable']],
    ['05/11', ['invalid', 'date-unreadable']],
    ['hôm qua', ['invalid', 'date-unreadable']],
    ['01/10 - 31/10/2025', ['invalid', 'date-unreadable']],
    [2025, ['invalid', 'date-unreadable']],
    [5_112_025, ['invalid', 'date-unreadable']],
    [dayCell(12), ['invalid', 'date-unreadable']],
    [percentCell(459.66), ['invalid', 'date-unreadable']],
    [yes, ['invalid', 'date-unreadable']],
  ])('%j', (draft, expected) => expect(brief(CELL_TYPES.date(at(draft)))).toEqual(expected));

  test('the message shows what stands there', () =>
    expect(CELL_TYPES.date(at('hôm qua')).diagnostics[0]?.message).toBe(
      'CT02 “Số người” ghi “hôm qua”, cần một ngày có thật dạng ngày/tháng/năm',
    ));
});

describe('choice', () => {
  const statuses = [
    { id: 'completed', label: 'Đã hoàn thành', aliases: ['Xong'] },
    { id: 'not-started', label: 'Chưa thực hiện', aliases: [] },
  ] as const;
  test.each<[CellDraft, readonly unknown[]]>([
    ['Đã hoàn thành', ['completed']],
    ['  ĐÃ HOÀN THÀNH. ', ['completed']],
    ['Đã hoàn thành'.normalize('NFD'), ['completed']],
    ['xong', ['completed']],
    ['Da hoan thanh', ['invalid', 'choice-unknown']],
    ['đang chờ', ['invalid', 'choice-unknown']],
    [1, ['invalid', 'choice-unknown']],
    [yes, ['invalid', 'choice-unknown']],
  ])('%j', (draft, expected) => expect(brief(CELL_TYPES.choice(at(draft), statuses))).toEqual(expected));

  test('something near is suggested, never taken', () =>
    expect(CELL_TYPES.choice(at('Da hoan thanh'), statuses).diagnostics[0]?.message).toBe(
      'CT02 “Số người” ghi “Da hoan thanh”, cần một trong các lựa chọn “Đã hoàn thành” và “Chưa thực hiện” (có phải ý bạn là “Đã hoàn thành”?)',
    ));
});

describe('text', () => {
  test.each<[CellDraft, string]>([
    ['Đã tổ chức 3 buổi', 'Đã tổ chức 3 buổi'],
    ['dòng một\ndòng hai', 'dòng một\ndòng hai'],
    [412, '412'],
    [12.5, '12,5'],
    [dayCell(45_966), '05/11/2025'],
    [percentCell(0.5), '50%'],
    [yes, 'TRUE'],
    ['Liên hệ 0912345678', 'Liên hệ ••••'],
    ['CCCD 051201012345', 'CCCD ••••'],
    [51_201_012_345, '••••'],
  ])('%j', (draft, expected) => {
    const { value } = CELL_TYPES.text(at(draft));
    expect(value).toEqual({ kind: 'value', value: expected, raw: expected, ref });
  });
});
