import type { Amount, Figure } from './figure.ts';
import type { ReportModel } from './report.ts';
import type { UnitId } from './unit.ts';

/** Figures that were written before, to compare with (căn cứ so sánh). */
export interface FigureBasis {
  /** `previous-round`: another round. `closing`, `report`: this round, as it was closed or written before. */
  readonly kind: 'closing' | 'previous-round' | 'report';
  /** The period's id. */
  readonly period: string;
  /** What it is, in words. */
  readonly words: string;
  /** The file they are kept in, below the workspace. */
  readonly file: string;
  readonly model: ReportModel;
  /** The unit of the present register that stands for one of that time; the same one unless it was merged since. */
  readonly follow: (unit: UnitId) => UnitId;
  /** What else differs since, in words: files of the commune's own, the day it is seen at, the program. */
  readonly circumstances: readonly string[];
  /** What was decided about that round since, in words. */
  readonly notes: readonly string[];
}

/**
 * What became of a unit between two figures. `new-unit`, `gone-unit`: only one of the two registers has it. `now-counted`,
 * `no-longer-counted`: it gives something to one of the two figures only.
 */
export type PartChangeKind = 'changed' | 'gone-unit' | 'new-unit' | 'no-longer-counted' | 'now-counted';

/** What a unit adds to the difference of a figure. */
export type Contribution =
  | { readonly kind: 'count'; readonly value: number }
  /**
   * More in the numerator and in the denominator. `hundredths`: of a percentage point, rounded so that all units together give the
   * rounded difference; undefined where the figure is no share.
   */
  | {
      readonly kind: 'share';
      readonly numerator: number;
      readonly denominator: number;
      readonly hundredths: number | undefined;
    };

/** A unit whose part in a figure is another one than before. */
export interface PartChange {
  readonly unit: UnitId;
  readonly name: string;
  readonly kind: PartChangeKind;
  readonly before: Amount | undefined;
  readonly now: Amount | undefined;
  /** The same in words, or why nothing counts; '' when nothing is known of it. */
  readonly beforeText: string;
  readonly nowText: string;
  /** Undefined where nothing can be added up, as with the state of a task. */
  readonly contribution: Contribution | undefined;
  /** Other names under which the unit stands in the earlier figure: it was renamed, or others were merged into it. */
  readonly formerly: readonly string[];
  /** Why, in words; none when the unit's own report just says something else. */
  readonly causes: readonly string[];
}

/** A figure beside an earlier one (vì sao con số thay đổi). */
export interface FigureChange {
  readonly basis: FigureBasis;
  /** Undefined when that report had no such figure. */
  readonly before: Pick<Figure, 'amount' | 'printed'> | undefined;
  /** What all units together add; undefined without an earlier figure, or where nothing can be added up. */
  readonly difference: Contribution | undefined;
  /** The units that differ, in the register's order, those that are gone last. */
  readonly parts: readonly PartChange[];
  /** What the units add that are left out of `parts` because one unit was asked for; undefined when none is left out. */
  readonly others: Contribution | undefined;
  /** How many units give the same to both. */
  readonly unchangedCount: number;
}

/** A figure with how it came about, and with its changes. */
export interface ExplainedFigure {
  readonly figure: Figure;
  readonly changes: readonly FigureChange[];
}
