import { describe, expect, test } from 'vitest';
import type { Meaning } from '../../src/model/confirmation.ts';
import { identifierOf } from '../../src/parse/tables/row-identity.ts';
import { wordSenses } from '../../src/parse/word-senses.ts';
import { smallCommuneRound } from '../support/small-commune.ts';

const round = smallCommuneRound();
const senses = wordSenses(round);
const shown = (meanings: readonly Meaning[]): readonly string[] => meanings.map(({ kind, code }) => `${kind} ${code}`);

describe('what a text names', () => {
  test.each([
    ['TH01', ['unit TH01']],
    ['thôn  thượng', ['unit TH01']],
    ['CT 01', ['indicator CT01']],
    ['Số hộ được đến tận nhà hướng dẫn', ['indicator CT06']],
    ['II.3.1', ['task II.3-1']],
    ['Thực hiện truyền thông chủ đề Ngày Chuyển đổi số quốc gia năm 2025', ['task II.2-1', 'task II.5-1']],
    ['4. Số liệu (người)', ['heading Số liệu']],
    ['Số lượng', ['heading Số lượng']],
    ['SL', ['heading Số lượng']],
    ['Chỉ tiêu', ['heading Chỉ tiêu']],
    ['Kết quả', ['heading Kết quả thực hiện', 'heading Số liệu']],
    ['Xong', ['heading Đã hoàn thành']],
    ['Số lịu', []],
  ])('%s: %j', (text, meanings) => {
    expect(shown(senses.named(text))).toEqual(meanings);
  });

  test('an old unit has no code', () => {
    const from = round.period.from;
    const ref = { file: 'don-vi.xlsx', sheet: 'Sáp nhập', address: 'A2' };
    const merger = { name: 'Thôn Cũ', formerCommune: '', into: 'TH01', from, ref };
    expect(wordSenses({ ...round, mergers: [merger] }).named('Thôn Cũ')).toEqual([
      { kind: 'unit', code: '', name: 'Thôn Cũ' },
    ]);
  });
});

describe('what a text means already', () => {
  const value: Meaning = { kind: 'heading', code: 'Số liệu', name: 'Số liệu' };
  const result: Meaning = { kind: 'heading', code: 'Kết quả thực hiện', name: 'Kết quả thực hiện' };

  test('counts where the other word stands, too', () => {
    expect(shown(senses.others('Trạng thái', result))).toEqual(['heading Tình trạng']);
    expect(senses.others('Trạng thái', value)).toEqual([]);
    expect(shown(senses.others('CT02', value))).toEqual(['indicator CT02']);
  });

  test('is nothing new in the part of the file where it is understood', () => {
    expect(senses.isKnown('Kết quả', result)).toBe(true);
    expect(senses.isKnown('Kết quả', value)).toBe(true);
    expect(senses.isKnown('Số liêu', value)).toBe(false);
  });
});

test('another wording of a title is understood in the column of codes, too, if one entry only has it', () => {
  const entry = (code: string, ...aliases: readonly string[]) => ({
    id: code,
    code,
    titles: [`Tên ${code}`, ...aliases],
  });
  const { ofCode } = identifierOf([entry('CT01', 'CTO1', 'Số hộ'), entry('CT02', 'Số hộ')]);
  expect([ofCode('CTO1'), ofCode('Số hộ'), ofCode('Tên CT01')]).toEqual(['CT01', undefined, undefined]);
});
