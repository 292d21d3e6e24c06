import type { Outcome } from '../../model/diagnostic.ts';
import { outlastsRound, type Indicator } from '../../model/directive.ts';
import { pastCount, type PastCount, type PastRound, type PrecedingRound } from '../../model/history.ts';
import type { Answer } from '../../model/located.ts';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';
import type { Cell, CellRef } from '../../model/workbook.ts';
import { countNoun } from '../../vi/count-words.ts';
import { formatDecimal, formatInteger } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import { readTypedNumber } from '../../vi/typed-number.ts';
import { saysUnchanged, type Unchanged } from '../../vi/unchanged.ts';
import { findingAt, reject, type Place } from './cell-place.ts';
import { rawText } from './raw-text.ts';

/** Whose report is read, in which round: what “giữ nguyên” refers to. */
export interface Reporter {
  readonly round: Round;
  readonly unit: Unit;
}

/** The number of the round before as the unit has it in front of it, in a column of its file that says so. */
export interface ShownBefore {
  readonly cell: Cell;
  readonly ref: CellRef;
}

type Read = Outcome<Answer<number>>;

const TYPE_NUMBER = 'Nhập con số của kỳ này vào ô này';

/** What the cell says of itself. */
interface Saying {
  readonly place: Place;
  readonly text: string;
  readonly meaning: Unchanged;
}

function said({ place, text }: Saying): string {
  return `${place.thing} ghi ${quoteValue(text)}`;
}

function refused(saying: Saying, why: string, hint: string): Read {
  return reject(saying.place, 'number-unchanged-unknown', { message: `${said(saying)} nhưng ${why}`, hint });
}

/** Whether the earlier round lies in the calendar month before the one in which this round begins. */
function isMonthBefore({ period: { from, to } }: PastRound, begun: string): boolean {
  const [year = 0, month = 0] = begun.split('-').map(Number);
  const before = month === 1 ? [year - 1, 12] : [year, month - 1];
  const words = before.map((part) => String(part).padStart(2, '0')).join('-');
  return from.startsWith(words) && to.startsWith(words);
}

/** The number in the column for the round before, as far as it is one; undefined when nothing clear stands there. */
function shownNumber({ cell: { value } }: ShownBefore): number | undefined {
  if (value.kind === 'number') return value.isDate || value.isPercent ? undefined : value.number;
  if (value.kind !== 'text') return undefined;
  const typed = readTypedNumber(value.text);
  if (typed.kind === 'either') return typed.grouped;
  return typed.kind === 'whole' || typed.kind === 'fraction' ? typed.value : undefined;
}

/** The unit agreed to another number than counted: the round was corrected since, or the form was made before it was closed. */
function differs(
  saying: Saying,
  { ref, before }: { readonly ref: CellRef; readonly before: number },
  past: PastCount,
  period: string,
): Read {
  const { place } = saying;
  const message = `${said(saying)} trong khi cột kỳ trước của tệp là ${formatDecimal(before)}, số đã khóa của kỳ ${period} là ${formatInteger(past.value)}`;
  return reject(place, 'number-unchanged-differs', {
    message,
    hint: TYPE_NUMBER,
    related: [{ location: { kind: 'cell', ref }, note: 'số kỳ trước ghi trong tệp' }],
    facts: { previous: past.value, previousPeriod: period },
  });
}

/** `nop/2025-09/TH01.xlsx, trang “Chỉ tiêu”, ô D9`; several cells of merged units are counted. */
function sourceWords({ cells }: PastCount): string {
  const [first, ...others] = cells;
  if (first === undefined) return 'bản lưu của kỳ';
  if (others.length > 0) return `cộng từ ${formatInteger(cells.length)} ô của các đơn vị nay đã sáp nhập`;
  return `tệp ${quoteValue(first.file)}, trang ${quoteValue(first.sheet)}, ô ${first.address}`;
}

function carried({ place, ...saying }: Saying, { counts }: Indicator, past: PastCount, round: PastRound): Read {
  const { id } = round.period;
  const carriedOver = { value: past.value, period: id, file: round.file, cells: past.cells };
  const finding = findingAt(place, 'number-unchanged', {
    message: `${said({ place, ...saying })}, đã lấy ${formatInteger(past.value)} ${countNoun(counts)} của kỳ ${id} (${sourceWords(past)})`,
    hint: 'Đối chiếu với đơn vị nếu thấy chưa hợp lý; số đã thay đổi thì nhập con số của kỳ này vào ô này',
    related: past.cells.map((ref) => ({ location: { kind: 'cell', ref }, note: `số liệu kỳ ${id}` })),
    facts: { value: past.value, previousPeriod: id, previousFile: round.file },
  });
  const value = { kind: 'value', value: past.value, raw: saying.text, ref: place.ref, carriedOver } as const;
  return { value, diagnostics: [finding] };
}

/** Why nothing can be taken from the round before; undefined when its number can. */
function takeFrom(
  saying: Saying,
  preceding: PrecedingRound | undefined,
  { round }: Reporter,
): PastRound | { readonly why: string; readonly hint: string } {
  if (preceding === undefined) return { why: 'không có kỳ trước nào để lấy số', hint: TYPE_NUMBER };
  const { id, closed } = preceding;
  if (closed === undefined) {
    return {
      why: `kỳ trước (${id}) chưa khóa nên số của kỳ đó còn có thể thay đổi`,
      hint: `${TYPE_NUMBER}; hoặc khóa kỳ trước bằng “tkcds close --period ${id}” rồi kiểm tra lại`,
    };
  }
  const isOther = saying.meaning === 'previous-month' && !isMonthBefore(closed, round.period.from);
  return isOther ? { why: `kỳ trước là ${id}, không phải tháng trước`, hint: TYPE_NUMBER } : closed;
}

/**
 * Reads a cell in which a unit says that its number is what it was (“giữ nguyên”); undefined when the cell says something else. It
 * is the number of the unit in the closed round just before, never another one: without it, where the number is counted anew in
 * each round, or when the file shows the unit another number, it is a finding and no value.
 */
export function readUnchanged(
  place: Place,
  indicator: Indicator,
  reporter: Reporter,
  shown: ShownBefore | undefined,
): Read | undefined {
  const text = place.cell?.value.kind === 'text' ? place.cell.value.text.normalize('NFC') : '';
  const meaning = saysUnchanged(text);
  if (meaning === undefined) return undefined;
  const saying = { place, text: rawText({ kind: 'text', text }), meaning };
  if (!outlastsRound(indicator)) {
    return reject(place, 'number-unchanged-in-round', {
      message: `${said(saying)} trong khi chỉ tiêu này đếm riêng cho từng kỳ, cần con số của kỳ này`,
      hint: `${TYPE_NUMBER}; trong kỳ không phát sinh thì nhập số 0`,
    });
  }
  const source = takeFrom(saying, reporter.round.preceding, reporter);
  if ('why' in source) return refused(saying, source.why, source.hint);
  const past = pastCount(source, reporter.unit.id, indicator.id);
  const { id } = source.period;
  if (past === undefined)
    return refused(saying, `kỳ ${id} không có số nào của đơn vị được tính ở chỉ tiêu này`, TYPE_NUMBER);
  const before = shown === undefined ? undefined : shownNumber(shown);
  if (shown !== undefined && before !== undefined && before !== past.value)
    return differs(saying, { ref: shown.ref, before }, past, id);
  return carried(saying, indicator, past, source);
}
