import type { RunLook } from '../look/resolve.ts';
import { childOf, type XmlElement } from '../package/tree.ts';
import { drawingsOf } from './drawings.ts';
import type { Drawing, Run } from './word-document.ts';

/** What a paragraph holds. */
export interface ParagraphContent {
  readonly runs: readonly Run[];
  readonly drawings: readonly Drawing[];
  /** Elements that may hold text boxes. */
  readonly drawn: readonly XmlElement[];
  readonly breaksPage: boolean;
}

/** How letters with those properties look in the paragraph at hand. */
export type Looks = (properties: XmlElement | undefined) => RunLook;

/** An instruction begins with the name of its field; what follows may be long. */
const LONGEST_NAME = 40;

function fieldOf(instruction: string): Run['field'] {
  const [name = ''] = instruction.trimStart().slice(0, LONGEST_NAME).toUpperCase().split(/\s+/u);
  if (name === 'PAGE') return 'page';
  return name === 'NUMPAGES' || name === 'SECTIONPAGES' ? 'pages' : undefined;
}

interface Draft {
  readonly runs: Run[];
  readonly drawings: Drawing[];
  readonly drawn: XmlElement[];
  breaksPage: boolean;
  /** Fields that are open, the innermost last: what they ask for, and whether their result has begun. */
  readonly fields: { instruction: string; hasResult: boolean }[];
}

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
]);

function takeFieldMark(draft: Draft, kind: string | undefined): void {
  if (kind === 'begin') draft.fields.push({ instruction: '', hasResult: false });
  else if (kind === 'end') draft.fields.pop();
  else {
    const field = draft.fields.at(-1);
    if (field !== undefined) field.hasResult = true;
  }
}

function breakText(element: XmlElement, draft: Draft): string {
  if (element.attributes['type'] === 'page') {
    draft.breaksPage = true;
    return '';
  }
  return '\n';
}

/** The text of an element within a run; drawings and fields are noted on the way. */
function takeElement(element: XmlElement, draft: Draft): string {
  const field = draft.fields.at(-1);
  switch (element.name) {
    case 't':
      return element.text;
    case 'br':
      return breakText(element, draft);
    case 'sym':
      return '\u25a1';
    case 'fldChar':
      takeFieldMark(draft, element.attributes['fldCharType']);
      return '';
    case 'instrText':
      if (field !== undefined && field.instruction.length < LONGEST_NAME) field.instruction += element.text;
      return '';
    case 'pgNum':
      return '#';
    case 'drawing':
    case 'pict':
      for (const drawing of drawingsOf(element)) draft.drawings.push(drawing);
      draft.drawn.push(element);
      return '';
    case 'AlternateContent':
      return (childOf(element, 'Choice')?.children ?? []).map((child) => takeElement(child, draft)).join('');
    default:
      return TEXTS.get(element.name) ?? '';
  }
}

function takeRun(element: XmlElement, looks: Looks, draft: Draft, simple: Run['field']): void {
  const look = looks(childOf(element, 'rPr'));
  const wasWithinField = simple !== undefined || draft.fields.length > 0;
  let asked = simple;
  const texts = element.children.map((child) => {
    const text = takeElement(child, draft);
    const field = draft.fields.at(-1);
    // A field whose result was never worked out shows it all the same when it is printed.
    if (child.name === 'fldChar' && child.attributes['fldCharType'] === 'separate')
      asked = fieldOf(field?.instruction ?? '');
    asked ??= child.name === 'pgNum' ? 'page' : fieldOf(field?.instruction ?? '');
    return text;
  });
  const text = texts.join('');
  if (look.isHidden || (text === '' && asked === undefined)) return;
  const shown = asked === undefined ? text : '#';
  const last = draft.runs.at(-1);
  const isWithinField = wasWithinField || draft.fields.length > 0;
  // The marks and the result of one field come in several runs; the result's look is what is seen.
  if (asked !== undefined && last?.field === asked && isWithinField) {
    if (text !== '') draft.runs[draft.runs.length - 1] = { ...last, look };
    return;
  }
  draft.runs.push({ text: shown, look, field: asked });
}

/** Elements that only hold runs: links, tracked insertions, smart tags, content controls. */
const HOLDERS: ReadonlySet<string> = new Set([
  'hyperlink',
  'ins',
  'moveTo',
  'smartTag',
  'sdt',
  'sdtContent',
  'customXml',
  'dir',
  'bdo',
]);

function take(parent: XmlElement, looks: Looks, draft: Draft, simple: Run['field']): void {
  for (const element of parent.children) {
    if (element.name === 'r') takeRun(element, looks, draft, simple);
    else if (element.name === 'fldSimple') take(element, looks, draft, fieldOf(element.attributes['instr'] ?? ''));
    else if (HOLDERS.has(element.name)) take(element, looks, draft, simple);
    else if (element.name === 'AlternateContent')
      for (const choice of element.children) take(choice, looks, draft, simple);
  }
}

/** What stands in a paragraph, in order; hidden text is left out. */
export function contentOf(paragraph: XmlElement, looks: Looks): ParagraphContent {
  const draft: Draft = { runs: [], drawings: [], drawn: [], breaksPage: false, fields: [] };
  take(paragraph, looks, draft, undefined);
  return draft;
}
