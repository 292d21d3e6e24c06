import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Document } from '../src/model/document.ts';
import type { ReportModel } from '../src/model/report.ts';
import { composeDocument, renderPreview, renderReport, summarize } from '../src/pipeline.ts';
import { figuresOf } from './support/figures.ts';
import { expectGolden, readableDocument } from './support/golden-files.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';
import { parseGoldenCase } from './support/rule-page.ts';
import { playRound } from './support/scenario.ts';
import { shippedText } from './support/small-commune.ts';
import { smallCommuneIssuer } from './support/small-settings.ts';

/** Whole rounds: what a folder of reports becomes. Each case is a folder of fixtures/golden; see fixtures/README.md. */
const folder = fileURLToPath(new URL('../fixtures/golden/', import.meta.url));
const cases = readdirSync(folder).sort();

/** Whose `figures.yaml` was worked out by hand from the scenario; no switch rewrites it. */
const HAND_MADE = ['a-round-with-mistakes', 'exactly-half'];

interface Outputs {
  readonly diagnostics: string;
  readonly model: ReportModel;
  readonly document: Document;
}

const played = new Map<string, Promise<Outputs>>();

/** The outputs of a case, made once. */
function outputsOf(name: string): Promise<Outputs> {
  const made = played.get(name) ?? play(name);
  played.set(name, made);
  return made;
}

async function play(name: string): Promise<Outputs> {
  const { steps } = parseGoldenCase(readFileSync(`${folder}${name}/scenario.md`, 'utf8'));
  const { value: end } = await playRound(steps);
  if (end === undefined) throw new Error('the directive cannot be used');
  const model = summarize(end.checked, end.round);
  const template = { file: 'bao-cao.md', text: shippedText('reports/bao-cao.md') };
  const { value: document, diagnostics } = composeDocument(model, smallCommuneIssuer(), template);
  if (document === undefined) throw new Error(printDiagnostics(diagnostics));
  const printed = printDiagnostics([...end.checked.diagnostics, ...diagnostics]);
  return { diagnostics: printed === '' ? '' : `${printed}\n`, model, document };
}

describe.each(cases)('%s', (name) => {
  const expected = `${folder}${name}/expected`;
  let outputs: Outputs;
  beforeAll(async () => {
    outputs = await outputsOf(name);
  });

  test('says what it shows', () => {
    const { title, prose } = parseGoldenCase(readFileSync(`${folder}${name}/scenario.md`, 'utf8'));
    expect(title).not.toBe('');
    expect(prose.length).toBeGreaterThan(0);
  });

  test('findings', () => {
    expectGolden(`${expected}/diagnostics.txt`, outputs.diagnostics);
  });

  test('report', () => {
    expectGolden(`${expected}/report.md`, renderPreview(outputs.document));
  });

  test('document part of the .docx', async () => {
    expectGolden(`${expected}/document.xml`, readableDocument(await renderReport(outputs.document)));
  });
});

test.each(HAND_MADE)('%s: the figures are those worked out by hand', async (name) => {
  const { model } = await outputsOf(name);
  expect(figuresOf(model)).toEqual(parse(readFileSync(`${folder}${name}/expected/figures.yaml`, 'utf8')));
});

test('only figures that are compared are kept', () => {
  expect(cases.filter((name) => existsSync(`${folder}${name}/expected/figures.yaml`))).toEqual(HAND_MADE);
});
