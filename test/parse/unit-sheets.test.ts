import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src/model/workbook.ts';
import { aSheet, type CellDraft } from '../support/a-workbook.ts';
import { COUNTED, figures, FIGURES, findings, HEADINGS, LINES, parse, REPORTED } from '../support/several-units.ts';

/** One unit's form as people retype it: fields above, both tables below. */
function unitForm([
  ,
  unit,
  ,
  ,
  adults,
  holders,
  first,
  second,
]: readonly CellDraft[]): readonly (readonly CellDraft[])[] {
  return [
    ['BÁO CÁO'],
    ['Tên đơn vị', unit],
    ['Ngày báo cáo', REPORTED],
    ['Số liệu tính đến ngày', COUNTED],
    [],
    ['Mã', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú'],
    ['CT01', 'a', 'người', adults],
    ['CT02', 'b', 'người', holders],
    [],
    ['Mã', 'Nội dung nhiệm vụ', 'Tình trạng'],
    ['II.3-1', 'c', first],
    ['II.3-2', 'd', second],
  ];
}

function unitSheet(name: string, line: readonly CellDraft[]): Sheet {
  return aSheet(name, unitForm(line));
}

describe('a workbook with sheets for each unit', () => {
  const sheets = LINES.map((line, index) => unitSheet(`Sheet${String(index + 1)}`, line));

  test('gives a report for each', () => {
    const outcome = parse(sheets);
    expect(figures(outcome)).toEqual(FIGURES);
    expect(findings(outcome).filter((line) => !line.startsWith('heading-missing-optional'))).toEqual([]);
    expect(outcome.value.map(({ submission }) => submission?.part)).toEqual([
      'trang “Sheet1”',
      'trang “Sheet2”',
      'trang “Sheet3”',
    ]);
  });

  test('the name of the sheet serves where the field is blank', () => {
    const named = ['Thôn Thượng', 'TH02', 'thôn hạ'].map((name, index) =>
      unitSheet(name, (LINES[index] ?? []).with(1, '')),
    );
    expect(figures(parse(named))).toEqual(FIGURES);
  });

  test('a summary beside them that says the same is not counted again', () => {
    const outcome = parse([...sheets, aSheet('Tổng hợp', [HEADINGS, ...LINES])]);
    expect(figures(outcome)).toEqual(FIGURES);
    expect(findings(outcome)).toContain('sheet-not-counted sheet');
  });

  test('a summary beside them that says something else contradicts them', () => {
    const other = [...LINES.slice(0, 2), (LINES[2] ?? []).with(4, 999)];
    const outcome = parse([...sheets, aSheet('Tổng hợp', [HEADINGS, ...other])]);
    expect(outcome.value.map(({ unit }) => unit?.id)).toEqual(['TH01', 'TH02', 'TH03', 'TH03']);
  });

  test('a table on a sheet of nobody is an error at the sheet', () => {
    const outcome = parse([...sheets, unitSheet('Nháp', (LINES[0] ?? []).with(1, ''))]);
    expect(figures(outcome)).toEqual(FIGURES);
    expect(findings(outcome)).toContain('sheet-unit-unknown sheet');
  });

  test('a summary that repeats one unit and contradicts another says which', () => {
    const other = [...LINES.slice(0, 2), (LINES[2] ?? []).with(4, 999)];
    const outcome = parse([...sheets, aSheet('Tổng hợp', [HEADINGS, ...other])]);
    const found = outcome.diagnostics.find(({ rule }) => rule === 'sheet-not-counted');
    expect(found?.message).toContain('riêng Thôn Hạ ghi khác trang riêng');
    expect(found?.related.map(({ note }) => note)).toEqual(['Thôn Hạ: dòng 4, trang “Tổng hợp”, khác trang “Sheet3”']);
  });

  test('rows with codes on a sheet without headings are not passed over', () => {
    const outcome = parse([...sheets, aSheet('Bổ sung', [['CT05', 'Số người được hướng dẫn', 'người', 12]])]);
    expect(findings(outcome)).toContain('rows-without-headings Bổ sung!A1');
  });
});

describe('forms of several units below one another on one sheet', () => {
  const forms = LINES.map((line) => unitForm(line));
  const stacked = forms.flatMap((rows) => [...rows, [], []]);

  test('are a report for each', () => {
    const outcome = parse([aSheet('Gộp', stacked)]);
    expect(figures(outcome)).toEqual(FIGURES);
    expect(findings(outcome).filter((line) => !line.startsWith('heading-missing-optional'))).toEqual([]);
    expect(outcome.value.map(({ submission }) => submission?.part)).toEqual([
      'trang “Gộp”, dòng 1 đến 15',
      'trang “Gộp”, dòng 16 đến 29',
      'trang “Gộp”, dòng 30 đến 40',
    ]);
  });

  test('one unit twice is one form with two tables that contradict one another', () => {
    const outcome = parse([aSheet('Gộp', [...(forms[0] ?? []), ...unitForm((LINES[0] ?? []).with(4, 999))])]);
    expect(outcome.value.map(({ unit }) => unit?.id)).toEqual(['TH01']);
    expect(findings(outcome)).toContain('table-repeated Gộp!D7');
  });

  test('a line that names the sender over the form is not another form', () => {
    const outcome = parse([aSheet('Gộp', [['Đơn vị:', 'Văn phòng HĐND và UBND xã'], ...(forms[0] ?? [])])]);
    expect(outcome.value.map(({ unit }) => unit?.id)).toEqual(['TH01']);
  });
});
