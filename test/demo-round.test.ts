import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

/** The round of xã Đồng Trăng, on files that other programs wrote, against figures and findings worked out by hand. */
const root = fileURLToPath(new URL('..', import.meta.url));
const fixture = join(root, 'fixtures/large-commune');
const asOf = ['--period', '2025-10', '--as-of', '2025-11-12'];

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}
interface ExpectedFinding {
  readonly unit?: string;
  readonly file?: string;
  readonly rule: string;
  readonly at?: string;
}
interface Expected {
  readonly coverage: {
    readonly countedUnits: number;
    readonly expectedUnits: number;
    readonly denominator: number;
    readonly numerator: number;
    readonly verdict: string;
    readonly shortfall: number;
    readonly met: readonly string[];
    readonly below: readonly { readonly unit: string; readonly shortfall: number }[];
    readonly lowest: Ratio;
    readonly highest: Ratio;
    readonly canChangeVerdict: boolean;
  };
  readonly rates: Readonly<Record<string, readonly [number, number, number]>>;
  readonly totals: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
  readonly statuses: Readonly<Record<string, readonly string[] | number>>;
}
interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly location: { readonly kind: string; readonly file?: string; readonly unit?: string };
  readonly facts: Readonly<Record<string, string | number>>;
}
interface Rate {
  readonly unitType: string | null;
  readonly expected: number;
  readonly received: number;
  readonly onTime: number;
}
interface Coverage {
  readonly ratio: Ratio;
  readonly verdict: string;
  readonly shortfall: number;
  readonly countedUnitCount: number;
  readonly expectedUnitCount: number;
  readonly bounds: { readonly lowest: Ratio; readonly highest: Ratio; readonly canChangeVerdict: boolean };
  readonly rows: readonly {
    readonly unit: string;
    readonly state: string;
    readonly isMet: boolean;
    readonly shortfall: number;
    readonly numerator: { readonly value: number };
    readonly denominator: { readonly value: number };
  }[];
}
interface Figures {
  readonly sources: readonly { readonly file: string; readonly units: readonly string[] }[];
  readonly units: readonly { readonly id: string; readonly status: string }[];
  readonly rates: { readonly overall: Rate; readonly byUnitType: readonly Rate[] };
  readonly coverages: readonly Coverage[];
  readonly totals: readonly {
    readonly indicator: string;
    readonly unitType: string;
    readonly value: number;
    readonly countedUnitCount: number;
    readonly parts: readonly { readonly value: number }[];
  }[];
  readonly findings: readonly Finding[];
}

// The shapes above are what the files are documented to hold; a mismatch fails the tests below.
const expected = parse(readFileSync(join(fixture, 'expected/figures.yaml'), 'utf8')) as Expected;
const findings = parse(readFileSync(join(fixture, 'expected/findings.yaml'), 'utf8')) as {
  readonly errors: readonly ExpectedFinding[];
  readonly warnings: readonly ExpectedFinding[];
  readonly infos: readonly ExpectedFinding[];
};

const folder = mkdtempSync(join(tmpdir(), 'tkcds-demo-'));
let figures: Figures;
let status: number | null;

function report() {
  return spawnSync(process.execPath, [join(root, 'bin/tkcds.js'), 'report', '-C', folder, ...asOf], {
    encoding: 'utf8',
  });
}

