import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { ReportModel } from '../../src/model/report.ts';
import { renderOwnReport } from '../../src/pipeline.ts';
import { finalDocument } from '../../src/compose/draft.ts';
import { aModel, anIssuer, composed } from '../compose/support/model.ts';
import { aWordFile, type WordDraft } from '../inspect/support/a-word-file.ts';

/** A paragraph whose text Word has split over so many runs. */
export function runs(...texts: readonly string[]): string {
  const each = texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`);
  return `<w:p>${each.join('<w:proofErr w:type="spellStart"/>')}</w:p>`;
}

/** A table of one column for each text, one row for each list. */
export function rows(...lines: readonly (readonly string[])[]): string {
  const cells = (texts: readonly string[]): string => texts.map((text) => `<w:tc>${runs(text)}</w:tc>`).join('');
  return `<w:tbl>${lines.map((texts) => `<w:tr>${cells(texts)}</w:tr>`).join('')}</w:tbl>`;
}

const TYPES = [
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  ...['document.main', 'header', 'footnotes', 'styles'].map((type) => {
    const name = type.replace('.main', '');
    return `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
  }),
].join('');

/** A Word file written by hand that the library can fill. */
export function aTemplate(draft: WordDraft): Uint8Array {
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types xmlns="${namespace}">${TYPES}</Types>`),
    ...unzipSync(aWordFile(draft)),
  });
}

/** What a template gives: the parts of the report by name, or what is wrong with it. */
export interface Filled {
  readonly bytes: Uint8Array | undefined;
  readonly part: (name: string) => string;
  /** The texts of the paragraphs of a part, in their order. */
  readonly texts: (name?: string) => readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

function textsIn(xml: string): readonly string[] {
  const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) => paragraph);
  return paragraphs.map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/gu)].map(([, text = '⏎']) => text).join(''),
  );
}

/** That file filled with the figures of the model; the final version, so that it need not say that it is a draft. */
export async function fillOwn(
  file: WordDraft | Uint8Array,
  model: ReportModel = aModel(),
  version: 'draft' | 'final' = 'final',
): Promise<Filled> {
  const bytes = file instanceof Uint8Array ? file : aTemplate(file);
  const draft = composed(undefined, model);
  const document = version === 'final' ? finalDocument(draft) : draft;
  const { value, diagnostics } = await renderOwnReport({ file: 'mau.docx', bytes }, model, anIssuer(), {
    document,
    diagnostics: [],
  });
  const part = (name: string): string => {
    const found = value === undefined ? undefined : unzipSync(value)[name];
    if (found === undefined) throw new Error(`no ${name}: ${JSON.stringify(diagnostics)}`);
    return strFromU8(found);
  };
  return { bytes: value, diagnostics, part, texts: (name = 'word/document.xml') => textsIn(part(name)) };
}
