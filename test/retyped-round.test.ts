import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Diagnostic } from '../src/model/diagnostic.ts';
import type { ReportModel } from '../src/model/report.ts';
import type { Round } from '../src/model/round.ts';
import { checkFiles, readFile, summarize, type CheckedRound, type InboxFile, type ReadFile } from '../src/pipeline.ts';
import { readHere } from './workspace/support/read-here.ts';
import { openRound } from '../src/workspace/open-round.ts';
import { openWorkspace } from '../src/workspace/open-workspace.ts';
import { figuresOf } from './support/figures.ts';
import { csvText, oneSheet, rowPerUnit, sheetPerUnit, type Original } from './support/retype.ts';
import { day } from './support/small-commune.ts';

/** The demo round, whose cells are typed again in the layouts that units and clerks make themselves. */
const workspace = fileURLToPath(new URL('../fixtures/large-commune/workspace', import.meta.url));
const inbox = `${workspace}/nop/2025-10`;

function inboxFile(file: string, bytes: Uint8Array): InboxFile {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { source: { file, sha256, size: bytes.length }, bytes };
}

let round: Round;
let files: readonly InboxFile[];
let read: ReadonlyMap<string, ReadFile>;
let checked: CheckedRound;
let original: unknown;
/** The reports that can be typed again: forms with tables, each unit's first, copies left out. */
let retyped: readonly Original[];

/** The figures but for the lists of findings and opinions, whose places differ. */
function figures(model: ReportModel): unknown {
  return { ...figuresOf(model), leftOut: undefined, opinions: undefined };
}

function figuresOfFiles(inputs: readonly InboxFile[]): unknown {
  const again = checkFiles(inputs.map(readFile), round, 'round');
  return figures(summarize(again, round));
}

/** A file that cannot count as a whole, or that is a copy of another one. */
function isPassedOver({ rule, severity, location }: Diagnostic, file: string): boolean {
  const isAboutFile = location.kind === 'file' && location.file === file;
  return isAboutFile && (severity === 'error' || rule === 'submission-copied');
}

beforeAll(async () => {
  const opened = await openRound(openWorkspace(workspace), { period: '2025-10', asOf: day('2025-11-12') }, readHere);
  round = opened.round;
  files = readdirSync(inbox).map((name) => inboxFile(name.normalize('NFC'), readFileSync(`${inbox}/${name}`)));
  const all = files.map(readFile);
  read = new Map(all.map((file) => [file.source.file, file]));
  checked = checkFiles(all, round, 'round');
  original = figures(summarize(checked, round));
  retyped = checked.arrivals.flatMap(({ submission }): readonly Original[] => {
    const workbook = read.get(submission?.file ?? '')?.workbook.value;
    if (submission === undefined || workbook === undefined) return [];
    if (submission.indicators.length + submission.tasks.length === 0) return [];
    return checked.diagnostics.some((finding) => isPassedOver(finding, submission.file))
      ? []
      : [{ workbook, submission }];
  });
});

/** The files that are not typed again, without copies: two lines of one unit would be two reports. */
function rest(): readonly InboxFile[] {
  const typed = new Set(retyped.map(({ submission }) => submission.file));
  const copies = new Set(
    checked.diagnostics.flatMap(({ rule, location }) =>
      rule === 'submission-copied' && location.kind === 'file' ? [location.file] : [],
    ),
  );
  return files.filter(({ source: { file } }) => !typed.has(file) && !copies.has(file));
}

test('most of the round can be typed again', () => {
  expect(retyped.length).toBeGreaterThanOrEqual(35);
});

test('a workbook with a sheet for each unit gives the same figures', async () => {
  const book = inboxFile('tat ca don vi.xlsx', await sheetPerUnit(retyped, round.directive));
  expect(figuresOfFiles([...rest(), book])).toEqual(original);
});

test('a table with a row for each unit gives the same figures', async () => {
  const book = inboxFile('tong hop.xlsx', await rowPerUnit(retyped, round.directive));
  expect(figuresOfFiles([...rest(), book])).toEqual(original);
});

test('everything of a unit on one sheet gives the same figures', async () => {
  const books = await Promise.all(
    retyped.map(async (one, index) => inboxFile(`Book${String(index + 1)}.xlsx`, await oneSheet(one, round.directive))),
  );
  expect(figuresOfFiles([...rest(), ...books])).toEqual(original);
});

const asUtf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const ENCODERS: readonly ((text: string) => Uint8Array)[] = [
  (text) => asUtf8(`\ufeff${text}`),
  asUtf8,
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
];

test('every form saved as CSV gives the same figures', () => {
  const texts = retyped.map(({ workbook, submission }, index) => {
    const encode = ENCODERS[index % ENCODERS.length] ?? asUtf8;
    return inboxFile(submission.file.replace(/\.\w+$/u, '.csv'), encode(csvText(workbook)));
  });
  expect(figuresOfFiles([...rest(), ...texts])).toEqual(original);
});
