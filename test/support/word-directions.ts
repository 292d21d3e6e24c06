import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { inspectDocument } from '../../src/pipeline.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aWordReport } from './a-word-report.ts';
import type { Step } from './rule-page.ts';
import { openWordFile, saveWordFile, type WordParts } from './word-file.ts';
import { WORD_DIRECTIONS } from './word-page-directions.ts';

/** The documents of an example: XML parts while they are changed, or bytes that are no Word document. */
type Documents = Map<string, WordParts | Uint8Array>;

const REPORT = 'bao-cao.docx';
const LETTER = 'cong-van.docx';
/** What the documents of every example are before it changes them. */
async function originals(): Promise<ReadonlyMap<string, Uint8Array>> {
  const letter = readFileSync(new URL('../../fixtures/docx/cong-van-dung.docx', import.meta.url));
  return new Map([
    [REPORT, await renderDocx(aWordReport())],
    [LETTER, letter],
  ]);
}

/** Directions that make another file of it. */
function replaceFile(documents: Documents, file: string, direction: string, code: string | undefined): boolean {
  const cut = /^cắt còn (\d+) byte$/u.exec(direction)?.[1];
  const parts = documents.get(file);
  if (cut !== undefined && parts instanceof Map) documents.set(file, saveWordFile(parts).slice(0, Number(cut)));
  else if (direction === 'nội dung tệp') documents.set(file, new TextEncoder().encode(code ?? ''));
  else return false;
  return true;
}

const STEP = /^((?:bao-cao|cong-van)\.docx)(?:: | · )?(.*)$/su;

/** Whether an example is about Word documents. */
export function isAboutWord(steps: readonly Step[]): boolean {
  return steps.length > 0 && steps.every(({ direction }) => STEP.test(direction));
}

/** Plays an example about Word documents: those it names, changed as it says, each checked as `tkcds check-format` would. */
export async function playWord(steps: readonly Step[]): Promise<readonly Diagnostic[]> {
  const given = await originals();
  const documents: Documents = new Map();
  for (const { direction, code } of steps) {
    const [, file = '', what = ''] = STEP.exec(direction) ?? [];
    const original = given.get(file);
    if (!documents.has(file) && original !== undefined) documents.set(file, openWordFile(original));
    const parts = documents.get(file);
    if (what === '' || replaceFile(documents, file, what, code)) continue;
    const known = WORD_DIRECTIONS.find(([pattern]) => pattern.test(what));
    if (known === undefined || !(parts instanceof Map)) throw new Error(`no stage direction is worded “${direction}”`);
    const [pattern, act] = known;
    const [whole = '', one = '', two = '', three = '', four = ''] = pattern.exec(what) ?? [];
    act(parts, [whole, one, two, three, four]);
  }
  const found: Diagnostic[] = [];
  for (const [file, content] of documents) {
    found.push(...(await inspectDocument(content instanceof Map ? saveWordFile(content) : content, file)));
  }
  return found;
}
