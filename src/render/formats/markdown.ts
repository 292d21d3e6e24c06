import type { Block, Document, Inline } from '../../model/document.ts';
import { linesOf, oneLine } from '../clean-text.ts';
import {
  ADDRESSEES_LABEL,
  dateLine,
  DOTS,
  listEntries,
  MOTTO,
  NATIONAL_NAME,
  numberLine,
  RECIPIENTS_LABEL,
  referenceLine,
  subjectLine,
} from '../decree-text.ts';
import { markdownTable } from '../markdown/table.ts';
import { escapeMarkdown } from '../markdown/escape.ts';

/** Markdown swallows runs of blanks, so what stays open is shown by dots. */
const OPEN = ' … ';

function bold(text: string): string {
  const written = escapeMarkdown(oneLine(text));
  return written === '' ? '' : `**${written}**`;
}

function italic(text: string): string {
  const written = escapeMarkdown(oneLine(text));
  return written === '' ? '' : `*${written}*`;
}

/** The remarks of a draft, as footnotes. */
interface Footnotes {
  readonly add: (remark: string | undefined) => string;
  readonly lines: () => readonly string[];
}

function footnotes(): Footnotes {
  const lines: string[] = [];
  return {
    add: (remark) => {
      if (remark === undefined || remark === '') return '';
      lines.push(linesOf(remark).map(escapeMarkdown).join('\\\n    '));
      return `[^${lines.length}]`;
    },
    lines: () => lines.map((line, index) => `[^${index + 1}]: ${line}`),
  };
}

function styled(inline: Inline): string {
  // Markers must touch the words: the blanks at both ends stay outside.
  const written = linesOf(inline.text).map(escapeMarkdown).join('\\\n');
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/u.exec(written) ?? [];
  if (words === '' || inline.style === 'plain') return written;
  const marker = inline.style === 'bold' ? '**' : '*';
  return `${before}${marker}${words}${marker}${after}`;
}

function text(inlines: readonly Inline[], notes: Footnotes): string {
  return inlines
    .map((inline) => `${styled(inline)}${notes.add(inline.remark)}`)
    .join('')
    .trim();
}

function dashed(entries: readonly string[]): string {
  return entries.map((entry) => `- ${entry}`).join('\n');
}

function addressees(names: readonly string[]): readonly string[] {
  const written = names.map(oneLine).filter((name) => name !== '');
  if (written.length > 1) return [ADDRESSEES_LABEL, dashed(listEntries(written).map(escapeMarkdown))];
  return [`${ADDRESSEES_LABEL} ${escapeMarkdown(written[0] ?? DOTS)}`];
}

function letterhead(block: Extract<Block, { kind: 'letterhead' }>): readonly string[] {
  const issuer = block.issuer.some((line) => oneLine(line) !== '') ? block.issuer : [DOTS];
  return [
    escapeMarkdown(oneLine(block.superior)),
    ...issuer.map(bold),
    escapeMarkdown(numberLine(block.symbol, ' …')),
    ...(block.subject === '' ? [] : [escapeMarkdown(subjectLine(oneLine(block.subject)))]),
    bold(block.urgency),
    bold(NATIONAL_NAME),
    bold(MOTTO),
    italic(dateLine(block.place, block.year, OPEN)),
  ];
}

function signature(block: Extract<Block, { kind: 'signature' }>): readonly string[] {
  const recipients = dashed(listEntries(block.recipients).map(escapeMarkdown));
  return [`***${RECIPIENTS_LABEL}***`, recipients, ...block.authority.map(bold), bold(block.name)];
}

/** The Markdown paragraphs of a block; '' for what is not there. */
function paragraphs(block: Block, notes: Footnotes): readonly string[] {
  switch (block.kind) {
    case 'letterhead':
      return letterhead(block);
    case 'title':
      return [`# ${escapeMarkdown(oneLine(block.name))}`, bold(block.abstract)];
    case 'addressees':
      return addressees(block.names);
    case 'heading':
      return [`${block.level === 1 ? '##' : '###'} ${escapeMarkdown(oneLine(block.text))}`];
    case 'paragraph':
      return [text(block.inlines, notes)];
    case 'list':
      return [dashed(block.entries.map((entry) => text(entry, notes)))];
    case 'table':
      return [markdownTable(block, notes.add)];
    case 'chart':
      return [bold(block.title), escapeMarkdown(oneLine(block.description))];
    case 'note':
      return [
        text(
          block.inlines.map((inline) => ({ ...inline, style: inline.style === 'plain' ? 'italic' : inline.style })),
          notes,
        ),
      ];
    case 'appendix-title':
      return [`# ${escapeMarkdown(oneLine(block.label))}`, bold(block.title), italic(referenceLine(block.reference))];
    case 'signature':
      return signature(block);
  }
}

/** The same document as readable Markdown, for previews and for tests: sections parted by a rule, tables as GFM tables. */
export function renderMarkdown(document: Document): string {
  const notes = footnotes();
  const sections = document.sections.map((section) =>
    section.blocks
      .flatMap((block) => paragraphs(block, notes))
      .filter((paragraph) => paragraph !== '')
      .join('\n\n'),
  );
  const draft = document.draftNote === '' ? [] : [bold(document.draftNote)];
  const [first = '', ...appendices] = sections;
  const body = [[...draft, first].join('\n\n'), ...appendices].join('\n\n---\n\n');
  return `${[body, ...notes.lines()].join('\n\n')}\n`;
}
