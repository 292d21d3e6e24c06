import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aTemplate, rows, runs } from '../support/own-word-file.ts';
import { SMALL_COMMUNE_SETTINGS } from '../support/small-settings.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, RESULTS, smallWorkspace } from './support/small-workspace.ts';

const SAMPLE = join('mau-bao-cao', 'mau.docx');
const REPORT = join(RESULTS, 'bao-cao.docx');

function textOf(path: string): string {
  return [...bodyOf(path).matchAll(/<w:t[^>]*>([^<]*)</gu)].map(([, text]) => text).join('');
}

/** A workspace of xã Suối Mây whose settings name that template. */
async function workspace(template = 'mau-bao-cao/mau.docx', reporting = EVERYBODY): Promise<string> {
  const folder = await smallWorkspace(reporting);
  writeFileSync(join(folder, 'tkcds.yaml'), `${SMALL_COMMUNE_SETTINGS}report:\n  wordTemplate: ${template}\n`);
  return folder;
}

function bodyOf(path: string): string {
  return strFromU8(unzipSync(readFileSync(path))['word/document.xml'] ?? new Uint8Array());
}

describe('init --word-template', () => {
  test('adds a sample to a workspace that is there, with its issuer, and never writes over one', async () => {
    const folder = await workspace();
    const first = await runIn(folder, 'init', '--word-template');
    expect([first.code, first.out]).toEqual([0, expect.stringContaining('tạo mới     mau-bao-cao/mau.docx')]);
    expect(first.out).toContain('wordTemplate: mau-bao-cao/mau.docx');
    expect(bodyOf(join(folder, SAMPLE))).toContain('XÃ SUỐI MÂY');
    writeFileSync(join(folder, SAMPLE), 'edited');
    const second = await runIn(folder, 'init', '--word-template');
    expect(second.out).toContain('giữ nguyên  mau-bao-cao/mau.docx');
    expect(second.out).toContain('Đã có mau-bao-cao/mau.docx nên giữ nguyên');
    expect(readFileSync(join(folder, SAMPLE), 'utf8')).toBe('edited');
  });

  test('says of a new workspace that the names are still blank; without the option there is no sample', async () => {
    const folder = tempFolder();
    expect((await runIn(folder, 'init', 'a', '--word-template')).out).toContain(
      'còn để trống vì tkcds.yaml mới được tạo',
    );
    expect((await runIn(folder, 'init', 'b')).out).not.toContain('mau.docx');
    expect([existsSync(join(folder, 'a', SAMPLE)), existsSync(join(folder, 'b', SAMPLE))]).toEqual([true, false]);
  });

  test('makes the same bytes every time, and refuses a round that is not there', async () => {
    const [one, two] = [await workspace(), await workspace()];
    for (const folder of [one, two]) await runIn(folder, 'init', '--word-template');
    expect(readFileSync(join(one, SAMPLE)).equals(readFileSync(join(two, SAMPLE)))).toBe(true);
    expect((await runIn(one, 'init', '--word-template', '--period', '2031')).code).toBe(2);
  });
});

