// The timed job: read, check, add up, write .docx and .json with the program's own stages, as `tkcds report` without tong-hop.xlsx.
// Bundled beside the program by bench.mjs. node docx-job.js <workspace> <period> <as of> <folder for the outputs> [figures]; `figures`: .json only.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderFigures } from '../../src/pipeline.ts';
import { composeRound } from '../../src/workspace/compose-round.ts';
import { drawReport } from '../../src/workspace/draw-report.ts';
import { sealJson } from '../../src/workspace/fingerprint.ts';
import { judgeRound } from '../../src/workspace/judge-round.ts';
import { openRound } from '../../src/workspace/open-round.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { readGuarded } from '../../src/workspace/read-files.ts';

const [folder, period, asOf, outputs, mode] = process.argv.slice(2);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

const workspace = openWorkspace(folder);
const opened = await openRound(workspace, { period, asOf }, readGuarded);

async function writtenReport() {
  const composed = await composeRound(opened, readGuarded, 'draft');
  const { docx } = await drawReport(composed, workspace.settings, undefined);
  writeFileSync(join(outputs, 'bao-cao.docx'), docx);
  return { model: composed.judged.model, docx };
}

async function figuresOnly() {
  const { model } = await judgeRound(opened, readGuarded);
  return { model, docx: new Uint8Array() };
}

const { model, docx } = await (mode === 'figures' ? figuresOnly() : writtenReport());
const json = renderFigures(model, {
  programVersion: '0',
  reportFile: 'bao-cao.docx',
  reportSha256: sha256(docx),
  reportVersion: 'draft',
  summaryFile: 'tong-hop.xlsx',
  summarySha256: sha256(''),
  inputs: [],
});
writeFileSync(join(outputs, 'bao-cao.json'), sealJson(json));
