import type { Block, Document } from '../../src/model/document.ts';
import { aLetterhead, aSection, aSignature, aTable, plain } from './a-document.ts';

function paragraph(text: string): Block {
  return { kind: 'paragraph', inlines: plain(text) };
}

/** The small report that the rule pages about the form of documents change: a page of text and two short appendices. */
export function aWordReport(): Document {
  const reference = 'Kèm theo Báo cáo số      /BC-UBND ngày      tháng      năm 2025 của UBND xã Suối Mây';
  const appendix = (label: string, title: string): readonly Block[] => [
    { kind: 'appendix-title', label, title, reference },
    aTable(),
    { kind: 'note', inlines: plain('Ghi chú: số liệu do các đơn vị báo cáo./.') },
  ];
  return {
    title: 'Báo cáo',
    draftNote: '',
    sections: [
      aSection([
        aLetterhead({ issuer: ['ỦY BAN NHÂN DÂN', 'XÃ SUỐI MÂY'], place: 'Suối Mây' }),
        { kind: 'title', name: 'Báo cáo', abstract: 'Kết quả hưởng ứng Ngày Chuyển đổi số quốc gia năm 2025' },
        { kind: 'addressees', names: ['Sở Khoa học và Công nghệ'] },
        paragraph(
          'Thực hiện chỉ đạo của Sở Khoa học và Công nghệ về Ngày Chuyển đổi số quốc gia, UBND xã báo cáo kết quả như sau:',
        ),
        { kind: 'heading', level: 1, text: 'I. Kết quả thực hiện' },
        paragraph('Các đơn vị đã triển khai đủ nhiệm vụ được giao.'),
        paragraph('Số liệu của từng đơn vị nêu tại Phụ lục I và Phụ lục II.'),
        paragraph('Trên đây là kết quả thực hiện, UBND xã kính báo cáo./.'),
        aSignature({ recipients: ['Như trên', 'Lưu: VT, VHXH'] }),
      ]),
      aSection(appendix('Phụ lục I', 'Số liệu của các thôn'), { kind: 'appendix', orientation: 'landscape' }),
      aSection(appendix('Phụ lục II', 'Số liệu của các trường'), { kind: 'appendix', orientation: 'landscape' }),
    ],
  };
}
