import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Document } from '../../src/model/document.ts';
import type { ReportModel } from '../../src/model/report.ts';
import { composeDocument, summarize } from '../../src/pipeline.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { parseGoldenCase, type GoldenCase, type Step } from './rule-page.ts';
import { playRound } from './scenario.ts';
import { shippedText } from './small-commune.ts';
import { issuerOf, SMALL_COMMUNE_SETTINGS } from './small-settings.ts';

const folder = fileURLToPath(new URL('../../fixtures/golden/', import.meta.url));

/** The names of all golden rounds: the folders of fixtures/golden. */
export const GOLDEN_CASES: readonly string[] = readdirSync(folder).sort();

/** What a golden round becomes. */
export interface GoldenRound {
  readonly diagnostics: readonly Diagnostic[];
  readonly model: ReportModel;
  readonly document: Document;
}

/** A file that records what a golden round becomes. */
export function expectedFile(name: string, file: string): string {
  return `${folder}${name}/expected/${file}`;
}

/** The scenario of a golden round. */
export function goldenCase(name: string): GoldenCase {
  return parseGoldenCase(readFileSync(`${folder}${name}/scenario.md`, 'utf8'));
}

const SETTINGS_EDIT = /^tkcds\.yaml: đổi “(.+)” thành “(.*)”$/su;

/** The settings after the steps that edit them; what an edit looks for must be there. */
function settingsAfter(steps: readonly Step[]): string {
  return steps.reduce((text, { direction }) => {
    const [, from = '', to = ''] = SETTINGS_EDIT.exec(direction) ?? [];
    if (from !== '' && !text.includes(from)) throw new Error(`the settings do not say “${from}”`);
    return from === '' ? text : text.replace(from, () => to);
  }, SMALL_COMMUNE_SETTINGS);
}

async function play(name: string): Promise<GoldenRound> {
  const { steps } = goldenCase(name);
  const { value: end } = await playRound(steps.filter(({ direction }) => !SETTINGS_EDIT.test(direction)));
  if (end === undefined) throw new Error('the directive cannot be used');
  const model = summarize(end.checked, end.round);
  const template = { file: 'bao-cao.md', text: shippedText('reports/bao-cao.md') };
  const { value: document, diagnostics } = await composeDocument(model, issuerOf(settingsAfter(steps)), template);
  if (document === undefined) throw new Error(printDiagnostics(diagnostics));
  return { diagnostics: [...end.checked.diagnostics, ...diagnostics], model, document };
}

const played = new Map<string, Promise<GoldenRound>>();

/** What that golden round becomes; played once. */
export function playGolden(name: string): Promise<GoldenRound> {
  const made = played.get(name) ?? play(name);
  played.set(name, made);
  return made;
}
