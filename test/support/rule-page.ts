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

/** The steps with that node as another direction, or as the block of the last one; undefined when it is neither. */
function withStep(steps: readonly Step[], node: RootContent): readonly Step[] | undefined {
  const direction = directionOf(node);
  if (direction !== undefined) return [...steps, { direction, table: undefined, code: undefined }];
  if (node.type !== 'table' && node.type !== 'code') return undefined;
  const last = steps.at(-1);
  if (last === undefined) throw new Error('a table or block without a stage direction above it');
  const block = node.type === 'table' ? { table: cellsOf(node) } : { code: node.value };
  return [...steps.slice(0, -1), { ...last, ...block }];
}

/** A golden round: what it shows, in words, and its stage directions. */
export interface GoldenCase {
  readonly title: string;
  readonly prose: readonly string[];
  readonly steps: readonly Step[];
}

/** Reads the `scenario.md` of a golden round; everything in it is a heading, prose, or a stage direction with its block. */
export function parseGoldenCase(page: string): GoldenCase {
  const [heading, ...nodes] = parse(page).children;
  const prose = nodes.filter((node) => node.type === 'paragraph' && directionOf(node) === undefined).map(textOf);
  const steps = nodes.reduce<readonly Step[]>((played, node) => withStep(played, node) ?? played, []);
  return { title: heading?.type === 'heading' ? textOf(heading) : '', prose, steps };
}

/** Reads a page of docs/rules; its two sections are “Bị báo” and “Không bị báo”. */
export function parseRulePage(page: string): RulePage {
  const nodes = parse(page).children;
  const scenarios: Scenario[] = [];
  let section = '';
  let prose: Paragraph | undefined;
  let steps: readonly Step[] = [];
  for (const node of nodes) {
    const isFindings = node.type === 'code' && node.lang === 'diagnostics';
    const played = isFindings ? undefined : withStep(steps, node);
    if (played !== undefined) steps = played;
    else if (node.type === 'heading' && node.depth === 2) section = textOf(node);
    else if (node.type === 'paragraph') prose = node;
    else if (node.type === 'code') {
      const from = (node.position?.start.offset ?? 0) + '```diagnostics\n'.length;
      const to = (node.position?.end.offset ?? 0) - '```'.length;
      const title = prose === undefined ? '' : textOf(prose);
      scenarios.push({ title, isReported: section === 'Bị báo', steps, expected: node.value, from, to });
      steps = [];
    }
  }
  const [heading, ...rest] = nodes;
  const firstSection = rest.findIndex((node) => node.type === 'heading');
  const hasReason = rest.slice(0, firstSection).some((node) => node.type === 'paragraph');
  return { title: heading === undefined ? '' : textOf(heading), hasReason, scenarios };
}
