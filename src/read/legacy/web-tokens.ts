import { damaged } from '../give-up.ts';

/** What a web page is made of, as far as tables go. */
export type WebToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string };

/** What they hold is no text of the page. */
const RAW = /^(?:script|style|textarea|xmp)$/u;

/** Behind the `>` of the tag that begins there; quoted attributes may hold one. @throws Refusal when the page ends before */
function tagEnd(page: string, start: number): number {
  let quote = '';
  for (let at = start; at < page.length; at++) {
    const character = page.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at + 1;
    else if ((character === '"' || character === "'") && page.charAt(at - 1) === '=') quote = character;
  }
  return damaged();
}

/** Behind the text `end`, which comes at or after `from`. @throws Refusal when the page ends before */
function behind(page: string, end: string, from: number): number {
  const at = page.indexOf(end, from);
  return at === -1 ? damaged() : at + end.length;
}

/** Where the end tag of a raw element begins. @throws Refusal when the page ends before */
function rawEnd(page: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'giu');
  closing.lastIndex = from;
  return closing.exec(page)?.index ?? damaged();
}

function tagOf(tag: string): WebToken {
  const [, slash = '', name = '', attributes = ''] = /^<(\/?)([A-Za-z][^\s/>]*)([^]*)>$/u.exec(tag) ?? [];
  return { kind: slash === '' ? 'open' : 'close', name: name.toLowerCase(), attributes };
}

/** Tags and the texts between them; comments and scripts are left out. @throws Refusal when the page is cut off */
export function* webTokens(page: string): Generator<WebToken> {
  let at = 0;
  let textFrom = 0;
  while (at !== -1 && at < page.length) {
    at = page.indexOf('<', at);
    if (at === -1) break;
    const isTag = /[A-Za-z]/u.test(page.charAt(at + (page.charAt(at + 1) === '/' ? 2 : 1)));
    if (!isTag && !/[!?/]/u.test(page.charAt(at + 1))) {
      at++; // an angle bracket in the text
      continue;
    }
    if (at > textFrom) yield { kind: 'text', text: page.slice(textFrom, at) };
    const end = page.startsWith('<!--', at)
      ? behind(page, '-->', at + 4)
      : isTag
        ? tagEnd(page, at)
        : behind(page, '>', at);
    const token = isTag ? tagOf(page.slice(at, end)) : undefined;
    if (token !== undefined) yield token;
    at = token?.kind === 'open' && RAW.test(token.name) ? rawEnd(page, token.name, end) : end;
    textFrom = at;
  }
  if (textFrom < page.length) yield { kind: 'text', text: page.slice(textFrom) };
}

/** An attribute that says something of a table or a text. */
export type WebAttribute = 'colspan' | 'face' | 'href' | 'name' | 'rowspan' | 'style';

function patternOf(name: WebAttribute): RegExp {
  return new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu');
}

const PATTERNS: Readonly<Record<WebAttribute, RegExp>> = {
  colspan: patternOf('colspan'),
  face: patternOf('face'),
  href: patternOf('href'),
  name: patternOf('name'),
  rowspan: patternOf('rowspan'),
  style: patternOf('style'),
};

/** The value of an attribute, undefined when the tag has none of that name. */
export function attributeOf(attributes: string, name: WebAttribute): string | undefined {
  const found = PATTERNS[name].exec(attributes);
  return found?.[1] ?? found?.[2] ?? found?.[3];
}
