import { expect, test } from 'vitest';
import { isRepeatable } from '../../src/vi/repeatable-words.ts';

test.each([
  ...[
    'ba trăm hai mươi',
    'một nghìn hai trăm linh năm',
    'nhiều',
    'khoảng 500 người',
    '12 (3 nữ)',
    '5 (dự kiến)',
    '???',
    '',
  ],
  ...[
    'hôm qua',
    'đầu tháng 11',
    'Thứ Tư',
    'Đã hoàn thành',
    'chưa tổng hợp',
    'trung bình 20',
    'NHIỀU',
    'nhiều'.normalize('NFD'),
  ],
])('%j may be repeated', (text) => expect(isRepeatable(text)).toBe(true));

test.each([
  ...[
    'Nguyễn Văn A',
    'nguyễn văn a',
    'NGUYỄN VĂN A',
    'Ông Ba',
    'Linh',
    'Trung',
    'Đạt',
    'Mai',
    'Thành Đạt',
    'Bình 12',
    'a@b.vn',
  ],
  ...['Nguye\u0302\u0303n', 'Lan 500', 'tổ ông Hai'],
])('%j may be somebody’s name', (text) => expect(isRepeatable(text)).toBe(false));
