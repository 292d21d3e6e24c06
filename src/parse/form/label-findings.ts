import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Directive, FormSheetId } from '../../model/directive.ts';
import type { UnitTypeId } from '../../model/unit.ts';
import type { Workbook } from '../../model/workbook.ts';
import { closest } from '../../vi/suggest.ts';
import { quoteValue, searchKey } from '../../vi/text.ts';
import { suggestConfirmation } from '../confirmable.ts';
import { problem } from '../problems.ts';
import { withoutOrdinal } from '../tables/ordinals.ts';
import { namesOf, refOf } from './form-sheets.ts';
import type { GeneralFields } from './general.ts';
import { isLabelOf, labelOf, type Label } from './label-words.ts';
import { textsOutsideTables, type FoundField, type Region } from './labels.ts';

/** Longer texts are no labels that somebody misspelt; in characters. */
const LONGEST_LABEL = 80;
/** Words shorter than this are alike by accident, unless only diacritics differ; in characters. */
const SHORTEST_MISSPELT = 8;
/** Letters that may differ. */
const MOST_SLIPS = 2;

/** The labels of a part of the form that were not found, and the names of its sheet. */
interface Missing {
  readonly sheet: FormSheetId;
  readonly labels: readonly Label<string>[];
}

function missingLabels(
  { form }: Directive,
  type: UnitTypeId | undefined,
  fields: GeneralFields,
  opinions: ReadonlyMap<string, FoundField>,
): readonly Missing[] {
  const isAsked = (unitTypes: readonly UnitTypeId[] | undefined): boolean =>
    type === undefined || (unitTypes?.includes(type) ?? true);
  return [
    { sheet: 'general', labels: form.fields.filter(({ id, unitTypes }) => isAsked(unitTypes) && !fields.has(id)) },
    { sheet: 'opinions', labels: form.opinions.filter(({ id }) => !opinions.has(id)) },
  ];
}

/** The label's wording that the text looks like: but for its diacritics, or for a slip or two when it is long enough. */
function wordingLike(text: string, { label, aliases }: Label<string>): string | undefined {
  const wording = closest(text, [label, ...aliases], MOST_SLIPS);
  if (wording === undefined) return undefined;
  const isOnlySpelt = searchKey(wording) === searchKey(text);
  return isOnlySpelt || wording.length >= SHORTEST_MISSPELT ? wording : undefined;
}

/**
 * Labels of the form that do not stand in the file while something very like them does (`Ngày báo cao`): what is written beside
 * those is not read, which must not happen in silence. With no type of unit, every field is as good as asked for.
 */
export function labelFindings(
  workbook: Workbook,
  directive: Directive,
  {
    fields,
    opinions,
    regions,
  }: {
    readonly fields: GeneralFields;
    readonly opinions: ReadonlyMap<string, FoundField>;
    readonly regions: readonly Region[];
  },
  type: UnitTypeId | undefined,
): readonly Diagnostic[] {
  const { form } = directive;
  const missing = missingLabels(directive, type, fields, opinions).filter(({ labels }) => labels.length > 0);
  if (missing.length === 0) return [];
  const isKnown = isLabelOf([...form.fields, ...form.opinions]);
  const texts = textsOutsideTables(workbook, regions).flatMap(({ sheet, row, column, text }) => {
    const words = withoutOrdinal(labelOf(text));
    return words === '' || words.length > LONGEST_LABEL || isKnown(words) ? [] : [{ sheet, row, column, words }];
  });
  return missing.flatMap(({ sheet: part, labels }) =>
    labels.flatMap((label): readonly Diagnostic[] => {
      const similar = texts.flatMap(({ words, ...place }) => {
        const wording = wordingLike(words, label);
        return wording === undefined ? [] : [{ ...place, words, wording }];
      });
      const [first] = similar;
      if (first === undefined) return [];
      const { sheet, row, column, words, wording } = first;
      const ref = refOf(workbook.file, sheet, row, column);
      const suggestion = suggestConfirmation(words, { wording, kind: 'heading', code: label.label });
      return [
        problem('field-label-unknown', {
          message: `${quoteValue(words)} gần giống mục ${quoteValue(label.label)} của trang ${quoteValue(namesOf(form, part)[0] ?? '')} trong biểu mẫu nhưng khác chữ, nên nội dung ghi ở mục này không được ghi nhận`,
          hint: `Sửa ô ${ref.address} thành ${quoteValue(label.label)} như trong biểu mẫu${suggestion.hint}`,
          location: { kind: 'cell', ref },
          facts: { field: label.id, ...suggestion.facts },
        }),
      ];
    }),
  );
}
