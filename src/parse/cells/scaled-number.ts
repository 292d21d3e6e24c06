import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import type { CellRef } from '../../model/workbook.ts';
import { remembered } from '../../vi/remembered.ts';
import { normalizeText, quoteValue } from '../../vi/text.ts';
import { reject, type Place } from './cell-place.ts';
import { splitCountWord } from './count-words.ts';

const SCALE_WORD = String.raw`(?<!\p{L})(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\p{L})`;
const SCALE = new RegExp(SCALE_WORD, 'iu');
const IN_BRACKETS = new RegExp(String.raw`[([][^()[\]]*${SCALE_WORD}[^()[\]]*[)\]]`, 'giu');
/** `1.000 người`, `1000 hộ` */
const THOUSANDS = /^1[., ]?0{1,3}(?:[., ]?0{3})*(?!\d)/u;
const UNIT_LABEL = /(?:đơn vị(?: tính)?|đvt)\s*[:.\-–]?\s*(.*)$/iu;
const SCALE_IN_FRONT = new RegExp(`^${SCALE_WORD}|${THOUSANDS.source}`, 'iu');
/** Longer texts say nothing of how a table counts; in characters. */
const LONGEST = 200;

/** What says that numbers are in hundreds or thousands: its words and, where it is not the row or column itself, its cell. */
export interface Scale {
  readonly text: string;
  /** `unit`: the unit of counting beside or under the heading; `heading`: the heading; `note`: a line above the table. */
  readonly kind: 'heading' | 'note' | 'unit';
  readonly ref: CellRef | undefined;
}

/** Whether a unit of counting is a multiple: `trăm người`, `1.000 hộ`. */
export function isScaledUnit(text: string): boolean {
  return text.length <= LONGEST && (SCALE.test(text) || THOUSANDS.test(text.trim()));
}

function bare(text: string): string {
  return normalizeText(text).replace(/^[\s([{:.,-]+|[\s)\]}:.,-]+$/gu, '');
}

/** Whether the text is such a unit and nothing else: `nghìn người`, `(trăm hộ)`. */
function isScaledUnitAlone(text: string): boolean {
  const unit = bare(text);
  const rest = unit.replace(SCALE_IN_FRONT, '').trim();
  return rest !== unit && splitCountWord(`1 ${rest}`) !== undefined;
}

/** Whether the text is a unit of counting, a multiple or not: `người`, `(lượt)`, `%`, `nghìn người`. */
export function isCountUnit(text: string): boolean {
  if (text.length > LONGEST) return false;
  const unit = bare(text);
  return unit === '%' || splitCountWord(`1 ${unit}`) !== undefined || isScaledUnitAlone(unit);
}

/** Whether a heading says that the numbers under it are in hundreds or thousands: `CT01 (nghìn người)`, `ĐVT: trăm người`. */
export function isScaledHeading(text: string): boolean {
  return text.length <= LONGEST && rememberedScaled(text);
}

const rememberedScaled = remembered(
  (text) => text.search(IN_BRACKETS) !== -1 || isScaledUnitAlone(text) || isScaledNote(text, ''),
);

/** The heading without that: `CT01 (nghìn người)` → `CT01`. */
export function withoutScale(text: string): string {
  return text.length > LONGEST ? text : text.replace(IN_BRACKETS, ' ');
}

/**
 * Whether a line above a table says so: `Đơn vị tính: trăm người`, `(ĐVT: nghìn hộ)`, `Nghìn người`; `beside` is the next text of
 * the line, in which the unit stands when the label stands alone. `Đơn vị: …` mostly names the sender, so that nothing but a unit
 * of counting may follow it.
 */
export function isScaledNote(text: string, beside: string): boolean {
  if (text.length > LONGEST) return false;
  const line = normalizeText(text);
  const [label, behind = ''] = UNIT_LABEL.exec(line) ?? [];
  if (label === undefined) return isScaledUnitAlone(line);
  const unit = bare(behind) === '' ? bare(beside) : bare(behind);
  return /^(?:đơn vị tính|đvt)/iu.test(label) ? isScaledUnit(unit) : isScaledUnitAlone(unit);
}

const MEANT = 'cần số đếm từng đơn vị, không tính theo chục, trăm hay nghìn';

function wordsOf({ text, kind }: Scale): { readonly found: string; readonly hint: string } {
  const quoted = quoteValue(text);
  switch (kind) {
    case 'unit':
      return {
        found: `ghi theo đơn vị tính ${quoted}`,
        hint: 'Nhập lại số đầy đủ vào ô này và sửa cột đơn vị tính cho đúng như trong biểu mẫu',
      };
    case 'heading':
      return {
        found: `ở cột có tiêu đề ghi ${quoted}`,
        hint: `Nhập lại số đầy đủ vào ô này và bỏ phần ghi chục, trăm, nghìn ở tiêu đề ${quoted}`,
      };
    case 'note':
      return {
        found: `ở bảng có dòng phía trên ghi ${quoted}`,
        hint: `Nhập lại số đầy đủ vào ô này và sửa dòng ${quoted} phía trên bảng cho đúng`,
      };
  }
}

/** A number in hundreds or thousands is not multiplied: 4 may be 400, or only the words beside it may be wrong. */
export function rejectScaled(place: Place, scale: Scale): Outcome<Answer<number>> {
  const { found, hint } = wordsOf(scale);
  return reject(place, 'number-scaled', {
    message: `${place.thing} ${found}, ${MEANT}`,
    hint,
    related:
      scale.ref === undefined ? [] : [{ location: { kind: 'cell', ref: scale.ref }, note: 'ô ghi đơn vị tính này' }],
  });
}
