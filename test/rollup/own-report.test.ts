import { expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import { renderJson } from '../../src/render/formats/json.ts';
import { sealJson } from '../../src/workspace/fingerprint.ts';
import { communeArrivals, communeDiagnostics, communeRound } from '../aggregate/a-commune.ts';
import { readText } from '../support/a-rollup.ts';

// The hand-computed commune, with units that are late, missing, in conflict and left out, as `tkcds report` writes it.
const model = aggregate(communeArrivals, communeDiagnostics, { ...communeRound, issuer: 'UBND xã Suối Mây' });
const written = renderJson(model, {
  programVersion: '0.1.0',
  reportFile: 'bao-cao.docx',
  reportSha256: 'a'.repeat(64),
  reportVersion: 'draft',
  summaryFile: 'tong-hop.xlsx',
  summarySha256: 'b'.repeat(64),
  inputs: [],
});

test('what the program writes for a commune is taken as it is', () => {
  const { value, diagnostics } = readText('a.json', sealJson(written));
  expect(diagnostics).toEqual([]);
  expect(value?.report?.coverages[0]?.ratio).toEqual({ numerator: 1005, denominator: 2000 });
  expect(value?.report?.rates[0]).toMatchObject({ expected: 8, received: 5 });
  expect(value?.report?.openErrorCount).toBe(communeDiagnostics.filter(({ severity }) => severity === 'error').length);
});
