import { strToU8, zipSync } from 'fflate';

/** What a hand-written Word document holds: the XML within the root element of each part. */
export interface WordDraft {
  /** Within `<w:body>`, without the section. */
  readonly body?: string;
  /** Within `<w:sectPr>`. */
  readonly section?: string;
  readonly styles?: string;
  readonly theme?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly header?: string;
  readonly footnotes?: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  `xmlns:r="${OFFICE}"`,
].join(' ');

const ROOTS = {
  styles: 'w:styles',
  theme: 'a:theme',
  numbering: 'w:numbering',
  settings: 'w:settings',
  header: 'w:hdr',
  footnotes: 'w:footnotes',
} as const;

function partsOf(draft: WordDraft): readonly (readonly [name: keyof typeof ROOTS, xml: string])[] {
  const names = ['styles', 'theme', 'numbering', 'settings', 'header', 'footnotes'] as const;
  return names.flatMap((name) => {
    const content = draft[name];
    return content === undefined ? [] : [[name, content] as const];
  });
}

function relations(entries: readonly (readonly [id: string, type: string, target: string])[]): string {
  const items = entries.map(([id, type, target]) => {
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  });
  const root = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return `<Relationships ${root}>${items.join('')}</Relationships>`;
}

/** A Word document written by hand; headers are related as `header`. */
export function aWordFile(draft: WordDraft): Uint8Array {
  const parts = partsOf(draft);
  const section = `<w:sectPr>${draft.section ?? ''}</w:sectPr>`;
  const files = {
    '_rels/.rels': relations([['main', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations(parts.map(([name]) => [name, name, `${name}.xml`])),
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${draft.body ?? ''}${section}</w:body></w:document>`,
    ...Object.fromEntries(
      parts.map(([name, xml]) => [`word/${name}.xml`, `<${ROOTS[name]} ${NAMESPACES}>${xml}</${ROOTS[name]}>`]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

/** A paragraph of one run, with the properties of each. */
export function p(text: string, properties = '', run = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
