import type { Directive, Indicator } from '../../model/directive.ts';
import type { Unit } from '../../model/unit.ts';
import { countSign } from '../../vi/count-words.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords } from '../../vi/text.ts';
import type { PreviousValues } from './previous-values.ts';
import { UNCHANGED_WORDS } from './validations.ts';

function computedWords({ computed }: Indicator, codeOf: (id: string) => string): string {
  switch (computed?.kind) {
    case undefined:
      return '';
    case 'percent':
      return `Ô này tự tính: ${codeOf(computed.numerator)} chia cho ${codeOf(computed.denominator)}`;
    case 'sum':
      return `Ô này tự tính: tổng của ${joinWords(computed.of.map(codeOf))}`;
  }
}

function relationWords(indicator: Indicator, asked: readonly Indicator[], directive: Directive): string {
  const wholes = directive.relations.parts
    .filter(({ part }) => part === indicator.id)
    .flatMap(({ whole }) => asked.filter(({ id }) => id === whole).map(({ code }) => code));
  return wholes.length === 0 ? '' : `Không lớn hơn ${joinWords(wholes)}`;
}

/** What the register says, beside the field: the unit has to state its own number. */
function registerWords(indicator: Indicator, directive: Directive, { adults, adultsAsOf }: Unit): string {
  const isCompared = directive.relations.register.some((relation) => relation.indicator === indicator.id);
  if (!isCompared || adults === undefined) return '';
  const day = adultsAsOf === undefined ? '' : `, tính đến ngày ${formatDate(adultsAsOf)}`;
  return `Số theo danh sách đơn vị: ${formatInteger(adults.value)} ${countSign(indicator.counts)}${day}`;
}

/** Everything that stands below an indicator's title: what to write, how it relates to other numbers, what the register says. */
export function indicatorGuidance(
  indicator: Indicator,
  asked: readonly Indicator[],
  directive: Directive,
  unit: Unit,
  previous?: PreviousValues,
): string {
  const codeOf = (id: string): string => asked.find((other) => other.id === id)?.code ?? id;
  return [
    indicator.guidance,
    computedWords(indicator, codeOf),
    relationWords(indicator, asked, directive),
    registerWords(indicator, directive, unit),
    previous?.mayKeep(indicator) === true ? `Bằng kỳ trước thì ghi “${UNCHANGED_WORDS}”` : '',
  ]
    .map((sentence) => sentence.trim().replace(/\.$/u, ''))
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join(' ');
}
