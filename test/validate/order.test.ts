import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnosticOf, type Diagnostic, type Location } from '../../src/model/diagnostic.ts';
import { sortDiagnostics } from '../../src/validate/order.ts';
import { anArrival, anUnusableArrival, aRef, aRound, aUnit } from '../support/builders.ts';
import { placeWords } from './run-rule.ts';

// The register lists TH02 before TH01, and a unit without a file between them.
const units = [aUnit({ id: 'TH02' }), aUnit({ id: 'TH09' }), aUnit({ id: 'TH01' })];
const round = aRound({ units });
const arrivals = [
  anArrival({ unit: units[2] ?? aUnit(), file: 'TH01.xlsx' }),
  anArrival({ unit: units[0] ?? aUnit(), file: 'TH02.xlsx' }),
  anArrival({ unit: aUnit({ id: 'XX' }), file: 'b-khong-trong-danh-sach.xlsx' }),
  anUnusableArrival('a-khong-ro.pdf'),
];

function finding(location: Location, rule = 'some-rule', message = 'thông báo'): Diagnostic {
  return diagnosticOf({ id: rule, severity: 'error' }, { message, hint: 'Sửa', location });
}

function cell(address: string, sheet = 'Chỉ tiêu', file = 'TH01.xlsx'): Location {
  return { kind: 'cell', ref: aRef(address, sheet, file) };
}

const data: Location = { kind: 'data', file: 'tkcds.yaml', path: 'place', line: 4, column: 3 };
const later: Location = { kind: 'data', file: 'tkcds.yaml', path: 'a', line: 10, column: 1 };

/** In the order in which they should come out. */
const expected: readonly Diagnostic[] = [
  finding(cell('G4', 'Đơn vị', 'don-vi.xlsx')),
  finding(data),
  finding(later),
  finding(cell('D5', 'Chỉ tiêu', 'TH02.xlsx')),
  finding({ kind: 'unit', unit: 'TH09', name: 'Thôn Tây' }),
  finding({ kind: 'file', file: 'TH01.xlsx' }),
  finding(cell('B8', 'Thông tin chung')),
  finding({ kind: 'sheet', file: 'TH01.xlsx', sheet: 'Nhiệm vụ' }),
  finding(cell('C7', 'Nhiệm vụ')),
  finding(cell('D2')),
  finding(cell('B10')),
  finding(cell('D10'), 'a-rule'),
  finding(cell('D10'), 'b-rule', 'a'),
  finding(cell('D10'), 'b-rule', 'b'),
  finding(cell('Z10')),
  finding(cell('AA10')),
  finding(cell('B1', 'Khó khăn, đề xuất')),
  finding(cell('A1', 'Sheet1')),
  finding({ kind: 'unit', unit: 'YY', name: 'Đơn vị lạ' }),
  finding({ kind: 'file', file: 'a-khong-ro.pdf' }),
  finding({ kind: 'file', file: 'b-khong-trong-danh-sach.xlsx' }),
];

function words({ location, rule, message }: Diagnostic): string {
  return `${placeWords(location)} ${rule} ${message}`;
}

describe('sortDiagnostics', () => {
  test('goes by register, file, sheet of the form, row, column, rule', () => {
    const sorted = sortDiagnostics(expected.toReversed(), arrivals, round);
    expect(sorted.map(words)).toEqual(expected.map(words));
  });

  test('keeps our own files first, also when a file that arrived has the same name', () => {
    const named = [...arrivals, anUnusableArrival('tkcds.yaml', units[0])];
    const sorted = sortDiagnostics([finding(cell('D5', 'Chỉ tiêu', 'TH02.xlsx')), finding(data)], named, round);
    expect(sorted.map(words)[0]).toContain('tkcds.yaml');
  });

  test('gives the same order whatever order findings and files come in', () => {
    const shuffledFindings = fc.shuffledSubarray([...expected], { minLength: expected.length });
    const shuffledFiles = fc.shuffledSubarray(arrivals, { minLength: arrivals.length });
    fc.assert(
      fc.property(shuffledFindings, shuffledFiles, (findings, files) => {
        expect(sortDiagnostics(findings, files, round).map(words)).toEqual(expected.map(words));
      }),
    );
  });
});
