import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Arrival } from '../../src/model/submission.ts';
import { fileCountWords, withUnitNames } from '../../src/cli/several-reports.ts';
import { aSheet } from '../support/a-workbook.ts';
import { parse, SHORT } from '../support/several-units.ts';

const { value: arrivals } = parse([aSheet('A', [['Thôn', 'CT01', 'CT02'], ...SHORT])]);
const [first] = arrivals;

function finding(overrides: Partial<Diagnostic>): Diagnostic {
  return {
    rule: 'indicator-missing',
    severity: 'error',
    message: 'Không thấy cột của CT03',
    hint: 'Thêm cột',
    location: { kind: 'sheet', file: 'tong-hop.xlsx', sheet: 'A' },
    related: [],
    facts: { unit: 'TH02' },
    ...overrides,
  };
}

function shown(overrides: Partial<Diagnostic>, all: readonly Arrival[] = arrivals): string | undefined {
  return withUnitNames([finding(overrides)], all)[0]?.message;
}

describe('findings on a file of several reports', () => {
  test('name the unit and its line', () => {
    expect(shown({})).toBe('Thôn Trung (dòng 3, trang “A”): Không thấy cột của CT03');
  });

  test('name only the unit where the cell is shown', () => {
    const ref = { file: 'tong-hop.xlsx', sheet: 'A', address: 'B3' };
    expect(shown({ location: { kind: 'cell', ref } })).toBe('Thôn Trung: Không thấy cột của CT03');
  });

  test.each([
    ['that name it themselves', { message: 'Thôn Trung có 2 báo cáo' }],
    ['about no unit', { facts: {} }],
    ['on another file', { location: { kind: 'file', file: 'khac.xlsx' } as const }],
  ])('stay as they are: %s', (_, overrides) => {
    expect(shown(overrides)).toBe(finding(overrides).message);
  });

  test('a file of one report needs no name', () => {
    expect(shown({ facts: { unit: 'TH01' } }, first === undefined ? [] : [first])).toBe('Không thấy cột của CT03');
  });

  test('units of one name are told apart by their codes', () => {
    const same = arrivals.map((arrival) =>
      arrival.unit === undefined ? arrival : { ...arrival, unit: { ...arrival.unit, name: 'Thôn 1' } },
    );
    expect(shown({}, same)).toBe('Thôn 1 (mã TH02) (dòng 3, trang “A”): Không thấy cột của CT03');
  });
});

test('files and reports are counted apart', () => {
  expect(fileCountWords(arrivals)).toBe('1 tệp (3 báo cáo)');
  expect(fileCountWords(arrivals.slice(0, 1))).toBe('1 tệp');
});
