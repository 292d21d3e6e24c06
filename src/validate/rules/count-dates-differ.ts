import { soleSubmissions } from '../../model/arrivals.ts';
import { compareTexts } from '../../model/compare-texts.ts';
import type { UnitType } from '../../model/directive.ts';
import { grouped } from '../../model/grouped.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round } from '../../model/round.ts';
import type { Submission } from '../../model/submission.ts';
import type { CellRef } from '../../model/workbook.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords } from '../../vi/text.ts';
import { earliestCountDate } from '../earliest-dates.ts';
import type { CollectionRule } from '../rule.ts';
import { askedField } from '../subjects.ts';

interface CountDate {
  readonly unit: string;
  readonly date: PlainDate;
  readonly ref: CellRef;
  readonly label: string;
}

/** The count dates of one type that can be meant; others have a finding of their own and say nothing of what is usual. */
function datesOf(submissions: readonly Submission[], type: UnitType, round: Round): readonly CountDate[] {
  return submissions.flatMap(({ unit, countedOn }) => {
    const field = askedField(round.directive, 'countedOn', unit);
    if (unit.type !== type.id || field === undefined || countedOn.kind !== 'value') return [];
    if (countedOn.value > round.asOf || countedOn.value < earliestCountDate(round.period)) return [];
    return [{ unit: unit.id, date: countedOn.value, ref: countedOn.ref, label: field.label }];
  });
}

/**
 * Units of one type counted on different days, so that their sum belongs to no day. A warning at each unit that differs from
 * the day most of them use (from the latest of such days when several are used equally often): the directive sets no day,
 * the commune needs one.
 */
export const countDatesDiffer: CollectionRule = {
  id: 'count-dates-differ',
  severity: 'warning',
  scope: 'collection',
  check: (arrivals, round, report) => {
    const submissions = soleSubmissions(arrivals, round);
    for (const type of round.directive.unitTypes) {
      const dates = datesOf(submissions, type, round);
      const used = [...grouped(dates, ({ date }) => date).entries()]
        .map(([date, units]) => ({ date, unitCount: units.length }))
        .toSorted((a, b) => b.unitCount - a.unitCount || compareTexts(b.date, a.date));
      const usual = used[0]?.date;
      const overview = used.map(({ date, unitCount }) => `${formatDate(date)}: ${formatInteger(unitCount)} đơn vị`);
      for (const { unit, date, ref, label } of dates) {
        if (date === usual || usual === undefined) continue;
        report({
          message: `“${label}” là ${formatDate(date)}, cần cùng một ngày với ${type.plural} khác (${joinWords(overview)})`,
          hint: `Thống nhất một ngày chốt số liệu cho ${type.plural}; đề nghị đơn vị tính lại số liệu đến ngày ${formatDate(usual)}`,
          location: { kind: 'cell', ref },
          facts: { unit, date, usual },
        });
      }
    }
  },
};
