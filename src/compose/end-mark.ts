import type { Block, Inline } from '../model/document.ts';

const END_MARK = { text: './.', style: 'plain' } as const satisfies Inline;

/**
 * The last words of the report or of an appendix, closed by `./.` as in every sample form of the decree (Nghị định 30/2020,
 * Phụ lục III; Mẫu 2.1 and 2.2 close the appendices too). The forms show no text that ends with a table: our own choice is a
 * remark of only `./.` under it, which stays on the page of the table's last row.
 */
export function withEndMark(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  if (last?.kind === 'paragraph' || last?.kind === 'note') {
    return [...before, { kind: last.kind, inlines: closed(last.inlines) }];
  }
  const entry = last?.kind === 'list' ? last.entries.at(-1) : undefined;
  if (last?.kind === 'list' && entry !== undefined) {
    return [...before, { kind: 'list', entries: [...last.entries.slice(0, -1), closed(entry)] }];
  }
  return [...blocks, { kind: last?.kind === 'table' ? 'note' : 'paragraph', inlines: [END_MARK] }];
}

function closed(inlines: readonly Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last === undefined) return [END_MARK];
  return [...inlines.slice(0, -1), { text: `${last.text.replace(/[\s.;,:/]+$/u, '')}./.`, style: last.style }];
}
