import type { RuleId, Severity } from './diagnostic.ts';
import type { Due } from './period.ts';
import type { PlainDate } from './plain-date.ts';
import type { Target } from './ratio.ts';
import type { UnitTypeId } from './unit.ts';

/** Where an entry of the directive's file comes from: a clause of the text (`II.3`), or a choice that the text leaves open. */
export type Source =
  { readonly kind: 'clause'; readonly clause: string } | { readonly kind: 'configuration'; readonly note: string };

/** The directive (văn bản giao nhiệm vụ) as data. Everything a unit must do, report and reach stands here, nothing of it in code. */
export interface Directive {
  readonly id: string;
  readonly version: number;
  /** The campaign in a few words, for titles: “các hoạt động hưởng ứng và truyền thông về Ngày Chuyển đổi số quốc gia (10/10) năm 2025”. */
  readonly subject: string;
  /** The document that assigns the tasks; undefined when the file cites none. */
  readonly document: CitedDocument | undefined;
  readonly theme: { readonly text: string; readonly source: Source } | undefined;
  readonly legalBasis: readonly CitedDocument[];
  /** Undefined when the rounds of the settings decide. */
  readonly activityWindow: { readonly from: PlainDate; readonly to: PlainDate; readonly source: Source } | undefined;
  readonly reporting: {
    readonly due: Due | undefined;
    /** Who receives the units' reports. */
    readonly receiver: string;
    /** Who receives the commune's report. */
    readonly onwardTo: string;
    readonly source: Source;
  };
  readonly definitions: readonly { readonly term: string; readonly meaning: string; readonly source: Source }[];
  readonly unitTypes: readonly UnitType[];
  readonly taskGroups: readonly TaskGroup[];
  readonly indicators: readonly Indicator[];
  readonly measures: readonly Measure[];
  readonly relations: Relations;
  readonly form: Form;
  /** Severities that differ from a rule's own, or `off`; the last entry that fits wins. */
  readonly rules: readonly SeverityOverride[];
}

/** A document that is cited. What the text leaves blank is undefined here and comes from the settings. */
export interface CitedDocument {
  /** Stable key for the settings, such as `directive` or `department-request`. */
  readonly id: string;
  /** `Công văn` */
  readonly type: string;
  /** `1780`; undefined when blank. */
  readonly number: string | undefined;
  /** `SKHCN-BCVT&CĐS` */
  readonly symbol: string;
  readonly issuedOn: PlainDate | undefined;
  readonly issuer: string;
  /** What follows “về việc”. */
  readonly subject: string;
  readonly source: Source;
}

/** A kind of unit (loại đơn vị). */
export interface UnitType {
  readonly id: UnitTypeId;
  /** Singular, as in the register's type column: “Thôn”. */
  readonly name: string;
  /** For headings and sentences, lower case: “các thôn”. */
  readonly plural: string;
  /** Other words for the type in the register. */
  readonly aliases: readonly string[];
  /** False for addressees without tasks: a report is shown, its absence is information and not in the rates. */
  readonly mustReport: boolean;
  /** Whether a blank form is made for such units; false for types that the directive does not concern at all. */
  readonly receivesForm: boolean;
  readonly source: Source;
}

/** A numbered clause that binds some unit types to tasks (nhóm nhiệm vụ). */
export interface TaskGroup {
  readonly id: string;
  /** `II.3` */
  readonly clause: string;
  readonly title: string;
  readonly binds: readonly { readonly unitType: UnitTypeId; readonly source: Source }[];
  readonly tasks: readonly Task[];
}

/** One duty (nhiệm vụ). */
export interface Task {
  /** Also the code in the form: `II.3-1`. */
  readonly id: string;
  readonly title: string;
  /** Other wordings of the title, to recognise re-typed rows. */
  readonly aliases: readonly string[];
  /** What to write, beside the field. */
  readonly guidance: string;
  readonly source: Source;
}

/** What a count counts: người, lượt, hộ, tin bài, … `percent` is for computed shares only. */
export type CountUnit = 'person' | 'turn' | 'household' | 'item' | 'session' | 'event' | 'percent';

/** One number a unit is asked for (chỉ tiêu). */
export interface Indicator {
  /** Stable across directives: history joins by it. */
  readonly id: string;
  /** The code in the form: `CT01`. */
  readonly code: string;
  readonly title: string;
  /** Other wordings of the title, to recognise re-typed rows. */
  readonly aliases: readonly string[];
  readonly counts: CountUnit;
  readonly unitTypes: readonly UnitTypeId[];
  /** What a blank is: an error (nothing can be counted without it), a warning (it was expected), or nothing. */
  readonly whenBlank: 'error' | 'warning' | 'allowed';
  readonly guidance: string;
  /** The number never falls from one round to the next (số lũy kế); not so when left out. */
  readonly isCumulative?: true;
  /** What there is on the day of the count (số hiện có), not what was done in the round; not so when left out. */
  readonly isStanding?: true;
  /** The form computes it; typed over, it is only compared. Undefined for a plain count. */
  readonly computed: Computation | undefined;
  readonly source: Source;
}

