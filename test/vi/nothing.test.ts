import { expect, test } from 'vitest';
import { isTick, saysNone, saysNothing } from '../../src/vi/nothing.ts';

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

test.each([
  'không',
  'Không có',
  'ko',
  'chưa',
  'Chưa thống kê',
  'không có trường hợp nào',
  'Không phát sinh',
  'không có hộ nào',
])('%j may mean 0 or that nothing is known', (text) => expect(saysNone(text)).toBe(true));

test.each(['', '0', '-', 'có', 'không dưới 20', 'không trăm', 'Không có máy tính', 'nhiều'])(
  '%j does not say that there is none',
  (text) => expect(saysNone(text)).toBe(false),
);

test.each(['x', 'X', ' x ', 'xx', '[x]', '✓', '✔', '☑', '×', 'v', 'Ｘ', '√'])('%j is a tick', (text) =>
  expect(isTick(text)).toBe(true),
);

test.each(['', 'xong', '-', '1', 'x1', 'có', 'vv…', 'ok'])('%j is no tick', (text) => expect(isTick(text)).toBe(false));
