import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderOwnSample } from '../../src/pipeline.ts';
import { WORD_TEMPLATE_FILE } from '../../src/workspace/sample-template.ts';
import type { Step } from './rule-page.ts';
import { smallCommuneRound } from './small-commune.ts';
import { smallCommuneIssuer } from './small-settings.ts';
import { editDocument, editPart, escapeXml, openWordFile, saveWordFile } from './word-file.ts';

type Play = (folder: string, match: RegExpExecArray, step: Step) => void | Promise<void>;

const SETTING = `report:\n  wordTemplate: ${WORD_TEMPLATE_FILE}\n`;

function write(folder: string, bytes: Uint8Array): void {
  const path = join(folder, WORD_TEMPLATE_FILE);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  const settings = join(folder, 'tkcds.yaml');
  if (!readFileSync(settings, 'utf8').includes(SETTING)) appendFileSync(settings, SETTING);
}

/** The template of the workspace; the sample, and the setting that names it, when there is none yet. */
async function template(folder: string): Promise<Uint8Array> {
  const path = join(folder, WORD_TEMPLATE_FILE);
  if (!existsSync(path)) write(folder, await renderOwnSample(smallCommuneRound(), smallCommuneIssuer()));
  return readFileSync(path);
}

async function edit(folder: string, change: (parts: Map<string, string>) => void): Promise<void> {
  const parts = openWordFile(await template(folder));
  change(parts);
  write(folder, saveWordFile(parts));
}

/** The stage directions about the commune's own Word file. `docs/rules/README.md` explains them. */
export const WORD_TEMPLATE_DIRECTIONS: readonly (readonly [RegExp, Play])[] = [
  [
    /^mau\.docx: mẫu của tkcds init$/u,
    async (folder) => {
      await template(folder);
    },
  ],
  [
    /^mau\.docx: đổi chữ “(.+)” thành “(.*)”$/su,
    (folder, [, from = '', to = '']) =>
      edit(folder, (parts) => {
        editDocument(parts, (text) => text.replace(escapeXml(from), () => escapeXml(to)));
      }),
  ],
  [
    /^mau\.docx: bỏ “(.+)” ở đầu trang$/u,
    (folder, [, text = '']) =>
      edit(folder, (parts) => {
        const header = [...parts].find(([name, part]) => /header\d\.xml$/u.test(name) && part.includes(text))?.[0];
        editPart(parts, header ?? '', (part) => part.replace(text, ''));
      }),
  ],
  [
    /^mau\.docx: nội dung tệp$/u,
    (folder, _match, { code = '' }) => {
      write(folder, new TextEncoder().encode(code));
    },
  ],
  [
    /^mau\.docx: cắt còn (\d+) byte$/u,
    async (folder, [, size = '0']) => {
      write(folder, (await template(folder)).slice(0, Number(size)));
    },
  ],
];
