import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { renderRollupCsv, renderRollupJson } from '../../src/pipeline-rollup.ts';
import { longRows } from '../../src/render/rollup/rows.ts';
import { PROVINCE, provinceReports, rolledUp } from '../support/a-rollup.ts';
import { aVillage } from '../support/commune-reports.ts';

type Line = Readonly<Record<string, string>>;

function linesOf(csv: string): readonly Line[] {
  return parse(csv, { columns: true, bom: true });
}

const reports = provinceReports(7);
const { value: rollup, diagnostics } = rolledUp(reports, PROVINCE);
const csv = renderRollupCsv(rollup);
const lines = linesOf(csv);

describe('the long table of 96 communes', () => {
  test('is UTF-8 with a mark, with lines ended as RFC 4180 wants it', () => {
    expect(csv.startsWith('\ufeffperiod,from,to,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  test('has one line for each commune, round and indicator', () => {
    // One share, one sum, two figures of reporting for all types together and for the one type.
    expect(lines).toHaveLength(96 * 6);
    const keys = lines.map(({ period, commune, kind, id, unitType }) =>
      JSON.stringify([period, commune, kind, id, unitType]),
    );
    expect(new Set(keys).size).toBe(lines.length);
  });

  test('adds up to the figures of the villages', () => {
    const shares = lines.filter(({ kind }) => kind === 'coverage');
    const sum = (column: string): number => shares.reduce((total, line) => total + Number(line[column]), 0);
    const counted = reports.flatMap(({ villages }) => villages.filter(({ state }) => state === 'counted'));
    expect(sum('value')).toBe(counted.reduce((total, { holders }) => total + holders, 0));
    expect(sum('denominator')).toBe(counted.reduce((total, { adults }) => total + adults, 0));
  });

  test('leaves the figures of who sent nothing blank, never 0', () => {
    const missing = lines.filter(({ state }) => state === 'missing');
    expect(missing).toHaveLength(2 * 6);
    expect(new Set(missing.flatMap(({ value, denominator, sha256 }) => [value, denominator, sha256]))).toEqual(
      new Set(['']),
    );
  });

  test('has the rows of the JSON, field by field', () => {
    const json = JSON.parse(
      renderRollupJson(rollup, diagnostics, { programVersion: '1', list: undefined, outputs: [] }),
    ) as {
      readonly rows: readonly Readonly<Record<string, string | number | null>>[];
    }; // our own output, described in docs/tong-hop-tinh.md
    const asText = json.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? '')])),
    );
    expect(lines).toEqual(asText);
  });
});

test('no text becomes a formula, and quotes and commas stay in their cell', () => {
  const names = ['=1+2', '+84', '-x', '@SUM(A1)', '\t=1', '＝cmd', 'a,"b"\r\nc'];
  const harmful = names.map((name) => ({ name: `${name} xã`, villages: [aVillage(10, 5)] }));
  const { value } = rolledUp(harmful);
  const found = linesOf(renderRollupCsv(value)).map(({ commune = '' }) => commune);
  expect(found.filter((name) => /^\s*[=+\-@＝]/u.test(name))).toEqual([]);
  expect(new Set(found)).toContain("'=1+2 xã");
  expect(new Set(found)).toContain('a,"b" c xã');
});

test('the columns are the fields of a row, in order', () => {
  const [row] = longRows(rollup);
  expect(Object.keys(row ?? {}).join(',')).toBe(csv.slice(1, csv.indexOf('\r\n')));
});
