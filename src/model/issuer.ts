import type { PlainDate } from './plain-date.ts';

/** dấu chỉ mức độ khẩn (C18); '' for none. */
export type Urgency = '' | 'HỎA TỐC' | 'KHẨN' | 'THƯỢNG KHẨN';

/** On what the document is issued: on an electronic one the line that refers to it under an appendix's title stays unfilled. */
export type Medium = 'electronic' | 'paper';

/** What the settings say of the commune that issues the report. '' and [] are blanks: printed as blanks, with a finding. */
export interface Issuer {
  /** The settings file these come from, for findings about blanks. */
  readonly file: string;
  /** The body above, if the commune prints one (tên cơ quan chủ quản); '' for none, which is usual. */
  readonly superior: string;
  /** The issuing body, one entry per printed line: `ỦY BAN NHÂN DÂN`, `XÃ …` (tên cơ quan ban hành). */
  readonly lines: readonly string[];
  /** The body inside a sentence: `UBND xã …`. */
  readonly shortName: string;
  /** What follows `Số: …/` (ký hiệu), such as `BC-UBND`. */
  readonly symbol: string;
  /** The same of a công văn, such as `UBND-VHXH`. */
  readonly letterSymbol: string;
  /** `Tịnh Khê` (địa danh). */
  readonly place: string;
  readonly urgency: Urgency;
  readonly medium: Medium;
  /** Lines above the signature: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH` (quyền hạn, chức vụ). */
  readonly signerAuthority: readonly string[];
  readonly signerName: string;
  /** Kính gửi. */
  readonly addressees: readonly string[];
  /** Nơi nhận, without dashes and end marks; the last one is the archive line `Lưu: VT, …`. */
  readonly recipients: readonly string[];
  /** What the directive's text leaves blank, by the id of the cited document. */
  readonly documents: ReadonlyMap<string, { readonly number: string; readonly issuedOn: PlainDate | undefined }>;
}
