import { expect, test } from 'vitest';
import { saysNothing } from '../../src/vi/nothing.ts';

test.each([
  '',
  ' – ',
  'Không',
  'không.',
  'Ko có',
  'Chưa có',
  'nil',
  'Không có gì',
  'Không có khó khăn, vướng mắc gì ạ',
  'Chưa có đề xuất, kiến nghị',
])('%j says that there is nothing', (text) => expect(saysNothing(text)).toBe(true));

test.each(['Sóng yếu', 'Không có máy tính', 'Chưa có kinh phí', 'Có', 'Đề xuất thêm máy', 'Khó khăn', '0'])(
  '%j says something',
  (text) => expect(saysNothing(text)).toBe(false),
);
