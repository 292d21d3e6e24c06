import type { Block, Inline } from '../model/document.ts';

/** The last words of the report, closed by `./.` as in every sample form of the decree (Nghị định 30/2020, Phụ lục III). */
export function withEndMark(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  const before = blocks.slice(0, -1);
  if (last?.kind === 'paragraph') return [...before, { kind: 'paragraph', inlines: closed(last.inlines) }];
  const entry = last?.kind === 'list' ? last.entries.at(-1) : undefined;
  if (last?.kind === 'list' && entry !== undefined) {
    return [...before, { kind: 'list', entries: [...last.entries.slice(0, -1), closed(entry)] }];
  }
  return [...blocks, { kind: 'paragraph', inlines: [{ text: './.', style: 'plain' }] }];
}

function closed(inlines: readonly Inline[]): readonly Inline[] {
  const last = inlines.at(-1);
  if (last === undefined) return [{ text: './.', style: 'plain' }];
  return [...inlines.slice(0, -1), { text: `${last.text.replace(/[\s.;,:/]+$/u, '')}./.`, style: last.style }];
}
