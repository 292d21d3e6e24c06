import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inspectDocument, renderPreview, renderReport } from '../src/pipeline.ts';
import { structureErrors } from './external/support/ooxml-structure.ts';
import { figuresOf } from './support/figures.ts';
import { expectGolden, readableDocument } from './support/golden-files.ts';
import { expectedFile, GOLDEN_CASES, goldenCase, playGolden, type GoldenRound } from './support/golden-round.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';

// Whole rounds: what a folder of reports becomes. Each case is a folder of fixtures/golden; see fixtures/README.md.

/** Whose `figures.yaml` was worked out by hand from the scenario; no switch rewrites it. */
const HAND_MADE = ['a-round-with-mistakes', 'exactly-half', 'met-by-one', 'missed-by-one', 'one-village'];

describe.each(GOLDEN_CASES)('%s', (name) => {
  let outputs: GoldenRound;
  let docx: Uint8Array;
  beforeAll(async () => {
    outputs = await playGolden(name);
    docx = await renderReport(outputs.document);
  });

  test('says what it shows', () => {
    const { title, prose } = goldenCase(name);
    expect(title).not.toBe('');
    expect(prose.length).toBeGreaterThan(0);
  });

  test('findings', () => {
    const printed = printDiagnostics(outputs.diagnostics);
    expectGolden(expectedFile(name, 'diagnostics.txt'), printed === '' ? '' : `${printed}\n`);
  });

  test('report', () => {
    expectGolden(expectedFile(name, 'report.md'), renderPreview(outputs.document));
  });

  test('document part of the .docx', () => {
    expectGolden(expectedFile(name, 'document.xml'), readableDocument(docx));
  });

  test('its form is that of the decree', async () => {
    const found = await inspectDocument(docx, 'bao-cao.docx');
    expect(printDiagnostics(found.filter(({ severity }) => severity !== 'info'))).toBe('');
  });

  test('Word opens it without repair', () => {
    expect(structureErrors(docx)).toEqual([]);
  });

  test('made again, it has the same bytes', async () => {
    expect(Buffer.from(docx).equals(await renderReport(outputs.document))).toBe(true);
  });
});

test.each(HAND_MADE)('%s: the figures are those worked out by hand', async (name) => {
  const { model } = await playGolden(name);
  expect(figuresOf(model)).toEqual(parse(readFileSync(expectedFile(name, 'figures.yaml'), 'utf8')));
});

test('only figures that are compared are kept', () => {
  expect(GOLDEN_CASES.filter((name) => existsSync(expectedFile(name, 'figures.yaml')))).toEqual(HAND_MADE);
});
