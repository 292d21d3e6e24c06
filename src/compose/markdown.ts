import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, Inline } from '../model/document.ts';
import { emptyHeading, refuseHostile, unsupported } from './markdown-faults.ts';
import { TemplateFault } from './problems.ts';
import { markIndex, originAt, type Traced } from './provenance.ts';

/** One piece of the wording after Markdown: a heading, a mark by its number, or a finished block. */
export type Part =
  | {
      readonly kind: 'heading';
      readonly depth: 1 | 2 | 3 | 4;
      readonly text: string;
      readonly offset: number | undefined;
    }
  | { readonly kind: 'mark'; readonly index: number }
  | { readonly kind: 'block'; readonly block: WordedBlock; readonly offset: number | undefined };

/** The blocks that are written in the wording itself. */
export type WordedBlock = Extract<Block, { kind: 'paragraph' | 'list' | 'note' }>;

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];
type ListNode = Extract<Node, { type: 'list' }>;
type PhrasingNode = Extract<Node, { type: 'paragraph' }>['children'][number];

/** The Markdown text as parts; the first construct that a report has no place for is thrown as a fault. */
export function readMarkdown(traced: Traced): readonly Part[] {
  refuseHostile(traced);
  // Lines indented inside {% for %} are no code, and data never is HTML.
  const root = fromMarkdown(traced.markdown, { extensions: [{ disable: { null: ['codeIndented'] } }] });
  return root.children.flatMap((node) => partsOf(node, traced));
}

function offsetOf(node: Node, traced: Traced): number | undefined {
  const start = node.position?.start.offset;
  return start === undefined ? undefined : originAt(traced, start);
}

function partsOf(node: Node, traced: Traced): readonly Part[] {
  const offset = offsetOf(node, traced);
  if (node.type === 'heading') return [headingPart(node, traced)];
  return blocksOf(node, traced).map((block): Part => {
    const index = block.kind === 'paragraph' ? markIndex(block.inlines.map(({ text }) => text).join('')) : undefined;
    return index === undefined ? { kind: 'block', block, offset } : { kind: 'mark', index };
  });
}

function headingPart(node: Extract<Node, { type: 'heading' }>, traced: Traced): Part {
  const offset = offsetOf(node, traced);
  const { depth } = node;
  if (depth > 4) throw new TemplateFault(unsupported('deep-heading'), offset);
  const text = inlinesOf(node.children, traced)
    .map((inline) => inline.text)
    .join('');
  if (text === '') throw new TemplateFault(emptyHeading(), offset);
  return { kind: 'heading', depth: depth as 1 | 2 | 3 | 4, text, offset }; // checked above, the compiler does not see it
}

function blocksOf(node: Node, traced: Traced): readonly WordedBlock[] {
  if (node.type === 'list') return listBlocks(node, traced);
  if (node.type !== 'paragraph' && node.type !== 'blockquote') {
    throw new TemplateFault(unsupported(node.type), offsetOf(node, traced));
  }
  if (node.type === 'paragraph') {
    const inlines = inlinesOf(node.children, traced);
    return inlines.length === 0 ? [] : [{ kind: 'paragraph', inlines }];
  }
  const inlines = tidy(node.children.flatMap((child) => ownParagraph(child, traced)));
  return inlines.length === 0 ? [] : [{ kind: 'note', inlines }];
}

/** Dashed lines stay a list; numbered lines become paragraphs that begin with their number. */
function listBlocks(node: ListNode, traced: Traced): readonly WordedBlock[] {
  const entries = node.children
    .map((entry) => tidy(entry.children.flatMap((child) => ownParagraph(child, traced))))
    .filter((inlines) => inlines.length > 0);
  if (node.ordered !== true) return entries.length === 0 ? [] : [{ kind: 'list', entries }];
  const first = node.start ?? 1;
  return entries.map((inlines, index) => ({
    kind: 'paragraph',
    inlines: tidy([{ text: `${String(first + index)}. `, style: 'plain' }, ...inlines]),
  }));
}

function ownParagraph(node: Node, traced: Traced): readonly Inline[] {
  if (node.type === 'paragraph') return [...inlinesOf(node.children, traced), { text: ' ', style: 'plain' }];
  throw new TemplateFault(unsupported(node.type === 'list' ? 'nested-list' : node.type), offsetOf(node, traced));
}

function inlinesOf(nodes: readonly PhrasingNode[], traced: Traced): readonly Inline[] {
  return tidy(nodes.flatMap((node) => styled(node, 'plain', traced)));
}

function styled(node: PhrasingNode, style: Inline['style'], traced: Traced): readonly Inline[] {
  if (node.type === 'text') return [{ text: node.value, style }];
  if (node.type === 'break') return [{ text: ' ', style }];
  if (node.type !== 'strong' && node.type !== 'emphasis') {
    throw new TemplateFault(unsupported(node.type), offsetOf(node, traced));
  }
  const own = node.type === 'strong' ? 'bold' : style === 'plain' ? 'italic' : style;
  return node.children.flatMap((child) => styled(child, own, traced));
}

/** Neighbours of one style joined, runs of white space one blank, none at the ends; NBSP is kept, the wording may need it. */
function tidy(inlines: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const { text, style } of inlines) {
    const last = joined.at(-1);
    const before = last === undefined || /[ \t\n]$/u.test(last.text) ? '' : ' ';
    const clean = text.replace(/[ \t\n]+/gu, ' ').replace(/^ /u, before);
    if (last?.style === style) joined[joined.length - 1] = { text: last.text + clean, style };
    else if (clean !== '') joined.push({ text: clean, style });
  }
  const end = joined.pop();
  if (end === undefined) return [];
  const text = end.text.trimEnd();
  return text === '' ? tidy(joined) : [...joined, { text, style: end.style }];
}
