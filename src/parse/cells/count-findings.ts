import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import type { LooseNumber } from '../../vi/loose-number.ts';
import { formatInteger } from '../../vi/number.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { isRepeatable } from '../../vi/repeatable-words.ts';
import { quoteValue } from '../../vi/text.ts';
import { reject, rejectUnseen, type Place } from './cell-place.ts';
import { isTooLarge } from './count-limits.ts';

/** The answers that are no number, each with its finding: what stands there, what it may mean, whom to ask. */
type NoCount = Outcome<Answer<number>>;

const HINTS = {
  ask: 'Hỏi lại đơn vị con số chính xác rồi nhập chỉ con số đó vào ô này',
  digits: 'Nhập lại bằng chữ số vào ô này, chỉ một con số; phần giải thích viết vào cột ghi chú',
  one: 'Nhập chỉ một con số vào ô này, ghi chú viết vào cột ghi chú; nếu không có trường hợp nào thì nhập số 0',
  part: 'Nhập chỉ con số của mục này (12 trên 15 thì nhập 12), con số còn lại viết vào cột ghi chú',
  share: 'Nhập số lượng vào ô này, không nhập tỷ lệ phần trăm',
  format: 'Đổi định dạng của ô thành Số (Number) rồi nhập lại số lượng',
  tick: 'Nhập số lượng vào ô này; dấu đánh chọn chỉ dùng cho ô tình trạng',
} as const;

/** Why a text is no count: what it looks like, and what it may have been meant to say. */
interface Wording {
  readonly found: string;
  readonly hint: string;
  /** A reading to ask about, never to count. */
  readonly suggestion?: number | undefined;
  readonly question?: string | undefined;
}

function unreadable(place: Place, { found, hint, suggestion, question }: Wording, isSeen = true): NoCount {
  const asked = question ?? (suggestion === undefined ? undefined : formatInteger(suggestion));
  return (isSeen ? reject<number> : rejectUnseen<number>)(place, 'number-unreadable', {
    message: `${place.thing} ${found}, cần một số nguyên${asked === undefined ? '' : ` (có phải là ${asked}?)`}`,
    hint,
    facts: suggestion === undefined ? {} : { suggestion },
  });
}

/** What a text looks like that holds no clear number, before its quotation. */
function wordingOf(loose: LooseNumber): Wording {
  switch (loose.kind) {
    case 'words':
      return { found: 'ghi bằng chữ', hint: HINTS.digits, suggestion: loose.value };
    case 'about':
      return { found: 'ghi số ước chừng', hint: HINTS.ask, suggestion: loose.value };
    case 'power':
      return { found: 'ghi số dạng lũy thừa', hint: HINTS.digits, suggestion: loose.value };
    case 'pair': {
      const question = `${formatInteger(loose.first)} trên ${formatInteger(loose.second)}`;
      return { found: 'ghi hai con số', hint: HINTS.part, question };
    }
    case 'range':
      return { found: 'ghi một khoảng', hint: HINTS.ask };
    case 'share':
      return { found: 'ghi tỷ lệ', hint: HINTS.share };
    case 'noted':
      return { found: 'ghi', hint: HINTS.one, suggestion: loose.value };
    case 'unknown':
      return { found: 'ghi', hint: HINTS.one };
  }
}

/** A text that is no number. Words that may be somebody's name are not repeated, nor is what hides a telephone number. */
export function looseText(place: Place, text: string, loose: LooseNumber): NoCount {
  const { found, hint, suggestion, question } = wordingOf(loose);
  const isPersonal = maskPersonalData(text) !== text || isTooLarge(suggestion ?? 0);
  const reading = isPersonal ? {} : { suggestion, question };
  if (isRepeatable(text)) return unreadable(place, { found: `${found} ${quoteValue(text)}`, hint, ...reading });
  const kind = /\d/u.test(text) ? 'ghi cả chữ và số' : 'ghi chữ';
  return unreadable(place, { found: found === 'ghi' ? kind : found, hint, ...reading }, false);
}

/** `20/10/2025` where a count belongs, as a text or because the program made a date of it. */
export function dayForCount(place: Place, shown: string, isText: boolean): NoCount {
  const found = `${isText ? 'ghi' : 'hiện'} ngày ${quoteValue(shown)}`;
  return unreadable(place, { found, hint: isText ? HINTS.one : HINTS.format });
}

/** A number cell that shows a percentage. */
export function shareForCount(place: Place, shown: string): NoCount {
  return unreadable(place, { found: `hiện tỷ lệ ${quoteValue(shown)}`, hint: HINTS.format });
}

/** `TRUE` where a count belongs. */
export function otherForCount(place: Place, shown: string): NoCount {
  return unreadable(place, { found: `ghi ${quoteValue(shown)}`, hint: HINTS.one });
}

/** `x` where a count belongs: that something was done is not how often. */
export function tickForCount(place: Place, text: string): NoCount {
  return unreadable(place, { found: `chỉ có dấu đánh chọn ${quoteValue(text)}`, hint: HINTS.tick });
}

/** `007` */
export function paddedCount(place: Place, text: string, value: number): NoCount {
  const found = `ghi ${quoteValue(text)}, bắt đầu bằng số 0 như một mã số`;
  return unreadable(place, { found, hint: HINTS.one, suggestion: value });
}

/** “không”, “chưa có”: 0, or nothing done, or nothing known. */
export function noneForCount(place: Place, text: string): NoCount {
  return reject(place, 'number-says-none', {
    message: `${place.thing} ghi ${quoteValue(text)}, không rõ là số 0 hay là chưa làm, chưa có số liệu`,
    hint: 'Hỏi lại đơn vị: nếu không có trường hợp nào thì nhập số 0, nếu chưa làm hoặc chưa có số liệu thì để trống',
  });
}
