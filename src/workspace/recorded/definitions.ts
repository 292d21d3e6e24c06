import type { Directive, Indicator, Task, TaskGroup, UnitType } from '../../model/directive.ts';
import type { RecordedFigures } from './schema.ts';

/** What the ids of a record are called: by its directive as it is now, by the record itself where that has them no more. */
export interface Definitions {
  readonly typeOf: (id: string) => UnitType;
  readonly indicatorOf: (id: string) => Indicator;
  readonly groupOf: (group: RecordedFigures['compliance'][number]) => TaskGroup;
  readonly taskOf: (task: RecordedFigures['compliance'][number]['tasks'][number]) => Task;
}

/** Where an entry comes from that the directive has no more. */
const GONE = { kind: 'configuration', note: 'theo bản đã lưu' } as const;

/** The definitions for such a record. */
export function definitionsOf(figures: RecordedFigures, directive: Directive): Definitions {
  const { unitTypes, indicators } = figures.directive;
  const tasks = directive.taskGroups.flatMap((group) => group.tasks);
  const mustReport = new Set(figures.units.flatMap((unit) => (unit.mustReport ? [unit.unitType] : [])));
  return {
    typeOf: (id) => {
      const known = directive.unitTypes.find((type) => type.id === id);
      if (known !== undefined) return known;
      const name = unitTypes.find((type) => type.id === id)?.name ?? id;
      const plural = `các đơn vị loại ${name}`;
      return {
        id,
        name,
        plural,
        aliases: [],
        mustReport: mustReport.has(id),
        receivesForm: false,
        source: GONE,
      };
    },
    indicatorOf: (id) => {
      const known = directive.indicators.find((indicator) => indicator.id === id);
      if (known !== undefined) return known;
      const { title = id, counts = 'person' } = indicators.find((indicator) => indicator.id === id) ?? {};
      const blank = { aliases: [], unitTypes: [], guidance: '', computed: undefined };
      return { ...blank, id, code: id, title, counts, whenBlank: 'allowed', source: GONE };
    },
    groupOf: ({ taskGroup: id, clause, title }) =>
      directive.taskGroups.find((group) => group.id === id) ?? { id, clause, title, binds: [], tasks: [] },
    taskOf: ({ task: id, title, source }) =>
      tasks.find((task) => task.id === id) ?? { id, title, aliases: [], guidance: '', source },
  };
}
