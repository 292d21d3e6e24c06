import type { Citation } from './citation.ts';
import { unknownName, type Mark } from './marks.ts';
import { appendixLabel } from './numbering.ts';
import { TEMPLATE_INVALID, TemplateFault } from './problems.ts';
import { markIndices } from './provenance.ts';

type Appendix = Extract<Mark, { kind: 'appendix' }>;

/** What the marks of one rendering mean, now that all of them are known. */
export interface ResolvedMarks {
  /** The words of a mark inside a sentence; undefined for one that is a block. To be asked in the order of the text. */
  readonly wordsOf: (index: number) => string | undefined;
  readonly labelOf: (appendix: Appendix) => string;
  /** The documents that the text cites, in that order. */
  readonly cited: readonly Citation[];
  /** Appendices that the text never refers to. */
  readonly unreferenced: readonly Appendix[];
}

/** Labels the appendices, checks that what is referred to exists, and cites each document in full once. */
export function resolveMarks(output: string, marks: readonly Mark[], citations: readonly Citation[]): ResolvedMarks {
  const inOrder = markIndices(output).flatMap((index) => marks[index] ?? []);
  const appendices = inOrder.filter((mark) => mark.kind === 'appendix');
  const labels = labelsOf(appendices);
  const referred = new Set<string>();
  for (const mark of inOrder) {
    if (mark.kind !== 'ref') continue;
    if (!labels.has(mark.name)) {
      throw new TemplateFault(unknownName('phụ lục', mark.name, [...labels.keys()]), mark.offset);
    }
    referred.add(mark.name);
  }
  const citedIds = new Set(inOrder.flatMap((mark) => (mark.kind === 'cite' ? [mark.name] : [])));
  return {
    wordsOf: wordsInOrder(marks, labels, citations),
    labelOf: ({ name }) => labels.get(name) ?? '',
    cited: [...citedIds].flatMap((id) => citations.find((citation) => citation.id === id) ?? []),
    unreferenced: appendices.filter(({ name }) => !referred.has(name)),
  };
}

function labelsOf(appendices: readonly Appendix[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [index, { name, offset }] of appendices.entries()) {
    if (labels.has(name)) {
      const message = `Phụ lục “${name}” được mở hai lần, mỗi phụ lục phải có tên riêng`;
      const hint = 'Đổi tên ở một trong hai thẻ {% appendix … %}';
      throw new TemplateFault({ problem: TEMPLATE_INVALID, message, hint }, offset);
    }
    labels.set(name, appendixLabel(index, appendices.length));
  }
  return labels;
}

/** First citation in full, later ones short (Nghị định 30/2020, Phụ lục I.II.6b). */
function wordsInOrder(marks: readonly Mark[], labels: ReadonlyMap<string, string>, citations: readonly Citation[]) {
  const seen = new Set<string>();
  return (index: number): string | undefined => {
    const mark = marks[index];
    if (mark?.kind === 'ref') return labels.get(mark.name);
    if (mark?.kind !== 'cite') return undefined;
    const citation = citations.find(({ id }) => id === mark.name);
    const words = seen.has(mark.name) ? citation?.short : citation?.full;
    seen.add(mark.name);
    return words;
  };
}
