import type { PlainDate } from './plain-date.ts';
import type { Located } from './located.ts';
import type { CellRef } from './workbook.ts';

/** The register's code of a unit (mã đơn vị), such as `TH01`. */
export type UnitId = string;

/** A unit type's id in the directive (loại đơn vị). */
export type UnitTypeId = string;

/** One row of the unit register (đơn vị): who owes a report. Names and phone numbers of persons are never kept. */
export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  readonly type: UnitTypeId;
  /** The commune it belonged to before the merger, when two share a name (xã cũ); '' when not given. */
  readonly formerCommune: string;
  /** Other names under which it may write (tên gọi khác). */
  readonly aliases: readonly string[];
  /** Adults by the register (số người từ đủ 18 tuổi), with the cell; undefined when the register is blank. */
  readonly adults: Located<number> | undefined;
  /** Where the adults' number comes from; '' when not given. */
  readonly adultsSource: string;
  readonly adultsAsOf: PlainDate | undefined;
  /** Households by the register (số hộ); undefined when blank. */
  readonly households: Located<number> | undefined;
}

/** An old unit that was merged into another (đơn vị cũ sáp nhập vào đơn vị mới). */
export interface UnitMerger {
  /** The old unit's name. */
  readonly name: string;
  /** Its commune before the communes were merged; '' when not given. */
  readonly formerCommune: string;
  /** The unit of the register that stands for it now. */
  readonly into: UnitId;
  /** The first day on which it does. */
  readonly from: PlainDate;
  /** The cell with the old name. */
  readonly ref: CellRef;
}
