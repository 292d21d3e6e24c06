import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import { renderJson } from '../../src/render/formats/json.ts';
import { communeArrivals, communeDiagnostics, communeRound } from '../aggregate/a-commune.ts';
import { aFinding } from '../aggregate/findings.ts';
import { configuration } from '../support/a-directive.ts';
import { anArrival } from '../support/builders.ts';

const CLERKS_NAME = 'TH02 CCCD_051203004567 0905123456.xlsx';

const context = {
  programVersion: '0.1.0',
  reportVersion: 'draft' as const,
  summaryFile: 'tong-hop.xlsx',
  summarySha256: 'c'.repeat(64),
  reportFile: 'bao-cao.docx',
  reportSha256: 'ab'.repeat(32),
  inputs: [{ role: 'register' as const, file: 'don-vi.xlsx', sha256: 'cd'.repeat(32) }],
};
const [coverageMeasure] = communeRound.directive.measures;
if (coverageMeasure === undefined) throw new Error('the directive has a measure');

/** The hand-computed commune, with findings at every kind of place and an entry that no clause covers. */
const model = aggregate(
  communeArrivals,
  [
    aFinding('warning', { kind: 'data', file: 'tkcds.yaml', path: 'issuer.place', line: 3, column: 5 }),
    aFinding('info', { kind: 'sheet', file: 'TH01.xlsx', sheet: 'Nhiệm vụ' }),
    ...communeDiagnostics,
  ],
  {
    ...communeRound,
    directive: { ...communeRound.directive, measures: [{ ...coverageMeasure, source: configuration }] },
  },
);
const text = renderJson(model, context);
const json: unknown = JSON.parse(text);

/** The value at a path such as `units.0.status`. */
function at(path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) throw new Error(`nothing at ${path}`);
    return Object.entries(value).find(([name]) => name === key)?.[1];
  }, json);
}

/** The names of an object's fields, in their order. */
function namesIn(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

/** Every key anywhere in it; those of `facts` differ from rule to rule. */
function keysOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : namesIn(value);
  return [...own, ...Object.entries(value).flatMap(([key, part]) => (key === 'facts' ? [] : keysOf(part)))];
}

