import { describe, expect, test } from 'vitest';
import { readXml } from '../../src/opc/xml.ts';

const OWN: ReadonlySet<string> = new Set(['urn:own', 'urn:own-strict']);

/** What a reader that takes everything is told, and whether the part is whole. */
function events(xml: string | Uint8Array): readonly string[] | false {
  const told: string[] = [];
  const isWhole = readXml(typeof xml === 'string' ? Buffer.from(xml) : xml, OWN, {
    root: 'root',
    open: (name, attributes, parent) => {
      told.push(`${parent}<${[name, ...Object.values(attributes)].join(' ')}`);
      return name !== 'skip';
    },
    text: (text) => told.push(text),
    close: (name) => told.push(`>${name}`),
  });
  return isWhole && told;
}

const root = (content: string): string => `<root xmlns="urn:own">${content}</root>`;

describe('readXml', () => {
  test('tells elements with their parents, texts, ends', () =>
    expect(events(root('<a x="1">chữ<b/></a>'))).toEqual(['root<a 1', 'chữ', 'a<b', '>b', '>a', '>root']));

  test('entities, CDATA and line ends are plain text', () =>
    expect(events(root('<a>&lt;&#7899;&amp;</a><a><![CDATA[<x>]]></a><a>1\r\n2</a>'))).toEqual([
      'root<a',
      '<ớ&',
      '>a',
      'root<a',
      '<x>',
      '>a',
      'root<a',
      '1\n2',
      '>a',
      '>root',
    ]));

  test('an element that is not wanted goes with all it holds', () =>
    expect(events(root('<skip>1<a>2</a><skip/></skip><a/>'))).toEqual(['root<skip', 'root<a', '>a', '>root']));

  test.each([
    ['a prefix', '<p:root xmlns:p="urn:own"><p:a/></p:root>'],
    ['another namespace that is its own', '<root xmlns="urn:own-strict"><a/></root>'],
    ['a prefix declared where it is used', '<root xmlns="urn:own"><q:a xmlns:q="urn:own"></q:a></root>'],
    ['blanks around the namespace', '<root xmlns=" urn:own "><a></a></root>'],
  ])('%s makes no difference', (_what, xml) =>
    expect((events(xml) || []).map((event) => event.split(' ')[0])).toEqual(['root<a', '>a', '>root']),
  );

  test('elements of other namespaces are not taken for its own, nor is what they hold', () =>
    expect(
      events(root('<x:a xmlns:x="urn:foreign"><a/></x:a><a xmlns=""/><x:a/><a xmlns:x="urn:own"><x:b/></a><x:b/>')),
    ).toEqual(['root<a urn:own', 'a<b', '>b', '>a', '>root']));

  test.each<[string, Uint8Array]>([
    ['UTF-8 with a mark', Buffer.from('\ufeff' + root('<a>số</a>'))],
    ['UTF-16 with a mark', Buffer.from('\ufeff' + root('<a>số</a>'), 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeff' + root('<a>số</a>'), 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(root('<a>số</a>'), 'utf16le')],
  ])('%s', (_what, bytes) => expect(events(bytes)).toEqual(['root<a', 'số', '>a', '>root']));

  test('characters of several bytes survive wherever the pieces end', () => {
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const text = shift + '𝟙ố'.repeat(20_000);
      const told = events(root(`<a>${text}</a>`));
      expect(told === false ? '' : told.slice(1, -2).join('')).toBe(text);
    }
  });
});

/** That many prefixes on nested elements, ten on each, so that it is neither attributes nor levels that are too many. */
function prefixes(count: number): string {
  const levels = Array.from({ length: count / 10 }, (_, level) =>
    Array.from({ length: 10 }, (_unused, index) => `xmlns:p${level}x${index}="urn:p"`).join(' '),
  );
  return levels.map((names) => `<a ${names}>`).join('') + '</a>'.repeat(levels.length);
}

describe('is not well-formed or not honest', () => {
  const deep = (depth: number): string => root('<a>'.repeat(depth) + '</a>'.repeat(depth));
  const attributes = (count: number): string =>
    root(`<a ${Array.from({ length: count }, (_, index) => `a${index}="1"`).join(' ')}/>`);

  test.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['text', 'một'],
    ['another root', '<other xmlns="urn:own"/>'],
    ['a root of another namespace', '<root xmlns="urn:foreign"/>'],
    ['a root without namespace', '<root/>'],
    ['a prefix that nobody declared', '<p:root/>'],
    ['cut off', root('<a>').slice(0, -7)],
    ['tags that cross', root('<a><b></a></b>')],
    ['one attribute twice', root('<a x="1" x="2"/>')],
    ['an entity that nobody declared', root('&nbsp;')],
    ['a control character', root('a\u0001b')],
    ['half a character by number', root('&#xD800;')],
    ['text behind the root', `${root('')}x`],
    ['a document type', `<!DOCTYPE root>${root('')}`],
    ['entities', `<!DOCTYPE root [<!ENTITY a "b">]>${root('&a;')}`],
    ['an entity from a file', `<!DOCTYPE root [<!ENTITY a SYSTEM "file:///etc/passwd">]>${root('&a;')}`],
    ['a document type in UTF-16', Buffer.from(`\ufeff<!DOCTYPE root>${root('')}`, 'utf16le')],
    [
      'a document type in UTF-16 the other way round',
      Buffer.from(`\ufeff<!DOCTYPE root>${root('')}`, 'utf16le').swap16(),
    ],
    ['windows-1258', Buffer.from(`<?xml version="1.0" encoding="windows-1258"?>${root('số')}`)],
    ['bytes that are no UTF-8', Buffer.from(root('\xf0\xe9'), 'latin1')],
    ['half a character in UTF-16', Buffer.from('\ufeff' + root('\ud800'), 'utf16le')],
    ['an odd byte in UTF-16', Buffer.concat([Buffer.from('\ufeff' + root(''), 'utf16le'), Buffer.from([0])])],
    ['101 levels', deep(100)],
    ['501 attributes', attributes(501)],
    ['501 prefixes', root(prefixes(500))],
    ['a text of 5 million characters', root('a'.repeat(5_000_000))],
    ['a comment of 5 million characters', root(`<!--${'a'.repeat(5_000_000)}-->`)],
    ['a million entities in one text', root('&lt;'.repeat(1_200_000))],
  ])('%s', (_what, xml) => expect(events(xml)).toBe(false));

  test.each<[string, string]>([
    ['100 levels', deep(99)],
    ['500 attributes', attributes(500)],
    ['491 prefixes', root(prefixes(490))],
    ['ASCII that calls itself Latin', `<?xml version="1.0" encoding="iso-8859-1"?>${root('a')}`],
    ['UTF-8 that calls itself UTF-16', `<?xml version="1.0" encoding="utf-16"?>${root('số')}`],
    ['XML 1.1', `<?xml version="1.1"?>${root('a')}`],
  ])('%s: fine', (_what, xml) => expect(events(xml)).not.toBe(false));

  test('what the reader throws reaches the caller', () =>
    expect(() =>
      readXml(Buffer.from(root('<a/>')), OWN, {
        root: 'root',
        open: () => {
          throw new RangeError('enough');
        },
      }),
    ).toThrow(RangeError));
});