export type Computation =
  | { readonly kind: 'percent'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'sum'; readonly of: readonly string[] };

/** How an indicator of the commune is computed from the units' (cách tính). One kind is one file in aggregate/measures. */
export type Measure =
  | {
      readonly kind: 'coverage';
      readonly id: string;
      readonly title: string;
      readonly numerator: string;
      readonly denominator: string;
      readonly unitType: UnitTypeId;
      readonly target: Target;
      readonly source: Source;
    }
  /** The plain sum of one indicator over one unit type. Every indicator that is not computed has one without being listed. */
  | {
      readonly kind: 'sum';
      readonly id: string;
      readonly title: string;
      readonly indicator: string;
      readonly unitType: UnitTypeId;
      readonly source: Source;
    };

/** Checks between numbers, as data. Ids are indicator ids. */
export interface Relations {
  /** `part` must not exceed `whole`. */
  readonly parts: readonly { readonly part: string; readonly whole: string; readonly source: Source }[];
  /** The indicator is compared with the register's adults; `tolerancePercent` is how far it may lie below. */
  readonly register: readonly {
    readonly indicator: string;
    readonly tolerancePercent: number;
    readonly source: Source;
  }[];
  /** A count of persons that equals a count of households is probably a mistake. */
  readonly households: readonly {
    readonly persons: string;
    readonly households: string | undefined;
    readonly source: Source;
  }[];
}

export interface SeverityOverride {
  readonly rule: RuleId;
  readonly severity: Severity | 'off';
  /** Only findings on units of these types; undefined: all. */
  readonly unitTypes: readonly UnitTypeId[] | undefined;
  /** Only findings on tasks of these groups; undefined: all. */
  readonly taskGroups: readonly string[] | undefined;
  /** Only findings on these indicators; undefined: all. */
  readonly indicators: readonly string[] | undefined;
  readonly source: Source;
}

export type TaskStatus = 'completed' | 'in-progress' | 'not-started';

/** The reporting form (biểu mẫu): what its sheets, fields and columns are called. The roles (`id`) are fixed, the words are data. */
export interface Form {
  readonly title: string;
  readonly sheets: Readonly<Record<FormSheetId, { readonly name: string; readonly aliases: readonly string[] }>>;
  readonly fields: readonly FormField[];
  readonly taskColumns: readonly FormColumn<TaskColumnId>[];
  readonly indicatorColumns: readonly FormColumn<IndicatorColumnId>[];
  readonly opinions: readonly {
    readonly id: OpinionId;
    readonly label: string;
    readonly aliases: readonly string[];
    readonly guidance: string;
  }[];
  readonly statuses: readonly {
    readonly id: TaskStatus;
    readonly label: string;
    readonly aliases: readonly string[];
  }[];
  readonly source: Source;
}

export type FormSheetId = 'general' | 'tasks' | 'indicators' | 'opinions';
export type FormFieldId = 'unit' | 'reporter' | 'phone' | 'reportedOn' | 'countedOn';
export type TaskColumnId = 'code' | 'title' | 'status' | 'result' | 'quantity' | 'doneOn' | 'evidence' | 'difficulty';
export type IndicatorColumnId = 'code' | 'title' | 'counts' | 'value' | 'note';
export type OpinionId = 'difficulties' | 'proposals';

export interface FormField {
  readonly id: FormFieldId;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly guidance: string;
  /** The unit types that are asked; undefined: all. */
  readonly unitTypes: readonly UnitTypeId[] | undefined;
}

export interface FormColumn<Id extends string> {
  readonly id: Id;
  readonly heading: string;
  readonly aliases: readonly string[];
  readonly guidance: string;
}

/** Whether “giữ nguyên” can be its answer: it lasts from one round to the next. What is counted within the round begins at 0 each time. */
export function outlastsRound({ isCumulative, isStanding }: Indicator): boolean {
  return isCumulative === true || isStanding === true;
}

/** The task groups that bind units of that type, in the directive's order. */
export function groupsOf(directive: Directive, type: UnitTypeId): readonly TaskGroup[] {
  return directive.taskGroups.filter(({ binds }) => binds.some(({ unitType }) => unitType === type));
}

/** The indicators that units of that type are asked for, in the directive's order. */
export function indicatorsOf(directive: Directive, type: UnitTypeId): readonly Indicator[] {
  return directive.indicators.filter(({ unitTypes }) => unitTypes.includes(type));
}
