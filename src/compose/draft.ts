import type { Block, Document, Inline, TableRow } from '../model/document.ts';
import type { ReportModel } from '../model/report.ts';
import { formatInteger } from '../vi/number.ts';

/** What the draft says of itself: how many findings are open, and where they are found. */
export function draftNote({ diagnostics, accepted }: ReportModel, where = 'xem nhận xét tại từng số liệu'): string {
  const count = (severity: string): number => diagnostics.filter((one) => one.severity === severity).length;
  const errors = count('error') - accepted.length;
  const warnings = count('warning');
  const open = [
    ...(errors > 0 ? [`${formatInteger(errors)} lỗi`] : []),
    ...(warnings > 0 ? [`${formatInteger(warnings)} cảnh báo`] : []),
  ];
  const state = open.length === 0 ? 'không còn phát hiện nào' : `còn ${open.join(', ')}; ${where}`;
  return `BẢN DỰ THẢO: ${state}`;
}

function withoutRemark({ text, style }: Inline): Inline {
  return { text, style };
}

function finalRow({ cells, emphasis }: TableRow): TableRow {
  return { cells, emphasis };
}

function finalBlock(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, inlines: block.inlines.map(withoutRemark) };
    case 'list':
      return { ...block, entries: block.entries.map((inlines) => inlines.map(withoutRemark)) };
    case 'table':
      return { ...block, rows: block.rows.map(finalRow) };
    case 'letterhead':
    case 'title':
    case 'addressees':
    case 'heading':
    case 'chart':
    case 'appendix-title':
    case 'signature':
      return block;
  }
}

/** The final version: without what a draft says of itself and of its figures. */
export function finalDocument(document: Document): Document {
  return {
    ...document,
    draftNote: '',
    sections: document.sections.map((section) => ({ ...section, blocks: section.blocks.map(finalBlock) })),
  };
}