beforeAll(() => {
  cpSync(join(fixture, 'workspace'), folder, { recursive: true });
  ({ status } = report());
  figures = JSON.parse(readFileSync(join(folder, 'ket-qua/2025-10/bao-cao.json'), 'utf8')) as Figures;
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('findings exist, the outputs were written: exit code 1', () => expect(status).toBe(1));

describe('the signature target', () => {
  test('sums, verdict and bounds', () => {
    const [coverage] = figures.coverages;
    expect({
      countedUnits: coverage?.countedUnitCount,
      expectedUnits: coverage?.expectedUnitCount,
      ...coverage?.ratio,
      verdict: coverage?.verdict,
      shortfall: coverage?.shortfall,
      ...coverage?.bounds,
    }).toEqual({
      countedUnits: expected.coverage.countedUnits,
      expectedUnits: expected.coverage.expectedUnits,
      numerator: expected.coverage.numerator,
      denominator: expected.coverage.denominator,
      verdict: expected.coverage.verdict,
      shortfall: expected.coverage.shortfall,
      lowest: expected.coverage.lowest,
      highest: expected.coverage.highest,
      canChangeVerdict: expected.coverage.canChangeVerdict,
    });
  });

  test('villages that meet it, and those below with what they lack', () => {
    const counted = figures.coverages[0]?.rows.filter(({ state }) => state === 'counted') ?? [];
    expect(counted.filter(({ isMet }) => isMet).map(({ unit }) => unit)).toEqual(expected.coverage.met);
    const share = ({ numerator, denominator }: (typeof counted)[number]) => numerator.value / denominator.value;
    const below = counted.filter(({ isMet }) => !isMet).sort((a, b) => share(a) - share(b));
    expect(below.map(({ unit, shortfall }) => ({ unit, shortfall }))).toEqual(expected.coverage.below);
  });
});

test.each(Object.entries(expected.rates))('reporting rate of %s', (type, counts) => {
  const rates = [{ ...figures.rates.overall, unitType: 'all' }, ...figures.rates.byUnitType];
  const rate = rates.find(({ unitType }) => unitType === type);
  expect([rate?.expected, rate?.received, rate?.onTime]).toEqual(counts);
});

const totals = Object.entries(expected.totals).flatMap(([type, values]) =>
  Object.entries(values).map(([indicator, [value, units]]) => [type, indicator, value, units] as const),
);
test.each(totals)('%s: %s is %i of %i units', (type, indicator, value, units) => {
  const total = figures.totals.find((candidate) => candidate.unitType === type && candidate.indicator === indicator);
  expect([total?.value, total?.countedUnitCount]).toEqual([value, units]);
  expect(total?.parts.reduce((sum, part) => sum + part.value, 0)).toBe(value);
});

test.each(Object.entries(expected.statuses))('units that are %s', (word, units) => {
  const found = figures.units.filter((unit) => unit.status === word).map(({ id }) => id);
  expect(typeof units === 'number' ? found.length : found).toEqual(units);
});

function subjectOf({ rule, location, facts, message }: Finding): ExpectedFinding {
  const unit = location.unit ?? figures.sources.find(({ file }) => file === location.file)?.units[0];
  const code = /^(?:Nhiệm vụ )?“?(CT\d\d|II\.\d-\w+)/u.exec(message)?.[1] ?? facts['task'];
  const at = code ?? /“(Ngày báo cáo|Số liệu tính đến ngày)”/u.exec(message)?.[1];
  return {
    ...(unit === undefined ? { file: location.file ?? '' } : { unit }),
    rule,
    ...(at === undefined ? {} : { at: String(at) }),
  };
}

function ordered(list: readonly ExpectedFinding[]): readonly string[] {
  return list.map(({ unit, file, rule, at }) => [unit ?? file, rule, at ?? ''].join(' · ')).sort();
}

test.each([
  ['error', findings.errors],
  ['warning', findings.warnings],
  ['info', findings.infos],
])('findings of severity %s', (severity, list) => {
  const found = figures.findings.filter((finding) => finding.severity === severity);
  expect(ordered(found.map(subjectOf))).toEqual(ordered(list));
});

test('no personal data of the files is in the outputs', () => {
  const json = readFileSync(join(folder, 'ket-qua/2025-10/bao-cao.json'), 'utf8');
  expect(json).not.toMatch(/0510000000|0900000000/u);
});

test('the same inputs give the same bytes', () => {
  const outputs = ['bao-cao.docx', 'bao-cao.json'].map((name) => join(folder, 'ket-qua/2025-10', name));
  const first = outputs.map((path) => readFileSync(path));
  report();
  expect(outputs.map((path, index) => readFileSync(path).equals(first[index] ?? Buffer.alloc(0)))).toEqual([
    true,
    true,
  ]);
});

test('the directive of xã Đồng Trăng is the shipped one under another name', () => {
  const shipped = readFileSync(join(root, 'templates/directives/ubnd-xa-tinh-khe-cds-2025.yaml'), 'utf8');
  const own = readFileSync(join(fixture, 'workspace/van-ban/ubnd-xa-dong-trang-cds-2025.yaml'), 'utf8');
  expect(own).toBe(
    shipped.replaceAll('ubnd-xa-tinh-khe-cds-2025', 'ubnd-xa-dong-trang-cds-2025').replaceAll('Tịnh Khê', 'Đồng Trăng'),
  );
});
