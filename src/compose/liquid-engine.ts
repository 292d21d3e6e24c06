import { Context, evalToken, Hash, Liquid, type TagToken, type Template, type ValueToken } from 'liquidjs';
import { formatInteger } from '../vi/number.ts';
import { capitalize, joinWords } from '../vi/text.ts';
import { malformedTag, MARK_TAGS, markFault, markOf, type KnownNames, type Mark, type MarkTag } from './marks.ts';
import { TEMPLATE_INVALID, TemplateFault, tooComplex } from './problems.ts';
import { markText, MAX_TEMPLATE_LENGTH } from './provenance.ts';
import type { ScopeObject } from './scope.ts';

/** Liquid's own tags that a wording may use. None of them reaches a file, and none outputs what was not traced. */
const LIQUID_TAGS = ['#', 'assign', 'break', 'capture', 'case', 'comment', 'continue', 'for', 'if', 'raw', 'unless'];
/** Words that belong to those tags. */
export const TAG_PARTS: readonly string[] = [
  'else',
  'elsif',
  'when',
  'endcapture',
  'endcase',
  'endcomment',
  'endfor',
  'endif',
  'endraw',
  'endunless',
];
const LIQUID_FILTERS = ['join', 'size'];

/** Tags, variables, texts and turns of loops that one rendering may go through; the built-in wording over 500 units needs 3,000. */
const STEP_LIMIT = 1_000_000;
/** Characters of variables that one rendering may print, also into variables of its own. */
const PRINT_LIMIT = 1_000_000;
/** Items of ranges and characters of filtered texts that one rendering may make. */
const MEMORY_LIMIT = 1_000_000;

/** The names that a fault may suggest instead of an unknown tag or filter. */
export const TAG_NAMES: readonly string[] = [...LIQUID_TAGS.slice(1), ...Object.keys(MARK_TAGS)].sort();
export const FILTER_NAMES: readonly string[] = [...LIQUID_FILTERS, 'capitalize', 'join_words'].sort();

/** A Liquid engine without files, with our tags; each tag that is rendered appends its mark to `marks`. */
export function createEngine(known: KnownNames, marks: Mark[]): Liquid {
  const engine = new Liquid({
    templates: {},
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: false,
    outputEscape: printer(),
    parseLimit: MAX_TEMPLATE_LENGTH,
    memoryLimit: MEMORY_LIMIT,
  });
  keepOnly(engine.tags, LIQUID_TAGS);
  keepOnly(engine.filters, LIQUID_FILTERS);
  engine.registerFilter('capitalize', (text: unknown) => (typeof text === 'string' ? capitalize(text) : text));
  engine.registerFilter('join_words', (words: unknown) => (isWords(words) ? joinWords(words) : words));
  for (const tag of ['appendix', 'chart', 'cite', 'ref', 'table'] as const) {
    engine.registerTag(tag, markTag(tag, known, marks));
  }
  return engine;
}

function keepOnly(record: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(record)) {
    if (!names.includes(name)) Reflect.deleteProperty(record, name);
  }
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}

/**
 * Fills the parsed template in. The engine's own limit is a clock, so that a slow machine would refuse what a fast one takes;
 * this one counts instead: the same wording over the same figures always ends the same way.
 */
export function renderCounted(engine: Liquid, templates: Template[], scope: ScopeObject): string {
  const context = new Context(scope, engine.options, { sync: true }, { liquid: engine });
  let steps = 0;
  context.renderLimit.check = () => {
    if (++steps > STEP_LIMIT) throw new TemplateFault(tooComplex());
  };
  const output: unknown = engine.renderSync(templates, context);
  return typeof output === 'string' ? output : '';
}

/** Prints values until they are too much for one rendering. */
function printer(): (value: unknown) => string {
  let printed = 0;
  return (value) => {
    const text = printable(value);
    printed += text.length;
    if (printed > PRINT_LIMIT) throw new TemplateFault(tooComplex());
    return text;
  };
}

/** A value as it is printed: words as they are, counts with dots. Conditions and lists are not for printing. */
function printable(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return formatInteger(value);
  throw new TemplateFault({
    problem: TEMPLATE_INVALID,
    message: 'Biến này không in ra được: chỉ in được chữ và số, đây là điều kiện, danh sách hoặc biến không có giá trị',
    hint: 'Dùng biến trong {% if … %} hoặc {% for … %}, hoặc nối danh sách chữ bằng “| join_words”',
  });
}

type TagImplementation = Extract<Parameters<Liquid['registerTag']>[1], { render: unknown }>;

interface TagArguments {
  readonly name: ValueToken;
  readonly option: Hash;
}

function markTag(tag: MarkTag, known: KnownNames, marks: Mark[]): TagImplementation {
  const parsed = new WeakMap<TagToken, TagArguments>();
  return {
    parse(token) {
      parsed.set(token, readArguments(tag, token));
    },
    *render(context) {
      const { token } = this;
      const tagArguments = parsed.get(token);
      if (tagArguments === undefined) throw new TemplateFault(malformedTag(tag));
      const name: unknown = yield evalToken(tagArguments.name, context);
      const options: unknown = yield tagArguments.option.render(context);
      const option = new Map<string, unknown>(Object.entries(options ?? {})).get(MARK_TAGS[tag]);
      if (typeof name !== 'string' || (option !== undefined && typeof option !== 'string')) {
        throw new TemplateFault(malformedTag(tag));
      }
      const fault = markFault(tag, name, known);
      if (fault !== undefined) throw new TemplateFault(fault);
      const mark = markOf(tag, name, option, token.begin);
      if (!('kind' in mark)) throw new TemplateFault(mark);
      return markText(marks.push(mark) - 1);
    },
  };
}

function readArguments(tag: MarkTag, token: TagToken): TagArguments {
  const { tokenizer } = token;
  const name = tokenizer.readValue();
  if (name === undefined || 'filters' in name) throw new TemplateFault(malformedTag(tag));
  const option = new Hash(tokenizer);
  tokenizer.skipBlank();
  const names = Object.keys(option.hash);
  const isAsked = names.length === 0 || (names.length === 1 && names[0] === MARK_TAGS[tag]);
  if (!tokenizer.end() || !isAsked) throw new TemplateFault(malformedTag(tag));
  return { name, option };
}
