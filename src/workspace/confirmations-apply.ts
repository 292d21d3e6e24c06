import { isSameMeaning, type MeaningKind } from '../model/confirmation.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Directive, Form } from '../model/directive.ts';
import type { Round } from '../model/round.ts';
import { wordSenses } from '../pipeline.ts';
import { matchKey } from '../vi/text.ts';
import { taken, twofold, unknown, type Resolved } from './confirmations-findings.ts';
import type { ConfirmationEntry } from './confirmations.ts';
import { meaningOfEntry } from './confirmed-meaning.ts';

/** The meanings that are settled in this round beyond doubt, and findings on the others. */
function settle(
  round: Round,
  entries: readonly ConfirmationEntry[],
  directives: readonly Directive[],
): Outcome<readonly Resolved[]> {
  const senses = wordSenses(round);
  const diagnostics: Diagnostic[] = [];
  const byWords = new Map<string, Resolved[]>();
  for (const entry of entries) {
    const meaning = meaningOfEntry(entry, round, directives);
    if (meaning === 'unknown' || meaning === 'no-directive') diagnostics.push(unknown(entry, meaning));
    if (typeof meaning === 'string') continue;
    const key = matchKey(entry.written);
    byWords.set(key, [...(byWords.get(key) ?? []), { entry, meaning }]);
  }
  const settled = [...byWords.values()].flatMap((own): readonly Resolved[] => {
    const [first, ...more] = own;
    if (first === undefined) return [];
    const different = more.filter(({ meaning }) => !isSameMeaning(meaning, first.meaning));
    const others = senses.others(first.entry.written, first.meaning);
    diagnostics.push(...different.map((second) => twofold([first, second])));
    if (different.length === 0 && others.length > 0) diagnostics.push(taken(first, others));
    const isUsed = different.length === 0 && others.length === 0;
    return isUsed && !senses.isKnown(first.entry.written, first.meaning) ? [first] : [];
  });
  return { value: settled, diagnostics };
}

/** The words of each meaning of that kind, by the key of its code. */
function wordsOf(settled: readonly Resolved[], kind: MeaningKind): (code: string) => readonly string[] {
  const own = settled.filter(({ meaning }) => meaning.kind === kind);
  return (code) =>
    own.filter(({ meaning }) => matchKey(meaning.code) === matchKey(code)).map(({ entry }) => entry.written);
}

function formWith(form: Form, wordsFor: (own: string) => readonly string[]): Form {
  const more = <T extends { readonly aliases: readonly string[] }>(entry: T, own: string): T => ({
    ...entry,
    aliases: [...entry.aliases, ...wordsFor(own)],
  });
  const { general, tasks, indicators, opinions } = form.sheets;
  return {
    ...form,
    sheets: {
      general: more(general, general.name),
      tasks: more(tasks, tasks.name),
      indicators: more(indicators, indicators.name),
      opinions: more(opinions, opinions.name),
    },
    fields: form.fields.map((field) => more(field, field.label)),
    taskColumns: form.taskColumns.map((column) => more(column, column.heading)),
    indicatorColumns: form.indicatorColumns.map((column) => more(column, column.heading)),
    opinions: form.opinions.map((opinion) => more(opinion, opinion.label)),
    statuses: form.statuses.map((status) => more(status, status.label)),
  };
}

/**
 * The round in which confirmed words are understood like the register's and the directive's own other names. A line that means
 * nothing any more or two things at once is a finding and changes nothing. `directives` are those that the lines name and those of
 * the settings' rounds.
 */
export function withConfirmations(
  round: Round,
  entries: readonly ConfirmationEntry[],
  directives: readonly Directive[],
): Outcome<Round> {
  if (entries.length === 0) return { value: round, diagnostics: [] };
  const { value: settled, diagnostics } = settle(round, entries, directives);
  const { directive } = round;
  const [units, indicators, tasks] = (['unit', 'indicator', 'task'] as const).map((kind) => wordsOf(settled, kind));
  const more = (aliases: readonly string[], words: readonly string[] | undefined): readonly string[] => [
    ...aliases,
    ...(words ?? []),
  ];
  const value: Round = {
    ...round,
    units: round.units.map((unit) => ({ ...unit, aliases: more(unit.aliases, units?.(unit.id)) })),
    directive: {
      ...directive,
      form: formWith(directive.form, wordsOf(settled, 'heading')),
      indicators: directive.indicators.map((indicator) => ({
        ...indicator,
        aliases: more(indicator.aliases, indicators?.(indicator.code)),
      })),
      taskGroups: directive.taskGroups.map((group) => ({
        ...group,
        tasks: group.tasks.map((task) => ({ ...task, aliases: more(task.aliases, tasks?.(task.id)) })),
      })),
    },
  };
  return { value, diagnostics };
}
