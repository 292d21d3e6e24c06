import { LiquidError } from 'liquidjs';
import { closest } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import { FILTER_NAMES, TAG_NAMES, TAG_PARTS } from './liquid-engine.ts';
import { unknownName } from './marks.ts';
import { TEMPLATE_INVALID, TemplateFault, tooComplex, type FaultDescription } from './problems.ts';

/** A fault with its place in the template, counted in UTF-16 units; undefined when unknown. */
export interface LocatedFault {
  readonly description: FaultDescription;
  readonly offset: number | undefined;
}

/** What went wrong inside the engine, in Vietnamese. `variables` are the names that a fault may suggest. */
export function liquidFault(error: unknown, variables: readonly string[]): LocatedFault {
  const fault = templateFaultIn(error);
  if (!LiquidError.is(error)) {
    return { description: fault?.description ?? tooComplex(), offset: fault?.offset };
  }
  const { begin, end, input } = error.token;
  const description = fault?.description ?? describe(error.message, input.slice(begin, end), variables);
  return { description, offset: fault?.offset ?? begin };
}

/** Our own fault, which the engine wraps once for every tag around the place. */
function templateFaultIn(error: unknown): TemplateFault | undefined {
  if (error instanceof TemplateFault) return error;
  return LiquidError.is(error) ? templateFaultIn(error.originalError) : undefined;
}

/** The engine's English message → what to tell the clerk. Unknown messages become the general one: never English. */
function describe(message: string, snippet: string, variables: readonly string[]): FaultDescription {
  const tag = /^tag "([^"]*)" not found/u.exec(message)?.[1];
  if (tag !== undefined) return TAG_PARTS.includes(tag) ? misplaced(tag) : unknownTag(tag);
  const filter = /^undefined filter: ([^\s,]*)/u.exec(message)?.[1];
  if (filter !== undefined) return unknownName('bộ lọc', filter, FILTER_NAMES);
  const variable = /^undefined variable: ([^\s,]*)/u.exec(message)?.[1];
  if (variable !== undefined) return unknownVariable(variable, variables);
  if (message.startsWith('tag') && message.includes('not closed')) return unclosed(`Thẻ ${quoteValue(snippet)}`);
  if (message.startsWith('output') && message.includes('not closed'))
    return unclosed(`Chỗ in biến ${quoteValue(snippet)}`);
  if (message.includes('limit exceeded')) return tooComplex();
  return {
    problem: TEMPLATE_INVALID,
    message:
      snippet.trim() === '' ? 'Câu lệnh viết chưa đủ' : `Không hiểu câu lệnh ${quoteValue(snippet)} của mẫu báo cáo`,
    hint: 'Sửa lại câu lệnh theo hướng dẫn docs/mau-bao-cao.md',
  };
}

/** Suggests what stands at the same place: `round.as_off` → `round.as_of`; below a loop's variable, what any list has. */
function unknownVariable(path: string, variables: readonly string[]): FaultDescription {
  const parentOf = (variable: string): string => variable.split('.').slice(0, -1).join('.');
  const lastOf = (variable: string): string => variable.split('.').at(-1) ?? '';
  const parent = parentOf(path);
  const siblings = variables.filter((variable) => parentOf(variable) === parent);
  const names = (siblings.length > 0 ? siblings : variables).map(lastOf);
  const near = closest(lastOf(path), names);
  const suggestions = near === undefined ? [] : [parent === '' ? near : `${parent}.${near}`];
  const fault = unknownName('biến', path, suggestions);
  return { ...fault, hint: 'Dùng một biến có trong docs/mau-bao-cao.md' };
}

function unknownTag(tag: string): FaultDescription {
  const { message } = unknownName('thẻ', tag, [...TAG_NAMES, ...TAG_PARTS]);
  return { ...unknownName('thẻ', tag, TAG_NAMES), message };
}

function misplaced(tag: string): FaultDescription {
  return {
    problem: TEMPLATE_INVALID,
    message: `Thẻ {% ${tag} %} không có thẻ mở đứng trước`,
    hint: 'Thêm thẻ mở (if, for, unless, case, capture, comment, raw) ở phía trước, hoặc xóa thẻ này',
  };
}

function unclosed(what: string): FaultDescription {
  return {
    problem: TEMPLATE_INVALID,
    message: `${what} mở ra mà chưa đóng`,
    hint: 'Thêm phần đóng: %} hoặc }}, hoặc thẻ {% end… %} tương ứng',
  };
}
