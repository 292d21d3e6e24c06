import { Composer, type CST, LineCounter, Parser } from 'yaml';
import type { DataPath } from './path.ts';
import { explainYamlError, type YamlAdvice, YAML_TOO_DEEP, YAML_TOO_LONG } from './yaml-errors.ts';
import { type NodeOffsets, type NodeVisitor, toData } from './yaml-nodes.ts';

/** Characters; several times the size of a large directive. */
const MAX_LENGTH = 262_144;
/** Characters in one line. */
const MAX_LINE_LENGTH = 4_000;
/** Levels of nesting; a directive has seven. At some thousands the library's recursion ends the process. */
const MAX_DEPTH = 30;
/** Findings about broken YAML: one slip makes many, and the later ones are noise. */
const MAX_FAULTS = 20;

/** Line and column from 1; columns count characters of the text in NFC. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Something in the text that is no YAML as we accept it. */
export interface YamlFault extends YamlAdvice {
  readonly place: Place;
  readonly path: DataPath;
}

/** What a YAML text says. */
export interface YamlText {
  /** Plain data, texts as one line of NFC; undefined when the text is too broken to be understood, null when it is empty. */
  readonly data: unknown;
  readonly faults: readonly YamlFault[];
  /** Where the value stands, or its key; for a path that is not in the text, the nearest place above it. */
  readonly placeOf: (path: DataPath, part: keyof NodeOffsets) => Place;
}

/** Reads a YAML text with any line ends, with or without BOM. Never throws: size and depth are bounded before any recursion. */
export function readYaml(original: string): YamlText {
  const text = original
    .toWellFormed()
    .normalize('NFC')
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n');
  const lines = new LineCounter();
  const offsets = new Map<string, NodeOffsets>();
  const faults: YamlFault[] = [];
  const tooLong = longLine(text);
  if (tooLong !== undefined) {
    faults.push({ place: { line: tooLong, column: 1 }, path: [], ...YAML_TOO_LONG });
    return { data: undefined, faults, placeOf: () => ({ line: tooLong, column: 1 }) };
  }
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const data = dataOf(tokens, text.length, {
    fault: (offset, path, advice) => void faults.push({ place: placeAt(lines, offset), path, ...advice }),
    place: (path, place) => void offsets.set(JSON.stringify(path), place),
  });
  const placeOf = (path: DataPath, part: keyof NodeOffsets) => placeAt(lines, nearestOffset(offsets, path, part));
  return { data, faults: distinct(faults).slice(0, MAX_FAULTS), placeOf };
}

/** The library reports one slip several times at the same place. */
function distinct(faults: readonly YamlFault[]): readonly YamlFault[] {
  const keyOf = ({ place, message }: YamlFault) => `${String(place.line)}:${String(place.column)} ${message}`;
  return [...new Map(faults.map((fault) => [keyOf(fault), fault])).values()];
}

/** The first line that is too long, 1 for a text that is too long as a whole. */
function longLine(text: string): number | undefined {
  if (text.length > MAX_LENGTH) return 1;
  const index = text.split('\n').findIndex((line) => line.length > MAX_LINE_LENGTH);
  return index === -1 ? undefined : index + 1;
}

function dataOf(tokens: readonly CST.Token[], length: number, visitor: NodeVisitor): unknown {
  const tooDeep = deepOffset(tokens);
  if (tooDeep !== undefined) {
    visitor.fault(tooDeep, [], YAML_TOO_DEEP);
    return undefined;
  }
  // Repeated keys are found by our own walk: the library compares each key with each other.
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const [document, second] = [...composer.compose(tokens, true, length)];
  if (document === undefined) return null;
  const all = [...document.errors, ...document.warnings];
  // One tab makes the rest of the block look misplaced.
  const tabs = all.filter(({ code }) => code === 'TAB_AS_INDENT');
  const errors = tabs.length > 0 ? tabs : all;
  for (const { code, pos } of errors) visitor.fault(pos[0], [], explainYamlError(code));
  if (second !== undefined) visitor.fault(second.range[0], [], explainYamlError('MULTIPLE_DOCS'));
  // Broken YAML means that what follows may have been read at the wrong level: further findings would mislead.
  if (errors.length > 0 || second !== undefined) return undefined;
  return document.contents === null ? null : toData(document.contents, [], visitor);
}

/** Where the nesting becomes too deep, found without recursion. */
function deepOffset(tokens: readonly CST.Token[]): number | undefined {
  const pending = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) return token.offset;
    if (token.type === 'document' && token.value !== undefined) pending.push({ token: token.value, depth });
    if (!('items' in token)) continue;
    for (const { key, value } of token.items) {
      for (const child of [key, value]) if (child) pending.push({ token: child, depth: depth + 1 });
    }
  }
  return undefined;
}

function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

function nearestOffset(offsets: ReadonlyMap<string, NodeOffsets>, path: DataPath, part: keyof NodeOffsets): number {
  const exact = offsets.get(JSON.stringify(path));
  if (exact !== undefined) return exact[part];
  for (let length = path.length - 1; length >= 0; length--) {
    const above = offsets.get(JSON.stringify(path.slice(0, length)));
    if (above !== undefined) return above.value;
  }
  return 0;
}
