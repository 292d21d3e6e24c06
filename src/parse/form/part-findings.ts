import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Directive, FormFieldId } from '../../model/directive.ts';
import type { UnitTypeId } from '../../model/unit.ts';
import type { Workbook } from '../../model/workbook.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import type { Parts } from './form-parts.ts';
import type { GeneralFields } from './general.ts';
import { filledAnswers, hiddenCells } from '../tables/hidden-cells.ts';
import { assignedIndicators, indicatorSpec } from './indicators.ts';
import { labelFindings } from './label-findings.ts';
import { locateLabels, type FoundField } from './labels.ts';
import { problem } from '../problems.ts';
import { isFilled } from '../cells/raw-text.ts';
import { assignedTasks, taskSpec } from './tasks.ts';

/** The fields whose answers are used; who reported is only noticed. */
const DATES: readonly FormFieldId[] = ['reportedOn', 'countedOn'];

/** Dates that stand in the file twice and differ: which is meant, only the unit can say. */
function repeatedFields(fields: GeneralFields, { form }: Directive, type: UnitTypeId): readonly Diagnostic[] {
  const asked = form.fields.filter(({ id, unitTypes }) => DATES.includes(id) && (unitTypes?.includes(type) ?? true));
  return asked.flatMap(({ id, label }): readonly Diagnostic[] => {
    const field = fields.get(id);
    if (field === undefined || field.others.length === 0) return [];
    const places = [field.ref, ...field.others].map(
      ({ sheet, address }) => `trang ${quoteValue(sheet)} (ô ${address})`,
    );
    return [
      problem('field-repeated', {
        message: `“${label}” ghi khác nhau ở ${places.length} chỗ: ${joinWords(places)}; không rõ chỗ nào đúng nên không dùng ngày nào`,
        hint: `Giữ đúng một ô “${label}” trong tệp, xóa trang hoặc ô thừa`,
        location: { kind: 'cell', ref: field.ref },
        related: field.others.map((ref) => ({ location: { kind: 'cell', ref }, note: `“${label}” ghi lần nữa` })),
        facts: { field: id },
      }),
    ];
  });
}

function isFilledField({ cell }: FoundField): boolean {
  return isFilled(cell);
}

/** What concerns the parts of the form together: dates that contradict one another, and answers that nobody sees. */
export function partFindings(
  workbook: Workbook,
  directive: Directive,
  { fields, tasks, indicators, regions }: Parts,
  type: UnitTypeId,
): readonly Diagnostic[] {
  const { form } = directive;
  const opinions = locateLabels(workbook, form, 'opinions', form.opinions, regions);
  const read = [
    ...DATES.flatMap((id) => fields.get(id) ?? []).filter(isFilledField),
    ...filledAnswers(tasks, taskSpec(directive), assignedTasks(directive, type)),
    ...filledAnswers(indicators, indicatorSpec(directive), assignedIndicators(directive, type)),
    ...[...opinions.values()].filter(isFilledField),
  ];
  return [
    ...repeatedFields(fields, directive, type),
    ...labelFindings(workbook, directive, { fields, opinions, regions }, type),
    ...hiddenCells(workbook.file, read),
  ];
}
