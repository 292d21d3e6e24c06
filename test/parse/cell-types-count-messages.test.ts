import { expect, test } from 'vitest';
import { CELL_TYPES } from '../../src/parse/cell-types/index.ts';
import type { Place } from '../../src/parse/cells/cell-place.ts';
import { fileEvidence } from '../../src/parse/cells/file-evidence.ts';
import {
  aWorkbook,
  cellOf,
  dayCell,
  formulaCell,
  numberCell,
  percentCell,
  type CellDraft,
} from '../support/a-workbook.ts';

const ref = { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D5' };

function at(draft: CellDraft, evidence?: Place['evidence']): Place {
  return { cell: cellOf(draft), ref, thing: 'CT02 “Số người”', facts: { indicator: 'signature-holders' }, evidence };
}

/** What the register says of the unit. */
function evidenceOf(known: readonly number[]): Place['evidence'] {
  return fileEvidence(aWorkbook([]), { known, period: undefined }).at();
}

test.each<[CellDraft, string]>([
  ['250 hộ', 'ghi “250 hộ”, tức là đếm “hộ”, cần số người'],
  [-1500, 'là số âm -1.500, cần số 0 hoặc lớn hơn'],
  [12.5, 'là 12,5, cần một số nguyên'],
  [0.000_02, 'là 0,00002, cần một số nguyên'],
  [1.234, 'là 1,234, cần một số nguyên (có phải là 1.234?)'],
  [formulaCell(numberCell(1.234)), 'là 1,234, cần một số nguyên'],
  [1234.567, 'là 1.234,567, cần một số nguyên'],
  [dayCell(45_966), 'hiện ngày “05/11/2025”, cần một số nguyên'],
  ['20/10/2025', 'ghi ngày “20/10/2025”, cần một số nguyên'],
  [percentCell(0.523), 'hiện tỷ lệ “52,3%”, cần một số nguyên'],
  ['52,3%', 'ghi tỷ lệ “52,3%”, cần một số nguyên'],
  ['ba trăm', 'ghi bằng chữ “ba trăm”, cần một số nguyên (có phải là 300?)'],
  ['~500', 'ghi số ước chừng “~500”, cần một số nguyên (có phải là 500?)'],
  ['500+', 'ghi số ước chừng “500+”, cần một số nguyên (có phải là 500?)'],
  ['hơn 1.500 người', 'ghi số ước chừng “hơn 1.500 người”, cần một số nguyên (có phải là 1.500?)'],
  ['12/15', 'ghi hai con số “12/15”, cần một số nguyên (có phải là 12 trên 15?)'],
  ['12-15', 'ghi một khoảng “12-15”, cần một số nguyên'],
  ['1e3', 'ghi số dạng lũy thừa “1e3”, cần một số nguyên (có phải là 1.000?)'],
  ['x', 'chỉ có dấu đánh chọn “x”, cần một số nguyên'],
  ['007', 'ghi “007”, bắt đầu bằng số 0 như một mã số, cần một số nguyên (có phải là 7?)'],
  ['5 (dự kiến)', 'ghi “5 (dự kiến)”, cần một số nguyên (có phải là 5?)'],
  ['12 (3 nữ)', 'ghi “12 (3 nữ)”, cần một số nguyên'],
  ['nhiều', 'ghi “nhiều”, cần một số nguyên'],
  ['không', 'ghi “không”, không rõ là số 0 hay là chưa làm, chưa có số liệu'],
  ['Nguyễn Văn A', 'ghi chữ, cần một số nguyên'],
  ['Nguyễn Văn A 12', 'ghi cả chữ và số, cần một số nguyên'],
  ['khoảng 20 bà con', 'ghi cả chữ và số, cần một số nguyên'],
])('%j: %s', (draft, message) =>
  expect(CELL_TYPES.count(at(draft), 'person').diagnostics[0]?.message).toBe(`CT02 “Số người” ${message}`),
);

test('a reading that is only suggested is a fact of the finding', () =>
  expect(CELL_TYPES.count(at('ba trăm')).diagnostics[0]?.facts).toEqual({
    indicator: 'signature-holders',
    suggestion: 300,
  }));

test('fewer than three decimals are suggested only when the register has the number', () => {
  const message = (known: readonly number[]) => CELL_TYPES.count(at(1.2, evidenceOf(known))).diagnostics[0]?.message;
  expect(message([1200])).toContain('(có phải là 1.200?)');
  expect(message([1300])).not.toContain('có phải');
});

test.each<CellDraft>([
  ...['0912345678', '051201012345', '1234567890', '02553822123', 912_345_678, 51_201_012_345],
  ...['gọi 0912 345 678 nhé', 'khoảng 0912345678', '~0912 345 678', '12 (0912345678)', 'bà Lan 0912345678'],
])('nothing of %j is ever repeated', (draft) => {
  const printed = JSON.stringify(CELL_TYPES.count(at(draft)));
  expect(printed).not.toMatch(/\d{4,}|345 678|912\.345|Lan/u);
  expect(printed).toContain('••••');
});