describe('report into the commune’s own Word file', () => {
  test('is written without a finding from the sample, draft and final, the same bytes again', async () => {
    const folder = await workspace();
    await runIn(folder, 'init', '--word-template');
    const draft = await runIn(folder, 'report');
    expect(draft.code).toBe(0);
    expect(draft.out).toContain('Viết theo mẫu Word: mau-bao-cao/mau.docx');
    expect(draft.out).not.toContain('format-');
    const bytes = readFileSync(join(folder, REPORT));
    expect(textOf(join(folder, REPORT))).toContain('là 60,0% (1.614/2.690 người)');
    await runIn(folder, 'report');
    expect(readFileSync(join(folder, REPORT)).equals(bytes)).toBe(true);
    expect((await runIn(folder, 'report', '--final')).code).toBe(0);
    const parts = unzipSync(readFileSync(join(folder, REPORT)));
    const headers = Object.entries(parts).filter(([name]) => name.includes('header'));
    expect(headers.map(([, part]) => strFromU8(part)).join('')).not.toMatch(/BẢN DỰ THẢO|draft_note/u);
    expect(readdirSync(join(folder, RESULTS)).sort()).toEqual(['bao-cao.docx', 'bao-cao.json', 'tong-hop.xlsx']);
  });

  test('rests on the template: its hash stands in the figures', async () => {
    const folder = await workspace();
    await runIn(folder, 'init', '--word-template');
    await runIn(folder, 'report');
    const figures = readFileSync(join(folder, RESULTS, 'bao-cao.json'), 'utf8');
    expect(figures).toMatch(/"role": "word-template",\s+"file": "mau-bao-cao\/mau\.docx"/u);
  });

  test('warns of what is not in the decree’s form, also of parts that are not there', async () => {
    const folder = await workspace('mau.docx');
    writeFileSync(join(folder, 'mau.docx'), aTemplate({ body: runs('{{draft_note}}') + runs('{{body}}') }));
    const { code, out } = await runIn(folder, 'report');
    expect([code, out]).toEqual([0, expect.stringContaining('format-part-missing')]);
  });

  test('lists every unit that has not reported', async () => {
    const folder = await workspace('mau.docx', EVERYBODY.slice(2));
    const table = rows(['{{reporting.missing.index}}', '{{reporting.missing.title}}']);
    writeFileSync(join(folder, 'mau.docx'), aTemplate({ body: runs('{{draft_note}}') + table }));
    await runIn(folder, 'report');
    const texts = [...bodyOf(join(folder, REPORT)).matchAll(/<w:t[^>]*>([^<]+)</gu)].map(([, text]) => text);
    expect(texts.slice(1)).toEqual(['1', 'Thôn Thượng', '2', 'Thôn Trung']);
  });

  test('names every mistake at once and writes nothing', async () => {
    const folder = await workspace('mau.docx');
    const body = runs('{{draft_note}} {{rou', 'nd.ass_of}}') + rows(['{{opinions.proposal.text}}', '{{body}}']);
    writeFileSync(join(folder, 'mau.docx'), aTemplate({ body }));
    const { code, out } = await runIn(folder, 'report');
    expect(code).toBe(2);
    expect(out).toContain('Không có thẻ “{{round.ass_of}}” (có phải ý bạn là “round.as_of”?)');
    expect(out).toContain('Bảng 1, dòng 1 “{{opinions.proposal.text}}”');
    expect(out).toContain('Thẻ “{{body}}” phải đứng một mình');
    expect(existsSync(join(folder, REPORT))).toBe(false);
  });

  test('the report on the screen needs no template', async () => {
    expect((await runIn(await workspace('khong-co.docx'), 'report', '--format', 'md')).code).toBe(0);
  });
});

describe('a template that cannot be opened', () => {
  test.each<[string, (folder: string) => void, string]>([
    ['is not there', () => undefined, 'trong thư mục làm việc không có tệp đó'],
    [
      'is a folder',
      (folder) => {
        mkdirSync(join(folder, 'mau.docx'));
      },
      'đây không phải là tệp thông thường',
    ],
    [
      'is a link',
      (folder) => {
        writeFileSync(join(folder, 'that.docx'), aTemplate({ body: runs('a') }));
        symlinkSync(join(folder, 'that.docx'), join(folder, 'mau.docx'));
      },
      'đây là liên kết đến một tệp khác',
    ],
    [
      'lies behind a link out of the folder',
      (folder) => {
        const outside = tempFolder({ 'mau.docx': aTemplate({ body: runs('a') }) });
        symlinkSync(join(outside, 'mau.docx'), join(folder, 'mau.docx'));
      },
      'trong thư mục làm việc không có tệp đó',
    ],
    [
      'is text',
      (folder) => {
        writeFileSync(join(folder, 'mau.docx'), 'a');
      },
      'Tệp không phải là văn bản Word (.docx)',
    ],
  ])('because it %s', async (_title, lay, said) => {
    const folder = await workspace('mau.docx', []);
    lay(folder);
    const { code, out } = await runIn(folder, 'report');
    expect([code, out]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(join(folder, REPORT))).toBe(false);
  });

  test('is named with the line of the settings', async () => {
    const folder = await workspace('mau.docx', []);
    rmSync(join(folder, 'mau.docx'), { force: true });
    appendFileSync(join(folder, 'tkcds.yaml'), '# hết\n');
    expect((await runIn(folder, 'report')).out).toMatch(/^tkcds\.yaml\n {2}dòng 29, cột 3 /u);
  });
});
