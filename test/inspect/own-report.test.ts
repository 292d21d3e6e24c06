import { describe, expect, test } from 'vitest';
import { inspectDocument } from '../../src/inspect/inspect.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { renderDocx } from '../../src/render/formats/docx.ts';
import { aDocument, aLetterhead, aSection, aSignature, plain } from '../support/a-document.ts';
import { aWordReport } from '../support/a-word-report.ts';
import { printDiagnostics } from '../support/print-diagnostics.ts';

const NAMES = ['Ủy ban nhân dân tỉnh', 'Sở Khoa học và Công nghệ', 'Sở Nội vụ'];

/** The small report with some of its blocks in place of those of the same kind. */
function reportWith(...blocks: readonly Block[]): Document {
  const report = aWordReport();
  return {
    ...report,
    sections: report.sections.map((section, index) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        index > 0 ? block : (blocks.find(({ kind }) => kind === block.kind) ?? block),
      ),
    })),
  };
}

const long =
  'Kết quả hưởng ứng Ngày Chuyển đổi số quốc gia và tình hình phổ cập chữ ký số cá nhân cho người dân từ đủ 18 tuổi trở lên';

describe('a report of this program is in the decree’s form', () => {
  test.each<[string, Document]>([
    ['a small one', aWordReport()],
    ['a superior body', reportWith(aLetterhead({ superior: 'UBND TỈNH QUẢNG NGÃI' }))],
    [
      'a long name over several lines',
      reportWith(aLetterhead({ issuer: ['TRUNG TÂM PHỤC VỤ', 'HÀNH CHÍNH CÔNG', 'XÃ NGHĨA GIANG THƯỢNG'] })),
    ],
    ['no place yet', reportWith(aLetterhead({ place: '' }))],
    ['a title of one line', reportWith({ kind: 'title', name: 'Báo cáo', abstract: 'Tháng 10' })],
    ['a title of two lines', reportWith({ kind: 'title', name: 'Báo cáo', abstract: long })],
    [
      'a title of four lines',
      reportWith({ kind: 'title', name: 'Báo cáo', abstract: `${long}; ${long.toLowerCase()}` }),
    ],
    ['several addressees', reportWith({ kind: 'addressees', names: NAMES })],
    ['a deputy signs', reportWith(aSignature({ authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'] }))],
    ['by order', reportWith(aSignature({ authority: ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'] }))],
    ['acting head', reportWith(aSignature({ authority: ['Q. CHỦ TỊCH'] }))],
  ])('%s', async (_name, document) => {
    const found = inspectDocument(await renderDocx(document), 'bao-cao.docx');
    expect(printDiagnostics(found)).toBe('');
  });

  test('a name that is still blank is missing', async () => {
    const found = inspectDocument(await renderDocx(reportWith(aSignature({ name: '' }))), 'bao-cao.docx');
    expect(found.map(({ rule, facts }) => [rule, facts['clause']])).toEqual([['format-part-missing', 'C13']]);
  });

  test('a document without anything is one finding, not thirty', async () => {
    const bytes = await renderDocx(aDocument(aSection([{ kind: 'paragraph', inlines: plain('Một đoạn văn./.') }])));
    const found = inspectDocument(bytes, 'x.docx');
    expect(found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual([
      'format-part-missing',
    ]);
  });
});
