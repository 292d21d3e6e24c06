import type { Inline } from '../model/document.ts';
import type { ReportModel } from '../model/report.ts';
import { remarkOnSum } from './findings-at.ts';
import type { Part, WordedBlock } from './markdown.ts';
import type { ScopeObject } from './scope.ts';

/**
 * A figure of the wording that something was found at is printed between private characters: `OPEN` number `THEN` figure
 * `CLOSE`. They pass through Liquid and Markdown like letters, and become the remark of an inline at the end.
 */
const OPEN = '\ue002';
const THEN = '\ue003';
const CLOSE = '\ue004';
const REMARKED = /\ue002(\d+)\ue003([^\ue002-\ue004]*)\ue004/gu;
const STRAY = /\ue002\d*\ue003?|[\ue003\ue004]/gu;

/** What was found at the numbers of each share, in their order. */
export function shareRemarks(model: ReportModel): readonly (string | undefined)[] {
  return model.coverages.map(({ rows }) =>
    remarkOnSum(
      model,
      rows.filter(({ state }) => state === 'counted').flatMap((row) => [row.denominator?.ref, row.numerator?.ref]),
    ),
  );
}

/** The variables of the shares, each flagged share marked with the number of its remark. */
export function withMarkedShares(
  shares: readonly ScopeObject[],
  remarks: readonly (string | undefined)[],
): readonly ScopeObject[] {
  return shares.map((share, index) => {
    const { ratio } = share;
    if (remarks[index] === undefined || typeof ratio !== 'string') return share;
    return { ...share, ratio: `${OPEN}${String(index)}${THEN}${ratio}${CLOSE}` };
  });
}

function plain(text: string): string {
  return text.replace(REMARKED, '$2').replace(STRAY, '');
}

/** The inline cut into what has a remark and what has none. */
function cut({ text, style }: Inline, remarks: readonly (string | undefined)[]): readonly Inline[] {
  const pieces: Inline[] = [];
  let end = 0;
  for (const match of text.matchAll(REMARKED)) {
    const [whole, index, figure = ''] = match;
    const remark = remarks[Number(index)];
    pieces.push({ text: plain(text.slice(end, match.index)), style });
    pieces.push({ text: figure, style, ...(remark === undefined ? {} : { remark }) });
    end = match.index + whole.length;
  }
  return [...pieces, { text: plain(text.slice(end)), style }].filter((piece) => piece.text !== '');
}

function inBlock(block: WordedBlock, remarks: readonly (string | undefined)[]): WordedBlock {
  const inlinesOf = (inlines: readonly Inline[]): readonly Inline[] =>
    inlines.flatMap((inline) => cut(inline, remarks));
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, inlines: inlinesOf(block.inlines) };
    case 'list':
      return { ...block, entries: block.entries.map(inlinesOf) };
  }
}

/** The parts with the remarks at their figures; headings have none. */
export function withFigureRemarks(parts: readonly Part[], remarks: readonly (string | undefined)[]): readonly Part[] {
  return parts.map((part): Part => {
    switch (part.kind) {
      case 'heading':
        return { ...part, text: plain(part.text) };
      case 'block':
        return { ...part, block: inBlock(part.block, remarks) };
      case 'mark':
        return part;
    }
  });
}
