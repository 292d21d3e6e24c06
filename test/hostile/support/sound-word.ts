import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { rawEntry, rawZip, type RawEntry } from './raw-zip.ts';

/** A dispatch in the form of the decree, as LibreOffice saved it. */
export function soundWord(): Uint8Array {
  return readFileSync(new URL('../../../fixtures/docx/cong-van-dung.docx', import.meta.url));
}

/** The dispatch with other parts in place of its own. */
export function wordWith(parts: Readonly<Record<string, string | RawEntry>>): Uint8Array {
  const own = Object.entries(unzipSync(soundWord())).map(([name, content]) => {
    const other = parts[name];
    if (other === undefined) return rawEntry(name, content);
    return typeof other === 'string' ? rawEntry(name, other) : other;
  });
  return rawZip(own);
}

/** The dispatch with another body. */
export function wordWithBody(body: string): Uint8Array {
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const xml = `<w:document ${namespace}><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return wordWith({ 'word/document.xml': xml });
}
