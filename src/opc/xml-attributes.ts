const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

const NAMED: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

function decoded(value: string): string {
  return value.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/giu, (whole, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (NAMED[String(name)] ?? whole) : String.fromCodePoint(Number(decimal));
  });
}

/** The attributes of a well-formed tag, by their names as written. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map([...tag.matchAll(ATTRIBUTE)].map(([, name = '', one, other]) => [name, decoded(one ?? other ?? '')]));
}

/**
 * A text as it may stand in XML: between tags or as the value of an attribute, in any encoding that holds ASCII. What XML cannot
 * carry is left out.
 */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(/[&<>"'\r]|[^\p{ASCII}]/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
}

/** The tag with these attributes in place of those it has; undefined takes one away, others stay as they are written. */
export function withAttributes(tag: string, changes: Readonly<Record<string, string | undefined>>): string {
  const kept = tag.replace(ATTRIBUTE, (whole, name: string) => (Object.hasOwn(changes, name) ? '' : whole));
  const added = Object.entries(changes)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${xmlText(value)}"`]))
    .join('');
  return kept.replace(/\s*(\/?>)$/u, `${added.replaceAll('$', '$$$$')}$1`);
}
