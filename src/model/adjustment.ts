import type { PlainDate } from './plain-date.ts';

/**
 * A unit's number that the commune replaces (điều chỉnh), as when the unit corrects it by telephone: the file stays as it is. It is
 * for what stood in the cell then; when the unit sends something else, the adjustment does nothing.
 */
export interface Adjustment {
  /** The unit's id. */
  readonly unit: string;
  /** The indicator's id. */
  readonly indicator: string;
  /** What stands in the cell; '' for a blank one. */
  readonly was: string;
  readonly value: number;
  readonly reason: string;
  /** Who said so, by office (Trưởng thôn); never a person's name. */
  readonly by: string;
  readonly adjustedOn: PlainDate;
}
