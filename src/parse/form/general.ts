import type { Outcome } from '../../model/diagnostic.ts';
import type { Directive, FormFieldId } from '../../model/directive.ts';
import type { Answer } from '../../model/located.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { UnitTypeId } from '../../model/unit.ts';
import type { CellRef, Workbook } from '../../model/workbook.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import { locateLabels, type FoundField, type Region } from './labels.ts';
import { isFilled, rawText } from '../cells/raw-text.ts';
import { unitBehindType } from './unit-behind-type.ts';

/** The fields about the report as a whole (thông tin chung), as far as their labels stand in the file. */
export type GeneralFields = ReadonlyMap<FormFieldId, FoundField>;

/** Finds the fields by their labels, the unit's name also behind the word for its type. */
export function locateGeneral(workbook: Workbook, directive: Directive, regions: readonly Region[]): GeneralFields {
  const { form } = directive;
  const found = locateLabels(workbook, form, 'general', form.fields, regions);
  const unit = found.has('unit') ? undefined : unitBehindType(workbook, directive, regions);
  return unit === undefined ? found : new Map([...found, ['unit', unit]]);
}

/** The unit's name as it stands in the form; '' when blank. */
export function typedUnit(fields: GeneralFields): { readonly name: string; readonly ref: CellRef | undefined } {
  const field = fields.get('unit');
  const isNamed = field !== undefined && isFilled(field.cell);
  return { name: isNamed && field.cell !== undefined ? rawText(field.cell.value) : '', ref: field?.ref };
}

/** What the unit says of its report; names and phone numbers of persons are only noticed, never kept. */
export interface General {
  readonly hasReporter: boolean;
  readonly hasPhone: boolean;
  readonly reportedOn: Answer<PlainDate>;
  readonly countedOn: Answer<PlainDate>;
}

/** Reads the fields that units of that type are asked for. */
export function readGeneral(
  fields: GeneralFields,
  { form }: Directive,
  type: UnitTypeId,
  evidence?: FileEvidence,
): Outcome<General> {
  const date = (id: FormFieldId): Outcome<Answer<PlainDate>> => {
    const field = form.fields.find((candidate) => candidate.id === id);
    const found = fields.get(id);
    if (field === undefined || found === undefined || !(field.unitTypes?.includes(type) ?? true)) {
      return { value: { kind: 'absent', mark: 'blank', ref: undefined }, diagnostics: [] };
    }
    return CELL_TYPES.date({ ...found, thing: `Ô “${field.label}”`, facts: {}, evidence: evidence?.at() });
  };
  const [reportedOn, countedOn] = [date('reportedOn'), date('countedOn')];
  return {
    value: {
      hasReporter: isFilled(fields.get('reporter')?.cell),
      hasPhone: isFilled(fields.get('phone')?.cell),
      reportedOn: reportedOn.value,
      countedOn: countedOn.value,
    },
    diagnostics: [...reportedOn.diagnostics, ...countedOn.diagnostics],
  };
}
