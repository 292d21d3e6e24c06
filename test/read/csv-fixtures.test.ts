import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Directive } from '../../src/model/directive.ts';
import type { Round } from '../../src/model/round.ts';
import type { Workbook } from '../../src/model/workbook.ts';
import { parseDirective } from '../../src/parse/directive/parse-directive.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { aRound, aUnit } from '../support/builders.ts';
import { content, understood } from '../support/parse-form.ts';

const root = new URL('../../fixtures/', import.meta.url);

function read(name: string): { readonly workbook: Workbook; readonly rules: readonly string[] } {
  const { value, diagnostics } = readWorkbook(readFileSync(new URL(`csv/${name}`, root)), name);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  return { workbook: value, rules: diagnostics.map(({ rule }) => rule) };
}

function directive(): Directive {
  const file = 'large-commune/workspace/van-ban/ubnd-xa-dong-trang-cds-2025.yaml';
  const { value } = parseDirective(readFileSync(new URL(file, root), 'utf8'), file);
  if (value === undefined) throw new Error('the directive of the fixture is not understood');
  return value;
}

/** The round of xã Đồng Trăng with the one village that the form is of. */
const round: Round = aRound({ directive: directive(), units: [aUnit({ id: 'TH15', name: 'Thôn Vĩnh Thạnh' })] });

/** The numbers of the form, as `make.py` found them in the workbook. */
const COUNTS = {
  adults: 1075, 'signature-holders': 548, 'signature-new': 55, 'signature-rate': 51, 'people-guided': 245, 'households-visited': 180,
}; // prettier-ignore

describe('fixtures/csv: the form saved as text', () => {
  test.each([
    ['libreoffice.csv', []],
    ['utf-8-bom.csv', []],
    ['utf-16.txt', []],
    ['windows-1258.csv', ['text-legacy-encoding']],
    ['tcvn3.csv', ['text-legacy-encoding']],
    ['vni.csv', ['text-legacy-encoding']],
  ])('%s gives the same cells and figures', (name, rules) => {
    const { workbook, rules: found } = read(name);
    expect(found).toEqual(rules);
    expect(workbook.sheets).toEqual(read('libreoffice.csv').workbook.sheets);
    const submission = understood(workbook, round);
    expect(submission.unit.id).toBe('TH15');
    expect(submission.reportedOn).toMatchObject({ kind: 'value', value: '2025-11-06' });
    expect(content(submission)).toMatchObject({ counts: COUNTS });
  });
});

describe('fixtures/csv: the whole form in a font of the time before Unicode', () => {
  test.each(['tcvn3.xlsx', 'vni.xls'])('%s', (name) => {
    const { workbook, rules } = read(name);
    expect(rules).toEqual(['text-legacy-encoding']);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
      'Thông tin chung',
      'Nhiệm vụ',
      'Chỉ tiêu',
      'Khó khăn, đề xuất',
    ]);
    const submission = understood(workbook, round);
    expect(submission.unit.id).toBe('TH15');
    expect(content(submission)).toMatchObject({ counts: { adults: 1075, 'signature-holders': 548 } });
    expect(submission.tasks.map(({ result }) => (result.kind === 'value' ? result.value : ''))).toEqual([
      'Tổ Công nghệ số cộng đồng đã đến từng hộ hướng dẫn',
      'Tổ Công nghệ số cộng đồng đã đến từng hộ hướng dẫn',
    ]);
  });

  test('the title in .VnTimeH is in capitals', () => {
    const title = read('tcvn3.xlsx').workbook.sheets[0]?.rows.get(0)?.get(0)?.value;
    expect(title?.kind === 'text' ? title.text : '').toMatch(/^BÁO CÁO KẾT QUẢ TỔ CHỨC CÁC HOẠT ĐỘNG HƯỞNG ỨNG/u);
  });
});
