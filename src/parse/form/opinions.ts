import type { Outcome } from '../../model/diagnostic.ts';
import type { Directive } from '../../model/directive.ts';
import type { OpinionAnswer } from '../../model/submission.ts';
import type { Workbook } from '../../model/workbook.ts';
import { saysNothing } from '../../vi/nothing.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { locateLabels, type Region } from './labels.ts';

/** What the unit wrote in its own words (khó khăn, đề xuất), in the form's order; blanks, dashes and “không” are nothing. */
export function readOpinions(
  workbook: Workbook,
  { form }: Directive,
  regions: readonly Region[],
): Outcome<readonly OpinionAnswer[]> {
  const cells = locateLabels(workbook, form, 'opinions', form.opinions, regions);
  const outcomes = form.opinions.flatMap(({ id, label }) => {
    const found = cells.get(id);
    return found === undefined ? [] : [{ id, ...CELL_TYPES.text({ ...found, thing: `Ô “${label}”`, facts: {} }) }];
  });
  const answers = outcomes.flatMap(({ id, value }): readonly OpinionAnswer[] => {
    if (value.kind !== 'value' || saysNothing(value.value)) return [];
    return [{ opinion: id, text: { value: value.value, raw: value.raw, ref: value.ref } }];
  });
  return { value: answers, diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics) };
}