describe('what stands in it', () => {
  test('the outermost fields, in this order', () => {
    expect(namesIn(json)).toEqual([
      'schemaVersion',
      'program',
      'round',
      'issuer',
      'directive',
      'report',
      'summary',
      'inputs',
      'sources',
      'units',
      'rates',
      'coverages',
      'totals',
      'compliance',
      'leftOut',
      'accepted',
      'opinions',
      'findings',
    ]);
  });

  test.each<[string, unknown]>([
    ['schemaVersion', 1],
    ['program', { name: 'tkcds', version: '0.1.0' }],
    [
      'round',
      {
        id: '2025-10',
        from: '2025-10-01',
        to: '2025-10-31',
        due: { kind: 'before', date: '2025-11-10' },
        asOf: '2025-11-12',
      },
    ],
    ['issuer', null],
    ['directive.id', 'chi-thi-mau'],
    ['directive.version', 1],
    ['directive.unitTypes.0', { id: 'village', name: 'Thôn' }],
    ['directive.indicators.0', { id: 'adults', title: 'Số người từ đủ 18 tuổi trở lên', counts: 'person' }],
    ['report', { file: 'bao-cao.docx', sha256: 'ab'.repeat(32), version: 'draft' }],
    ['sources.0.file', 'DN01.xlsx'],
    ['sources.8', { file: 'anh-chup.xlsx', sha256: model.sources[8]?.sha256, size: 512, receivedOn: null, units: [] }],
    ['sources.4.units', ['TH04']],
    ['units.1.status', 'late'],
    ['units.0.registeredAdults', { value: 1200, cell: { file: 'don-vi.xlsx', sheet: 'Đơn vị', address: 'G4' } }],
    ['units.6.registeredAdults', null],
    ['units.3.reportedOn', null],
    ['rates.overall.rate', { numerator: 5, denominator: 8 }],
    ['rates.byUnitType.0.unitType', 'village'],
    ['coverages.0.target', { comparison: 'more-than', percent: 50 }],
    ['coverages.0.source.kind', 'configuration'],
    ['coverages.0.ratio', { numerator: 1005, denominator: 2000 }],
    ['coverages.0.bounds.highest', { numerator: 2805, denominator: 3800 }],
    [
      'coverages.0.rows.1',
      {
        unit: 'TH02',
        state: 'counted',
        numerator: { value: 305, cell: { file: 'TH02.xlsx', sheet: 'Chỉ tiêu', address: 'D6' } },
        denominator: { value: 810, cell: { file: 'TH02.xlsx', sheet: 'Chỉ tiêu', address: 'D5' } },
        isMet: false,
        shortfall: 101,
      },
    ],
    ['coverages.0.rows.5.shortfall', null],
    ['inputs.0', { role: 'register', file: 'don-vi.xlsx', sha256: 'cd'.repeat(32) }],
    ['totals.3.value', 40],
    ['totals.3.parts.1', { unit: 'TH03', value: 40, cell: { file: 'TH03.xlsx', sheet: 'Chỉ tiêu', address: 'D9' } }],
    [
      'compliance.0.tasks.1.states.1',
      { unit: 'TH02', state: 'not-started', cell: { file: 'TH02.xlsx', sheet: 'Nhiệm vụ', address: 'C8' } },
    ],
    ['compliance.0.tasks.1.source', { kind: 'clause', clause: 'II.3' }],
    [
      'leftOut.0',
      {
        unit: 'TH03',
        rule: 'sample-rule',
        message: 'Giá trị chưa hợp lệ',
        location: { kind: 'cell', file: 'TH03.xlsx', sheet: 'Chỉ tiêu', address: 'D6' },
      },
    ],
    ['opinions.0.text', 'Liên hệ •••• để biết thêm'],
    ['findings.0.location', { kind: 'data', file: 'tkcds.yaml', path: 'issuer.place', line: 3, column: 5 }],
    ['findings.4.related.0', { note: 'Tệp kia', location: { kind: 'file', file: 'TH05-b.xlsx' } }],
    ['findings.6.location', { kind: 'unit', unit: 'TH06', name: 'Thôn Sáu' }],
  ])('%s', (path, expected) => {
    expect(at(path)).toEqual(expected);
  });

  test('names of files and sheets are masked everywhere, and stay recognisable', () => {
    const renamed = communeArrivals.map((arrival) =>
      arrival.unit?.id === 'TH02' ? anArrival({ unit: arrival.unit, file: CLERKS_NAME }) : arrival,
    );
    const location = { kind: 'cell', ref: { file: CLERKS_NAME, sheet: 'Ông A 0905123456', address: 'D6' } } as const;
    const found = { ...aFinding('error', location), related: [{ location, note: 'ô này' }] };
    const masked = renderJson(aggregate(renamed, [found], communeRound), context);
    expect(masked).not.toMatch(/051203004567|0905123456/u);
    const place = { kind: 'cell', file: 'TH02 CCCD_•••• ••••.xlsx', sheet: 'Ông A ••••', address: 'D6' };
    expect(JSON.parse(masked)).toMatchObject({
      sources: expect.arrayContaining([expect.objectContaining({ file: place.file, units: ['TH02'] })]) as unknown,
      units: [{}, { id: 'TH02', files: [place.file] }, {}, {}, {}, {}, {}, {}, {}, {}].slice(
        0,
        communeRound.units.length,
      ),
      leftOut: [{ location: place }],
      findings: [{ location: place, related: [{ location: place }] }],
    });
  });

  test('a file that was not loaded has no hash', () => {
    const [unit] = communeRound.units;
    const source = { file: 'TH01.xlsx', sha256: '', size: 40_000_000 };
    const round: unknown = JSON.parse(
      renderJson(aggregate([{ source, unit, submission: undefined }], [], communeRound), context),
    );
    expect(round).toMatchObject({ sources: [{ file: 'TH01.xlsx', sha256: null, size: 40_000_000, units: ['TH01'] }] });
  });

  test('a unit of no known file has no owner in the left-out values', () => {
    const stray = aFinding('error', { kind: 'file', file: 'anh-chup.xlsx' });
    const withStray: unknown = JSON.parse(renderJson(aggregate(communeArrivals, [stray], communeRound), context));
    expect(withStray).toMatchObject({ leftOut: [{ unit: null, rule: 'sample-rule' }] });
  });

  test('no bounds are null', () => {
    const units = communeRound.units.map((unit) => ({ ...unit, adults: undefined }));
    const unbounded: unknown = JSON.parse(renderJson(aggregate([], [], { ...communeRound, units }), context));
    expect(unbounded).toMatchObject({
      coverages: [{ bounds: null, unbounded: ['TH01', 'TH02', 'TH03', 'TH04', 'TH05', 'TH06'] }],
    });
  });
});

describe('the bytes', () => {
  test('two blanks, one line end at the end, NFC', () => {
    expect(text.startsWith('{\n  "schemaVersion": 1,\n')).toBe(true);
    expect(text.endsWith(']\n}\n')).toBe(true);
    expect(text).toBe(text.normalize('NFC'));
  });

  test('facts are sorted by name, whatever the order in which a rule gave them', () => {
    const reversed = communeDiagnostics.map((diagnostic) => ({
      ...diagnostic,
      facts: Object.fromEntries(Object.entries(diagnostic.facts).toReversed()),
    }));
    const [first, second] = [communeDiagnostics, reversed].map((diagnostics) =>
      renderJson(aggregate(communeArrivals, diagnostics, communeRound), context),
    );
    expect(first).toBe(second);
    expect(namesIn(at('findings.3.facts'))).toEqual(['arrived', 'bytes']);
  });

  test('no telephone number and no raw text of a cell', () => {
    expect(text).not.toContain('0905');
    expect(text).not.toContain('đầu tháng 11');
    expect(keysOf(json)).not.toContain('raw');
  });
});

test('the commune is named when its settings name it', () => {
  const named: unknown = JSON.parse(
    renderJson({ ...model, round: { ...model.round, issuer: 'UBND xã Suối Mây' } }, context),
  );
  expect(named).toMatchObject({ issuer: { name: 'UBND xã Suối Mây' } });
});

test('every field is described in the page, with every value it can have', () => {
  const page = readFileSync(new URL('../../docs/bao-cao-json.md', import.meta.url), 'utf8');
  const named = new Set([...page.matchAll(/`([^`]+)`/gu)].map(([, name]) => name));
  expect([...new Set(keysOf(json))].filter((key) => !named.has(key))).toEqual([]);
  const statuses = ['on-time', 'late', 'undated', 'missing', 'not-due', 'unusable', 'not-expected'];
  expect(statuses.filter((status) => !named.has(status))).toEqual([]);
});
