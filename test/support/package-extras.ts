import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const RELATIONS = 'xl/_rels/workbook.xml.rels';
const TYPE = {
  'liên kết ngoài': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink',
  macro: 'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
};
const PART = {
  'đối tượng nhúng': 'xl/embeddings/oleObject1.bin',
  'liên kết ngoài': 'xl/externalLinks/externalLink1.xml',
  macro: 'xl/vbaProject.bin',
};

/** What an .xlsx file can carry beside its cells, by the name it has in stage directions. */
export type PackageExtra = keyof typeof PART;

/** Whether a stage direction's word is one of them. */
export function isPackageExtra(word: string): word is PackageExtra {
  return word in PART;
}

/** The same .xlsx file with something more in it, of which nothing but its place in the package is genuine. */
export function withExtra(bytes: Uint8Array, extra: PackageExtra): Uint8Array {
  const parts = { ...unzipSync(bytes), [PART[extra]]: strToU8('<x/>') };
  if (extra !== 'đối tượng nhúng') {
    const relation = `<Relationship Id="extra${String(extra.length)}" Type="${TYPE[extra]}" Target="${PART[extra].replace('xl/', '')}"/>`;
    const relations = strFromU8(parts[RELATIONS] ?? new Uint8Array());
    parts[RELATIONS] = strToU8(relations.replace('</Relationships>', () => `${relation}</Relationships>`));
  }
  return zipSync(parts);
}
