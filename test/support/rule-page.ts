import type { Nodes, Paragraph, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/** One example of a rule page: what happened, and exactly the findings it gives. */
export interface Scenario {
  readonly title: string;
  readonly isReported: boolean;
  readonly steps: readonly Step[];
  readonly expected: string;
  /** Where the text between the fences of the diagnostics block lies in the page. */
  readonly from: number;
  readonly to: number;
}

/** A stage direction (a paragraph in bold) with the table or the fenced block that follows it. */
export interface Step {
  readonly direction: string;
  readonly table: readonly (readonly string[])[] | undefined;
  readonly code: string | undefined;
}

export interface RulePage {
  readonly title: string;
  readonly hasReason: boolean;
  readonly scenarios: readonly Scenario[];
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function directionOf(node: RootContent): string | undefined {
  const isDirection = node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong';
  return isDirection ? textOf(node) : undefined;
}

function cellsOf(table: Table): readonly (readonly string[])[] {
  return table.children.map((row) => row.children.map((cell) => textOf(cell).trim()));
}

function parse(page: string): Root {
  return fromMarkdown(page, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

/** Reads a page of docs/rules; its two sections are “Bị báo” and “Không bị báo”. */
export function parseRulePage(page: string): RulePage {
  const nodes = parse(page).children;
  const scenarios: Scenario[] = [];
  let section = '';
  let prose: Paragraph | undefined;
  let steps: Step[] = [];
  for (const node of nodes) {
    const direction = directionOf(node);
    if (node.type === 'heading' && node.depth === 2) section = textOf(node);
    else if (direction !== undefined) steps.push({ direction, table: undefined, code: undefined });
    else if (node.type === 'table' || (node.type === 'code' && node.lang !== 'diagnostics')) {
      const last = steps.pop();
      if (last === undefined) throw new Error('a table or block without a stage direction above it');
      steps.push(node.type === 'table' ? { ...last, table: cellsOf(node) } : { ...last, code: node.value });
    } else if (node.type === 'code') {
      const start = (node.position?.start.offset ?? 0) + '```diagnostics\n'.length;
      const end = (node.position?.end.offset ?? 0) - '```'.length;
      const title = prose === undefined ? '' : textOf(prose);
      const isReported = section === 'Bị báo';
      scenarios.push({ title, isReported, steps, expected: node.value, from: start, to: end });
      steps = [];
    } else if (node.type === 'paragraph') prose = node;
  }
  const [heading, ...rest] = nodes;
  const firstSection = rest.findIndex((node) => node.type === 'heading');
  const hasReason = rest.slice(0, firstSection).some((node) => node.type === 'paragraph');
  return { title: heading === undefined ? '' : textOf(heading), hasReason, scenarios };
}
