import type { OpinionId } from '../model/directive.ts';
import { grouped } from '../model/grouped.ts';
import type { Opinion, ReportModel } from '../model/report.ts';
import { saysNothing } from '../vi/nothing.ts';
import { joinWords, matchKey, normalizeLines } from '../vi/text.ts';
import type { ScopeObject } from './scope.ts';
import type { UnitNames } from './unit-names.ts';

/** Variables `opinions.…`: what the units wrote, in their own words; nothing is added. */
export function opinionPart({ opinions }: ReportModel, names: UnitNames): ScopeObject {
  return { difficulties: quotes(opinions, 'difficulties', names), proposals: quotes(opinions, 'proposals', names) };
}

function quotes(opinions: readonly Opinion[], id: OpinionId, names: UnitNames): readonly ScopeObject[] {
  const own = opinions.filter(({ opinion, text }) => opinion === id && !saysNothing(text.value));
  // What is said of the work as a whole goes before what is said of single tasks; the same words are quoted once.
  const inOrder = [...own.filter(({ task }) => task === undefined), ...byTask(own)];
  const alike = grouped(inOrder, ({ task, text }) => `${task ?? ''} ${matchKey(oneLine(text.value))}`);
  return [...alike.values()].map((group) => {
    const [{ task, text }] = group;
    const units = [...new Set(group.map(({ unit }) => unit))];
    return {
      title: joinWords(units.map(names.titled)),
      name: joinWords(units.map(names.inSentence)),
      task: task ?? null,
      text: shortened(oneLine(text.value)),
    };
  });
}

/** The opinions on single tasks, those on one task together, in the order in which the tasks are first named. */
function byTask(opinions: readonly Opinion[]): readonly Opinion[] {
  const onTasks = opinions.filter(({ task }) => task !== undefined);
  return [...grouped(onTasks, ({ task }) => task ?? '').values()].flat();
}

/** Longest quotation in characters, about half a page; the whole text stands in the unit's own report. */
const QUOTE_LENGTH = 1500;

/** Half a word could be another word: what is cut ends with a whole one, unless it is a single word. */
function shortened(text: string): string {
  const characters = Array.from(text);
  if (characters.length <= QUOTE_LENGTH) return text;
  const beginning = characters.slice(0, QUOTE_LENGTH + 1).join('');
  const whole = beginning.replace(/[\s.;,:]+\S*$/u, '');
  const kept = whole === beginning ? characters.slice(0, QUOTE_LENGTH).join('') : whole;
  return `${kept}… (rút gọn)`;
}

/** Several lines become one, the last full stop goes: the sentence around the quotation has its own. */
function oneLine(text: string): string {
  return normalizeLines(text)
    .split('\n')
    .map((line) => line.replace(/^[-+*•]\s*/u, '').replace(/\s+([.;,:])$/u, '$1'))
    .filter((line) => line !== '')
    .map((line, index, lines) => (index < lines.length - 1 && !/[.;:,!?…]$/u.test(line) ? `${line};` : line))
    .join(' ')
    .replace(/[\s.;,]+$/u, '');
}
