import type { PlainDate } from './plain-date.ts';
import type { Unit, UnitMerger } from './unit.ts';
import type { CellRef } from './workbook.ts';

/** The unit register (danh sách đơn vị) as it is on one day, understood. */
export interface UnitRegister {
  /** The units of that day. */
  readonly units: readonly Unit[];
  /** The units that were there before, or come later; none when left out. */
  readonly dormant?: readonly DormantUnit[];
  /** The mergers in force on that day. */
  readonly mergers: readonly UnitMerger[];
}

/** A unit of the register that is none on the day in question (chưa có hoặc không còn hoạt động). */
export interface DormantUnit extends UnitTerm {
  readonly unit: Unit;
  /** The cell with its code. */
  readonly ref: CellRef;
}

/** From which day to which a unit is one, both included; undefined for always. */
export interface UnitTerm {
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
}

/** What a column of the unit register holds. Names and phone numbers are for the clerk; the program never keeps them. */
export type RegisterColumnId =
  | 'code'
  | 'name'
  | 'type'
  | 'formerCommune'
  | 'aliases'
  | 'adults'
  | 'adultsSource'
  | 'adultsAsOf'
  | 'households'
  | 'contact'
  | 'phone'
  | 'from'
  | 'to';

/** One column of the unit register. Headings are compared by `matchKey`. */
export interface RegisterColumn {
  readonly id: RegisterColumnId;
  /** As written into a new register. */
  readonly heading: string;
  /** Other headings under which the column is recognised. */
  readonly aliases: readonly string[];
}

/** The sheet of the register (danh sách đơn vị) `don-vi.xlsx` that holds the units. */
export const REGISTER_SHEET = 'Đơn vị';

/** Stands between two names in the column of other names. */
export const REGISTER_SEPARATOR = ';';

/** The columns of the unit register, in the order in which a new register has them. */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = [
  { id: 'code', heading: 'Mã đơn vị', aliases: ['Mã', 'Mã số', 'Mã số đơn vị', 'Mã ĐV'] },
  { id: 'name', heading: 'Tên đơn vị', aliases: ['Tên', 'Đơn vị', 'Tên cơ quan, đơn vị', 'Tên ĐV'] },
  { id: 'type', heading: 'Loại đơn vị', aliases: ['Loại', 'Loại hình', 'Loại hình đơn vị', 'Loại ĐV'] },
  {
    id: 'formerCommune',
    heading: 'Xã cũ (trước sáp nhập)',
    aliases: ['Xã cũ', 'Xã trước sáp nhập', 'Thuộc xã cũ', 'Xã (trước sáp nhập)'],
  },
  { id: 'aliases', heading: 'Tên gọi khác', aliases: ['Tên khác', 'Các tên gọi khác', 'Tên thường gọi'] },
  {
    id: 'adults',
    heading: 'Số người từ đủ 18 tuổi',
    aliases: ['Số người từ đủ 18 tuổi trở lên', 'Dân số trưởng thành', 'Số người trưởng thành', 'Số người từ 18 tuổi'],
  },
  { id: 'adultsSource', heading: 'Nguồn số liệu', aliases: ['Nguồn', 'Nguồn số liệu dân số'] },
  {
    id: 'adultsAsOf',
    heading: 'Ngày số liệu',
    aliases: ['Ngày của số liệu', 'Ngày chốt số liệu', 'Số liệu tính đến ngày', 'Số liệu đến ngày'],
  },
  { id: 'households', heading: 'Số hộ', aliases: ['Số hộ dân', 'Số hộ gia đình', 'Tổng số hộ'] },
  {
    id: 'contact',
    heading: 'Người liên hệ',
    aliases: ['Người đầu mối', 'Đầu mối', 'Đầu mối liên hệ', 'Họ tên người liên hệ'],
  },
  { id: 'phone', heading: 'Điện thoại', aliases: ['Số điện thoại', 'SĐT', 'Điện thoại liên hệ', 'ĐT'] },
  { id: 'from', heading: 'Hoạt động từ ngày', aliases: ['Từ ngày', 'Ngày thành lập', 'Thành lập từ ngày'] },
  { id: 'to', heading: 'Hoạt động đến ngày', aliases: ['Đến ngày', 'Đến hết ngày', 'Hoạt động đến hết ngày'] },
];

/** What a column of the table of merged units holds. */
export type MergerColumnId = 'oldName' | 'formerCommune' | 'into' | 'from' | 'note';

/** The sheet of the register that says which old units were merged into which of the present ones. */
export const MERGERS_SHEET = 'Sáp nhập';

/** The columns of that table, in the order in which a new register has them. */
export const MERGER_COLUMNS: readonly (Omit<RegisterColumn, 'id'> & { readonly id: MergerColumnId })[] = [
  { id: 'oldName', heading: 'Đơn vị cũ', aliases: ['Tên đơn vị cũ', 'Đơn vị trước sáp nhập', 'Tên cũ'] },
  { id: 'formerCommune', heading: 'Xã cũ', aliases: ['Xã cũ (trước sáp nhập)', 'Xã trước sáp nhập', 'Thuộc xã cũ'] },
  {
    id: 'into',
    heading: 'Nhập vào mã',
    aliases: ['Nhập vào', 'Mã đơn vị mới', 'Nhập vào đơn vị mã', 'Sáp nhập vào mã'],
  },
  { id: 'from', heading: 'Từ ngày', aliases: ['Ngày sáp nhập', 'Ngày nhập', 'Có hiệu lực từ ngày'] },
  { id: 'note', heading: 'Ghi chú', aliases: ['Căn cứ', 'Văn bản'] },
];
