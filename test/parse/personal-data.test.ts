import { expect, test } from 'vitest';
import { findPersonalData } from '../../src/parse/form/personal-data.ts';
import { aFilledForm, GENERAL, INDICATOR_HEADER, TASK_HEADER } from '../support/a-filled-form.ts';
import { aSheet, aWorkbook, type CellDraft } from '../support/a-workbook.ts';
import { parse } from '../support/parse-form.ts';

const PHONE = '0912345678';
const ID = '051201012345';

test.each<[string, readonly (readonly CellDraft[])[], readonly string[]]>([
  ['counts and dates', [[412, '05/11/2025', '1.234.567', 'KH 05/KH-UBND']], []],
  ['a citizen number', [['', ID]], ['B1 id-number']],
  ['one inside a sentence, in groups', [['Hộ ông A, CCCD 051 201 012 345']], ['A1 id-number']],
  ['one that became a number', [[51_201_012_345]], ['A1 id-number']],
  [
    'digits of a phone, of a tax code, of the address of a page',
    [['02553822123', '4300123456', 'https://example.vn/1234567890']],
    [],
  ],
  ['a sum of money', [[1_500_000_000, '1.500.000.000 đồng']], []],
  ['one telephone number', [[`Liên hệ ${PHONE}`]], []],
  ['two in a cell', [[`${PHONE}; 0905 111 222`]], ['A1 phone-list']],
  ['two in a column', [[PHONE], [PHONE]], []],
  [
    'three in a column',
    [
      ['A', PHONE],
      ['B', PHONE],
      ['C', 912_345_678],
    ],
    ['B1 phone-list'],
  ],
  ['three in a row', [[PHONE, PHONE, PHONE]], []],
])('%s', (_what, rows, expected) => {
  const marks = findPersonalData(aWorkbook([aSheet('Trang', rows)]), []);
  expect(marks.map(({ ref, pattern }) => `${ref.address} ${pattern}`)).toEqual(expected);
});

test('hidden sheets are looked at, the form’s own hidden sheet and its field for the phone are not', () => {
  const hidden = aSheet('Ghi chép', [[ID]], { isHidden: true });
  const general = GENERAL.map((row) => (row[0] === 'Số điện thoại' ? ['Số điện thoại', `${PHONE}, 0905111222`] : row));
  const form = aFilledForm({ general });
  const { submission } = parse({ ...form, sheets: [...form.sheets, hidden] }).value;
  expect(submission?.personalData).toEqual([
    { ref: { file: 'TH01.xlsx', sheet: 'Ghi chép', address: 'A1' }, pattern: 'id-number' },
  ]);
});

test.each<[string, CellDraft, number]>([
  ['a landline number that lost its zero is a phone number where one belongs', 2_553_822_123, 0],
  ['a citizen number that lost its zero is none, not even there', 51_201_012_345, 1],
])('%s', (_what, phone, count) => {
  const general = GENERAL.map((row) => (row[0] === 'Số điện thoại' ? ['Số điện thoại', phone] : row));
  expect(parse(aFilledForm({ general })).value.submission?.personalData).toHaveLength(count);
});

test('nothing of it leaves the parser: not in values, not in raw texts, not in messages', () => {
  const outcome = parse(
    aFilledForm({
      general: [
        ['Tên đơn vị', `Thôn Đông ${PHONE}`],
        ['Ngày báo cáo', ID],
      ],
      tasks: [
        TASK_HEADER,
        ['II.3-1', '', `xong ${PHONE}`, `Hộ ${ID}`, PHONE, PHONE, `gọi ${PHONE}`, ID],
        [ID, '', 'x'],
      ],
      indicators: [
        INDICATOR_HEADER,
        ['CT01', '', '', ID, ID],
        ['CT02', '', '', 51_201_012_345],
        ['CT99', PHONE, '', 1],
      ],
      opinions: [['Khó khăn, vướng mắc', `${PHONE} và ${ID}`]],
    }),
  );
  expect(outcome.diagnostics.length).toBeGreaterThan(3);
  expect(JSON.stringify(outcome)).not.toMatch(/912345678|201012345/u);
});

test('a citizen number where a count belongs is no value, and its mark is the only finding', () => {
  const outcome = parse(aFilledForm({ tasks: [TASK_HEADER], indicators: [INDICATOR_HEADER, ['CT01', '', '', ID]] }));
  expect(outcome.diagnostics).toEqual([]);
  expect(outcome.value.submission?.indicators[0]?.value).toEqual({
    kind: 'invalid',
    raw: '••••',
    ref: { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D2' },
  });
  expect(outcome.value.submission?.personalData).toHaveLength(1);
});
