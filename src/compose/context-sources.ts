import type { Directive, Source } from '../model/directive.ts';
import type { ReportModel } from '../model/report.ts';
import type { UnitTypeId } from '../model/unit.ts';
import { joinWords } from '../vi/text.ts';
import type { ScopeObject } from './scope.ts';
import { ownTotals } from './totals.ts';
import { sourceText, withoutStop } from './wording.ts';

/** Variables `definitions[].…`: what the words of the report mean, and who says so. */
export function definitionParts({ definitions }: Directive): readonly ScopeObject[] {
  return definitions.map(({ term, meaning, source }) => ({
    term: withoutStop(term),
    meaning: withoutStop(meaning),
    is_own: source.kind === 'configuration',
    source: withoutStop(sourceText(source)),
  }));
}

/** Variables `own_choices.…`: what the commune decided by itself, but the definitions. */
export function ownChoicesPart(model: ReportModel): ScopeObject {
  const { directive } = model.round;
  const isOwn = ({ source }: { readonly source: Source }): boolean => source.kind === 'configuration';
  return {
    has_indicators: ownTotals(model).some(({ indicator }) => isOwn(indicator)),
    notes: choiceNotes(directive, model),
  };
}

/** Why the commune compares these numbers with one another; only for units that the register has. */
function relationNotes({ relations, indicators }: Directive, present: ReadonlySet<UnitTypeId>): readonly string[] {
  const isPresent = (id: string): boolean =>
    indicators.find((candidate) => candidate.id === id)?.unitTypes.some((type) => present.has(type)) ?? false;
  const checks = [
    ...relations.parts.map(({ part, source }) => ({ id: part, source })),
    ...relations.register.map(({ indicator, source }) => ({ id: indicator, source })),
    ...relations.households.map(({ persons, source }) => ({ id: persons, source })),
  ];
  return checks.flatMap(({ id, source }) =>
    source.kind === 'configuration' && isPresent(id) ? [withoutStop(source.note)] : [],
  );
}

/** Who is addressed, what binds whom, which check is softer, what the form asks; only where the register has such units. */
function choiceNotes(directive: Directive, { units }: ReportModel): readonly ScopeObject[] {
  const present = new Set(units.map(({ unit }) => unit.type));
  const about = new Map<string, readonly string[]>();
  const add = (source: Source, unitTypes: readonly UnitTypeId[], detail: string): void => {
    if (source.kind !== 'configuration') return;
    const shown = directive.unitTypes.filter(({ id }) => unitTypes.includes(id) && present.has(id));
    const subjects = shown.map(({ plural }) => plural + detail);
    const all = new Set([...(about.get(source.note) ?? []), ...subjects]);
    if (subjects.length > 0) about.set(source.note, [...all]);
  };
  for (const { id, source } of directive.unitTypes) add(source, [id], '');
  for (const { binds, clause } of directive.taskGroups) {
    for (const { unitType, source } of binds) add(source, [unitType], ` (mục ${clause})`);
  }
  for (const { source, unitTypes, taskGroups } of directive.rules) {
    const groups = directive.taskGroups.filter(({ id }) => taskGroups?.includes(id) ?? false);
    const clauses = groups.length === 0 ? '' : ` (mục ${joinWords(groups.map(({ clause }) => clause))})`;
    if (unitTypes !== undefined) add(source, unitTypes, clauses);
    else if (source.kind === 'configuration') about.set(source.note, [`tất cả các loại đơn vị${clauses}`]);
  }
  if (directive.form.source.kind === 'configuration') about.set(directive.form.source.note, ['biểu mẫu báo cáo']);
  const relations = new Set(relationNotes(directive, present));
  if (relations.size > 0) about.set([...relations].join('. '), ['kiểm tra giữa các số liệu']);
  return [...about].map(([note, subjects]) => ({ about: subjects.join('; '), note: withoutStop(note) }));
}
