/** What of the variables of the wording a Word template may use, so that a tag is known whatever the figures of the round are. */
export interface Shape {
  /** Single texts and numbers. */
  readonly values: readonly string[];
  /** Lists of words: printed parted by semicolons. */
  readonly texts?: readonly string[];
  readonly groups?: Readonly<Record<string, Shape>>;
  /** Lists whose entries fill the rows of a table. */
  readonly lists?: Readonly<Record<string, Shape>>;
}

const UNIT: Shape = { values: ['name', 'title', 'type', 'state', 'reported_on'] };
const OPINION: Shape = { values: ['name', 'title', 'task', 'text'] };
const RATES = ['expected', 'received', 'on_time', 'rate', 'rate_on_time'];

/** Of a numbered clause with its tasks. */
export const GROUP_SHAPE: Shape = {
  values: ['id', 'clause', 'title', 'who', 'units', 'reported', 'all_completed'],
  lists: {
    tasks: {
      values: ['id', 'title', 'completed', 'in_progress', 'not_started', 'unanswered', 'left_out', 'not_reported'],
    },
  },
};

/** Of a share with its target. */
export const COVERAGE_SHAPE: Shape = {
  values: [
    ...['id', 'title', 'clause', 'unit_type', 'unit_types', 'target', 'verdict', 'numerator', 'denominator', 'counts'],
    ...['ratio', 'shortfall', 'counted', 'expected', 'uncounted', 'met'],
  ],
  texts: ['left_out', 'not_reported', 'unbounded'],
  groups: {
    highest: { values: ['ratio'], texts: ['names'] },
    lowest: { values: ['ratio'], texts: ['names'] },
    bounds: { values: ['lowest', 'highest'] },
  },
  lists: {
    rows: {
      values: [
        ...['name', 'title', 'numerator', 'denominator', 'ratio', 'verdict', 'shortfall', 'counted_on', 'remark'],
      ],
    },
    below: { values: ['name', 'ratio', 'shortfall'] },
  },
};

/** Every variable that a tag may name; docs/mau-bao-cao.md explains each. */
export const WORD_SHAPE: Shape = {
  values: [],
  groups: {
    issuer: { values: ['name'] },
    round: { values: ['id', 'from', 'to', 'due', 'as_of', 'year'] },
    directive: { values: ['subject', 'theme', 'receiver', 'onward_to'] },
    reporting: {
      values: [...RATES, 'used'],
      texts: ['strays'],
      lists: {
        types: { values: ['name', ...RATES] },
        late: UNIT,
        undated: UNIT,
        missing: UNIT,
        not_due: UNIT,
        unusable: UNIT,
        conflicting: UNIT,
        extra: UNIT,
        to_remind: UNIT,
      },
    },
    left_out: { values: ['count'], texts: ['units'], lists: { rows: { values: ['title', 'place', 'reason'] } } },
    opinions: { values: [], lists: { difficulties: OPINION, proposals: OPINION } },
    own_choices: { values: [], lists: { notes: { values: ['about', 'note'] } } },
  },
  lists: {
    definitions: { values: ['term', 'meaning', 'source'] },
    groups: GROUP_SHAPE,
    tasks_not_started: { values: ['id', 'title', 'units'] },
    coverages: COVERAGE_SHAPE,
  },
};

/** What every list has besides: the number of the row. */
export const ROW_INDEX = 'index';

/** The names of everything in a row of that shape, those of lists within it too: `title`, `tasks.title`. */
export function fieldsOf(shape: Shape): readonly string[] {
  const inner = (parts: Readonly<Record<string, Shape>> | undefined, own: (shape: Shape) => readonly string[]) =>
    Object.entries(parts ?? {}).flatMap(([name, part]) => own(part).map((field) => `${name}.${field}`));
  const ofGroup = ({ values, texts = [] }: Shape): readonly string[] => [...values, ...texts];
  return [
    ROW_INDEX,
    ...shape.values,
    ...(shape.texts ?? []),
    ...inner(shape.groups, ofGroup),
    ...inner(shape.lists, fieldsOf),
  ];
}
