import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { Answer } from '../../src/model/located.ts';
import { CELL_TYPES } from '../../src/parse/cell-types/index.ts';
import type { Place } from '../../src/parse/cells/cell-place.ts';
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

describe('percent', () => {
  test.each<[CellDraft, readonly unknown[]]>([
    [percentCell(0.523), [52.3]],
    [percentCell(1.05), [105]],
    [percentCell(0), [0]],
    [0, [0]],
    [52.3, [52.3]],
    ['52,3%', [52.3]],
    ['52.3 %', [52.3]],
    ['５２，３％', [52.3]],
    ['52,3 phần trăm', [52.3]],
    ['52,3', [52.3]],
    ['50,500%', [50.5]],
    ['0,5%', [0.5]],
    // A share of 1, or that many percent: nobody can tell, and nothing hangs on it.
    [0.523, ['blank', 'percent-ambiguous']],
    [1, ['blank', 'percent-ambiguous']],
    ['0,505', ['blank', 'percent-ambiguous']],
    [percentCell(-0.1), ['invalid', 'number-negative']],
    ['hơn nửa', ['invalid', 'number-unreadable']],
    ['~50%', ['invalid', 'number-unreadable']],
    ['Nguyễn Văn A', ['invalid', 'number-unreadable']],
    [Number.NaN, ['invalid', 'number-unreadable']],
    [yes, ['invalid', 'number-unreadable']],
    [dayCell(45_966), ['invalid', 'number-unreadable']],
    ['051201012345', ['invalid']],
  ])('%j', (draft, expected) => expect(brief(CELL_TYPES.percent(at(draft)))).toEqual(expected));

  test('both readings are shown', () =>
    expect(CELL_TYPES.percent(at('0,505')).diagnostics[0]?.message).toBe(
      'CT02 “Số người” ghi 0,505, có thể là 50,5% hoặc 0,505%, nên không đem so với tỷ lệ tính từ số đếm',
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
    ['Ｘｏｎｇ', ['completed']],
    ['x', ['invalid', 'choice-unknown']],
    ['✓', ['invalid', 'choice-unknown']],
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

describe('a tick in a choice', () => {
  test.each(['x', 'X', '✓', '☑'])('%s is what the list says that a tick is', (tick) => {
    const statuses = [
      { id: 'completed', label: 'Đã hoàn thành', aliases: ['x'] },
      { id: 'not-started', label: 'Chưa thực hiện', aliases: [] },
    ] as const;
    expect(brief(CELL_TYPES.choice(at(tick), statuses))).toEqual(['completed']);
  });

  test('which of several it is, is not guessed', () =>
    expect(CELL_TYPES.choice(at('✓'), aForm.statuses).diagnostics[0]?.message).toMatch(
      /^CT02 “Số người” chỉ có dấu đánh chọn “✓”, cần một trong các lựa chọn “/u,
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
