import type { OpinionId } from '../model/directive.ts';
import type { Opinion, ReportModel } from '../model/report.ts';
import { saysNothing } from '../vi/nothing.ts';
import { normalizeLines } from '../vi/text.ts';
import type { ScopeObject } from './scope.ts';
import type { UnitNames } from './unit-names.ts';

/** Variables `opinions.…`: what the units wrote, in their own words; nothing is added. */
export function opinionPart({ opinions }: ReportModel, names: UnitNames): ScopeObject {
  return { difficulties: quotes(opinions, 'difficulties', names), proposals: quotes(opinions, 'proposals', names) };
}

function quotes(opinions: readonly Opinion[], id: OpinionId, names: UnitNames): readonly ScopeObject[] {
  return opinions
    .filter(({ opinion, text }) => opinion === id && !saysNothing(text.value))
    .map(({ unit, task, text }) => ({
      title: names.titled(unit),
      name: names.inSentence(unit),
      task: task ?? null,
      text: shortened(oneLine(text.value)),
    }));
}

/** Longest quotation in characters, about half a page; the whole text stands in the unit's own report. */
const QUOTE_LENGTH = 1500;

function shortened(text: string): string {
  const characters = Array.from(text);
  return characters.length > QUOTE_LENGTH ? `${characters.slice(0, QUOTE_LENGTH).join('')}… (rút gọn)` : text;
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
