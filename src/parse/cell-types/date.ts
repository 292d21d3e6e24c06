import type { Outcome } from '../../model/diagnostic.ts';
import type { Answer } from '../../model/located.ts';
import { plainDate, type PlainDate } from '../../model/plain-date.ts';
import { parseVietnameseDate, partsOfSerial } from '../../vi/date.ts';
import { quoteValue } from '../../vi/text.ts';
import { accept, readOpen, reject, type OpenValue, type Place } from '../cell-place.ts';
import { rawText } from '../raw-text.ts';

/** The serials of 1 January 2000 and 31 December 2099: a bare number between them in a date's cell has lost its format. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 73_050;

const TIME_OF_DAY = /[\s,]+\d{1,2}(?::\d{2}){1,2}\s*$/u;

/**
 * A calendar day (ngày), typed day first or as the program's own date. A text is never read month first: where day and
 * month could be swapped, the activity window tells, and that is a rule's business.
 */
export function readDate(place: Place): Outcome<Answer<PlainDate>> {
  return readOpen(place, (value) => {
    const date = dateOf(value);
    if (date !== undefined) return accept(place, date);
    return reject(place, 'date-unreadable', {
      message: `${place.thing} ghi ${quoteValue(rawText(value))}, cần một ngày có thật dạng ngày/tháng/năm`,
      hint: 'Nhập lại một ngày theo dạng dd/mm/yyyy, ví dụ 05/11/2025',
    });
  });
}

function dateOf(value: OpenValue): PlainDate | undefined {
  switch (value.kind) {
    case 'text': {
      const parts = parseVietnameseDate(value.text.replace(TIME_OF_DAY, '').replace(/[.,;]+$/u, ''));
      return parts === undefined ? undefined : plainDate(parts.year, parts.month, parts.day);
    }
    case 'number': {
      const isSerial = value.isDate || (value.number >= FIRST_SERIAL && value.number < LAST_SERIAL + 1);
      const parts = isSerial && !value.isPercent ? partsOfSerial(value.number) : undefined;
      return parts === undefined ? undefined : plainDate(parts.year, parts.month, parts.day);
    }
    case 'boolean':
      return undefined;
  }
}
