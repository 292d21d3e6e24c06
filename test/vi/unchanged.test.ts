import { expect, test } from 'vitest';
import { saysUnchanged } from '../../src/vi/unchanged.ts';

test.each([
  'giữ nguyên',
  'Giữ nguyên.',
  'GIU NGUYEN',
  'giử nguyên',
  '“giữ nguyên”',
  '(giữ nguyên)',
  'Vẫn giữ nguyên',
  'giữ nguyên như kỳ trước',
  'giữ nguyên số liệu kỳ trước',
  'như kỳ trước',
  'như kì trước',
  'nhu ky truoc',
  'bằng kỳ trước',
  'như báo cáo trước',
  'như kỳ báo cáo trước',
  'không thay đổi',
  'Khong thay doi',
  'ko đổi',
  'không đổi',
  'không có gì thay đổi',
  'không thay đổi so với kỳ trước',
  'ko thay doi so voi lan truoc',
  'chưa thay đổi',
  'không biến động',
  'như cũ',
  'giữ nguyên như cũ',
])('“%s” means the round before', (text) => {
  expect(saysUnchanged(text)).toBe('previous-round');
});

test.each(['như tháng trước', 'bằng tháng trước', 'không đổi so với tháng trước', 'nhu thang truoc'])(
  '“%s” means the month before',
  (text) => {
    expect(saysUnchanged(text)).toBe('previous-month');
  },
);

test.each([
  '',
  'không',
  'không có',
  'giữ',
  'nguyên',
  'đổi',
  'thay đổi',
  'có thay đổi',
  'kỳ trước',
  'như trên',
  'giữ nguyên 510',
  '510 (giữ nguyên)',
  'giữ nguyện',
  'tăng so với kỳ trước',
  'như năm trước',
  'giữ nguyên, trừ hai người mới chuyển đến',
])('“%s” says nothing of the kind', (text) => {
  expect(saysUnchanged(text)).toBeUndefined();
});
