import type { Outcome } from '../../src/model/diagnostic.ts';
import type { Commune, Rollup } from '../../src/model/rollup.ts';
import { readReport, rollUp, type ReadReport } from '../../src/pipeline-rollup.ts';
import { sha256, unsealJson } from '../../src/workspace/fingerprint.ts';
import { communeJson, communeName, seededNumbers, seededVillages, type CommuneFigures } from './commune-reports.ts';

/** A file as the folder gives it. */
export function readText(file: string, text: string): Outcome<ReadReport | undefined> {
  return readReport({
    source: { file, sha256: sha256(text) },
    text,
    isSealed: unsealJson(text) !== undefined,
    hashBeside: () => undefined,
  });
}

/** Adds up these communes' reports, each in a file of its own. */
export function rolledUp(
  reports: readonly CommuneFigures[],
  communes?: readonly Commune[],
  period?: string,
): Outcome<Rollup> {
  const reads = reports.map((figures, index) => {
    const { value, diagnostics } = readText(`${String(index).padStart(3, '0')}.json`, communeJson(figures));
    if (value === undefined) throw new Error('a report was taken for the outcome of a rollup');
    return { value, diagnostics };
  });
  return rollUp(reads, { folder: 'cac-xa', communes, period });
}

/** The communes of the invented province of 96, in the order of the list. */
export const PROVINCE: readonly Commune[] = Array.from({ length: 96 }, (_, index) => ({
  code: `QN${String(index + 1).padStart(2, '0')}`,
  name: communeName(index),
}));

/** What 94 of the 96 sent; two have sent nothing. */
export function provinceReports(seed: number): readonly CommuneFigures[] {
  const next = seededNumbers(seed);
  return PROVINCE.map(({ name }) => ({ name: `UBND ${name}`, villages: seededVillages(next) })).filter(
    (_, index) => index !== 5 && index !== 40,
  );
}
