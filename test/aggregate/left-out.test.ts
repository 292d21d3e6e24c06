import { describe, expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import type { Location } from '../../src/model/diagnostic.ts';
import type { OpinionId } from '../../src/model/directive.ts';
import { aRef, located } from '../support/answers.ts';
import { anArrival, anUnusableArrival, aRound, aUnit } from '../support/builders.ts';
import { aFinding, cellError, errorAt, fileError } from './findings.ts';

const villages = [aUnit({ id: 'TH02' }), aUnit({ id: 'TH01' })];
const round = aRound({ units: villages });

function placeName(location: Location): string {
  switch (location.kind) {
    case 'cell':
      return `${location.ref.file} ${location.ref.sheet}!${location.ref.address}`;
    case 'sheet':
      return `${location.file} ${location.sheet}`;
    case 'file':
    case 'passage':
      return location.file;
    case 'unit':
      return location.unit;
    case 'data':
      return `${location.file}:${location.line}`;
  }
}

test('left out: only errors, only in files that arrived, in the order of the findings, each with its unit', () => {
  const diagnostics = [
    aFinding('error', { kind: 'data', file: 'tkcds.yaml', path: 'issuer', line: 2, column: 1 }),
    aFinding('error', { kind: 'unit', unit: 'TH03', name: 'Thôn Bắc' }),
    fileError('TH02.xlsx'),
    aFinding('error', { kind: 'sheet', file: 'TH02.xlsx', sheet: 'Nhiệm vụ' }),
    cellError('TH02.xlsx', 'Chỉ tiêu', 'D5'),
    aFinding('warning', { kind: 'cell', ref: aRef('D6', 'Chỉ tiêu', 'TH02.xlsx') }),
    aFinding('info', { kind: 'file', file: 'TH01.xlsx' }),
    cellError('TH01.xlsx', 'Chỉ tiêu', 'D5'),
    fileError('anh.xlsx'),
  ];
  const arrivals = [...villages.map((unit) => anArrival({ unit })), anUnusableArrival('anh.xlsx')];
  const { leftOut, diagnostics: kept } = aggregate(arrivals, diagnostics, round);
  expect(leftOut.map(({ unit, diagnostic }) => [unit?.id, placeName(diagnostic.location)])).toEqual([
    ['TH02', 'TH02.xlsx'],
    ['TH02', 'TH02.xlsx Nhiệm vụ'],
    ['TH02', 'TH02.xlsx Chỉ tiêu!D5'],
    ['TH01', 'TH01.xlsx Chỉ tiêu!D5'],
    [undefined, 'anh.xlsx'],
  ]);
  expect(kept).toEqual(diagnostics);
});

test('nothing is left out when a unit is missing or a file of our own is at fault', () => {
  const diagnostics = [
    aFinding('error', { kind: 'unit', unit: 'TH01', name: 'Thôn Đông' }),
    aFinding('error', { kind: 'data', file: 'tkcds.yaml', path: '', line: 1, column: 1 }),
  ];
  expect(aggregate([], diagnostics, round).leftOut).toEqual([]);
});

test('an error in the commune’s own register is none of a unit’s, a file that could not be loaded is listed', () => {
  const diagnostics = [
    cellError('don-vi.xlsx', 'Đơn vị', 'F5'),
    aFinding('error', { kind: 'sheet', file: 'don-vi.xlsx', sheet: 'Đơn vị' }),
    fileError('qua-lon.xlsx'),
  ];
  const { leftOut } = aggregate([anArrival()], diagnostics, round);
  expect(leftOut.map(({ diagnostic }) => placeName(diagnostic.location))).toEqual(['qua-lon.xlsx']);
});

test('a value is listed once, although a copy of the file has it too', () => {
  const [first, copy] = ['a.xlsx', 'b.xlsx'].map((file) => anArrival({ file, sha256: 'f'.repeat(64) }));
  if (first === undefined || copy === undefined) throw new Error('two files');
  const diagnostics = [
    cellError('a.xlsx', 'Chỉ tiêu', 'D5'),
    cellError('b.xlsx', 'Chỉ tiêu', 'D5'),
    fileError('b.xlsx'),
  ];
  const { leftOut } = aggregate([copy, first], diagnostics, round);
  expect(leftOut.map(({ diagnostic }) => placeName(diagnostic.location))).toEqual(['a.xlsx Chỉ tiêu!D5', 'b.xlsx']);
});

describe('opinions', () => {
  const opinion = (id: OpinionId, text: string, file: string, row: number) => ({
    opinion: id,
    text: located(text, aRef(`B${row}`, 'Khó khăn, đề xuất', file)),
  });
  const arrivals = villages.map((unit) =>
    anArrival({
      unit,
      opinions: [
        opinion('difficulties', `Mạng yếu ở ${unit.id}`, `${unit.id}.xlsx`, 4),
        opinion('proposals', unit.id === 'TH01' ? 'Số định danh 001099123456' : '  ', `${unit.id}.xlsx`, 5),
      ],
    }),
  );

  test('by opinion, then by unit, masked, without blank ones', () => {
    expect(
      aggregate(arrivals, [], round).opinions.map((entry) => [entry.opinion, entry.unit.id, entry.text.value]),
    ).toEqual([
      ['difficulties', 'TH02', 'Mạng yếu ở TH02'],
      ['difficulties', 'TH01', 'Mạng yếu ở TH01'],
      ['proposals', 'TH01', 'Số định danh ••••'],
    ]);
  });

  test('an error keeps one out, an unusable file all of its own', () => {
    const diagnostics = [errorAt(aRef('B4', 'Khó khăn, đề xuất', 'TH01.xlsx')), fileError('TH02.xlsx')];
    expect(aggregate(arrivals, diagnostics, round).opinions.map(({ text }) => text.ref.address)).toEqual(['B5']);
  });
});
