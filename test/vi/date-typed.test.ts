import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, formatDecreeDate } from '../../src/vi/date.ts';
import { readTypedDate, type TypedDate } from '../../src/vi/typed-date.ts';

const fifth = { kind: 'day', day: 5, month: 11, year: 2025 } as const;

describe('readTypedDate', () => {
  test.each([
    ...[
      '05/11/2025',
      '5/11/25',
      '5.11.25',
      '5-11-2025',
      '05 / 11 / 2025',
      '05/11/2025 ',
      '05/11/2025.',
      '5 11 2025',
      '5\\11\\2025',
    ],
    ...[
      '０５／１１／２０２５',
      '5/11/2025 14:30',
      '14h30, 5/11/2025',
      '5/11/2025 2:30:00 CH',
      '05/11/2025 08h',
      '5/11/2025 8 giờ 30 phút',
    ],
    ...['Thứ Tư, 5/11/2025', 'thứ 4 5/11/2025', 'T4, 5/11/2025', 'Chủ nhật 5/11/2025'],
  ])('%j is a day by custom only', (text) => expect(readTypedDate(text)).toEqual({ ...fifth, isSwappable: true }));

  test.each([
    ...[
      'ngày 5 tháng 11 năm 2025',
      'Ngày 05 tháng 11 năm 2025',
      'NGÀY 05 THÁNG 11 NĂM 2025',
      '5 tháng 11, 2025',
      '5 tháng 11 năm 2025.',
    ],
    ...[
      'ngày 5/11/2025',
      'ngày 5/11 năm 2025',
      'Suối Mây, ngày 05 tháng 11 năm 2025',
      '14h30 ngày 5/11/2025',
      'thứ tư ngày 5/11/2025',
    ],
    ...[
      '2025-11-05',
      '2025/11/5',
      '2025.11.05',
      '2025-11-05T00:00:00',
      '2025-11-05 07:00',
      '5-Nov-25',
      'Nov 5, 2025',
      '05-Thg11-25',
    ],
    'ngày 5 tháng 11 năm 2025'.normalize('NFD'),
  ])('%j is that day and no other', (text) => expect(readTypedDate(text)).toEqual({ ...fifth, isSwappable: false }));

  test.each<[string, TypedDate]>([
    ['31/02/2025', { kind: 'day', isSwappable: true, day: 31, month: 2, year: 2025 }],
    ['11/25/2025', { kind: 'day', isSwappable: true, day: 11, month: 25, year: 2025 }],
    ['5/11/2568', { kind: 'day', isSwappable: true, day: 5, month: 11, year: 2568 }],
    ['05/11/99', { kind: 'day', isSwappable: true, day: 5, month: 11, year: 99 }],
    ['25-11-05', { kind: 'day', isSwappable: true, day: 25, month: 11, year: 5 }],
    ['05/11', { kind: 'day-of-month', day: 5, month: 11 }],
    ['ngày 5 tháng 11', { kind: 'day-of-month', day: 5, month: 11 }],
    ['10/2025', { kind: 'month', month: 10, year: 2025 }],
    ['2025-10', { kind: 'month', month: 10, year: 2025 }],
    ['tháng 10 năm 2025', { kind: 'month', month: 10, year: 2025 }],
    ['tháng 10', { kind: 'month', month: 10, year: undefined }],
    ['năm 2025', { kind: 'year', year: 2025 }],
    ['2025', { kind: 'year', year: 2025 }],
    ['10/10 - 12/10/2025', { kind: 'days', last: { kind: 'day', isSwappable: true, day: 12, month: 10, year: 2025 } }],
    ['01-31/10/2025', { kind: 'days', last: { kind: 'day', isSwappable: true, day: 31, month: 10, year: 2025 } }],
    ['từ 05/10 đến hết 12/10', { kind: 'days', last: { kind: 'day-of-month', day: 12, month: 10 } }],
  ])('%j', (text, expected) => expect(readTypedDate(text)).toEqual(expected));

  test.each([
    ...['…/…/……', 'ngày …/…/……', '…/…/2025', '__/__/____', 'ngày ..... tháng ..... năm 2025', 'ngày … tháng …'],
    ...['ngày     tháng     năm 2025', 'ngày tháng năm', 'dd/mm/yyyy', 'ngày/tháng/năm'],
  ])('%j is a dotted line that nobody has filled in', (text) =>
    expect(readTypedDate(text)).toEqual({ kind: 'unfilled' }),
  );

  test.each([
    ...[
      '',
      '…',
      '-',
      'hôm qua',
      'đầu tháng 11',
      '20251105',
      '05112025',
      '05/11/2025, 06/11/2025',
      'x/11/2025',
      '5/11/2025 (dự kiến)',
    ],
    ...['1.2.3', '2025-11-05-01', '5 foo 2025', 'ngày 5', '1/2/3/2025', '12:30'],
  ])('%j is no date', (text) => expect(readTypedDate(text)).toEqual({ kind: 'not-a-date' }));

  test('a printed date reads back as itself', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split('-').map(Number);
          for (const text of [iso, formatDate(iso), formatDecreeDate(iso)]) {
            expect(readTypedDate(text)).toMatchObject({ kind: 'day', year, month, day });
          }
        },
      ),
    ));

  test('reads any text, and long ones soon', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(fc.constantFrom('ngày', '…', '/', ' ', '.', '5', '-', 'tháng'), { maxLength: 3000 })
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const { kind } = readTypedDate(text);
          if (!/[\p{Nd}…._]/u.test(text) && kind !== 'not-a-date') expect(text.toLowerCase()).toMatch(/n|d/u);
        },
      ),
    ));
});
