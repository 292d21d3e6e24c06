import { describe, expect, test } from 'vitest';
import { inspectDocument } from '../../src/inspect/inspect.ts';
import { aWordReport } from '../support/a-word-report.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import {
  addPart,
  editDocument,
  editParagraph,
  openWordFile,
  saveWordFile,
  type WordParts,
} from '../support/word-file.ts';

const original = await renderDocx(aWordReport());

/** The clauses of what is not decided in the small report once it is changed, and whether anything else is said. */
function undecided(edit: (parts: WordParts) => void): {
  readonly clauses: readonly unknown[];
  readonly others: readonly string[];
} {
  const parts = openWordFile(original);
  edit(parts);
  const found = inspectDocument(saveWordFile(parts), 'bao-cao.docx');
  const isUndecided = ({ rule }: { readonly rule: string }): boolean => rule === 'format-unverifiable';
  expect(
    found
      .filter(isUndecided)
      .every(({ severity, message }) => severity === 'info' && message.includes('không kiểm tra được')),
  ).toBe(true);
  return {
    clauses: found.filter(isUndecided).map(({ facts }) => facts['clause']),
    others: found.filter((one) => !isUndecided(one)).map(({ rule }) => rule),
  };
}

/** A picture of that size in English metric units, 36,000 to the millimetre. */
const inline = (width: number, height: number): string =>
  `<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="${width}" cy="${height}"/></wp:inline></w:drawing></w:r>`;
const addRun = (begins: string, run: string) => (parts: WordParts) => {
  editParagraph(parts, begins, (xml) => xml.replace('</w:p>', `${run}</w:p>`));
};

describe('what the file does not decide is said so, and never passed', () => {
  test.each<[string, (parts: WordParts) => void, readonly string[]]>([
    ['letters in a picture', addRun('Các đơn vị', inline(2_160_000, 2_160_000)), ['P4']],
    [
      'a document that is cited',
      (parts) => {
        editDocument(parts, (xml) =>
          xml.replace('Các đơn vị đã', 'Theo Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2025, các đơn vị đã'),
        );
      },
      ['C11'],
    ],
    [
      'a rule that is drawn',
      (parts) => {
        editDocument(parts, (xml) => xml.replace(/<w:pBdr>[^]*?<\/w:pBdr>/u, ''));
        addRun('XÃ SUỐI MÂY', inline(540_000, 9_525))(parts);
      },
      ['C4'],
    ],
    [
      'an address at the foot of the first page',
      (parts) => {
        const content = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';
        const xml =
          '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>Địa chỉ: xã Suối Mây</w:t></w:r></w:p></w:ftr>';
        addPart(parts, { name: 'footer7.xml', type: 'footer', content, id: 'rIdFoot', xml });
        editDocument(parts, (text) =>
          text.replace(
            /<w:sectPr(?:\s[^>]*)?>/u,
            (open) =>
              `${open}<w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" w:type="first" r:id="rIdFoot"/>`,
          ),
        );
      },
      ['C19'],
    ],
  ])('%s', (_name, edit, clauses) => expect(undecided(edit)).toEqual({ clauses, others: [] }));
});
