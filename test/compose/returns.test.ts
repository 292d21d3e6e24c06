import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corrections, inFreshForm } from '../../src/compose/returns/corrections.ts';
import { returnMessage } from '../../src/compose/returns/message.ts';
import { hintForUnit, isForUnit } from '../../src/compose/returns/unit-hints.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { aCorrection } from '../render/returned-xlsx/support/returned.ts';
import { smallCommuneRound } from '../support/small-commune.ts';

const PAGES = new URL('../../docs/rules/', import.meta.url);

/** Every hint in the examples of the rule pages, with its rule. */
const hints = readdirSync(PAGES).flatMap((page) => {
  const text = readFileSync(new URL(page, PAGES), 'utf8');
  return [...text.matchAll(/ · (?:cảnh báo|lỗi) · ([\w-]+)\n {2}.*\n {2}→ (.*)/gu)].map(
    ([, rule = '', hint = '']) => [rule, hint] as const,
  );
});

describe('a hint for the unit', () => {
  test('there are hints to look at', () => {
    expect(hints.length).toBeGreaterThan(200);
  });

  test.each([
    ...new Map(
      hints.filter(([rule]) => isForUnit(rule) && !/^(?:format|directive|register|settings|template)-/u.test(rule)),
    ),
  ])('%s: speaks to the unit, not to the commune', (rule, hint) => {
    const said = hintForUnit(rule, hint);
    expect(said).not.toMatch(/tkcds|don-vi\.xlsx|cán bộ xã|thư mục làm việc/u);
    expect(said).toMatch(/^\p{Lu}/u);
    expect(said).not.toMatch(/[.;]$/u);
  });

  test('a clause for the commune falls out, the rest stays', () => {
    const hint =
      'Sửa ô D2 thành “Số liệu” như trong biểu mẫu; nếu đúng là vậy, cán bộ xã chỉ cần xác nhận một lần: tkcds confirm "a" "b"';
    expect(hintForUnit('heading-unknown', hint)).toBe('Sửa ô D2 thành “Số liệu” như trong biểu mẫu');
  });
});

const found = (change: Partial<Diagnostic>): Diagnostic => ({
  rule: 'number-unreadable',
  severity: 'error',
  message: 'sai',
  hint: 'Sửa lại',
  location: { kind: 'cell', ref: { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D9' } },
  related: [],
  facts: {},
  ...change,
});

describe('what a unit is asked', () => {
  test('errors first; no remarks, nothing that only the commune can mend', () => {
    const asked = corrections(
      [
        found({ severity: 'warning', message: 'một' }),
        found({ severity: 'info' }),
        found({ rule: 'submission-repeated', location: { kind: 'file', file: 'TH01.xlsx' } }),
        found({ message: 'hai', location: { kind: 'file', file: 'TH01.xlsx' } }),
      ],
      () => '0912345678 và 12a',
    );
    expect(asked.map(({ message, place, found: value }) => [message, place?.address, value])).toEqual([
      ['hai', undefined, ''],
      ['một', 'D9', '“•••• và 12a”'],
    ]);
  });

  test('in a fresh form without the same cell it keeps its place in the file sent', () => {
    const [one] = inFreshForm([aCorrection('D9')], undefined, undefined);
    expect(one?.place).toEqual({ sheet: 'Trang', address: 'D9', isHere: false });
  });
});

describe('the message', () => {
  const request = {
    round: smallCommuneRound(),
    unitName: 'Thôn Thượng',
    file: 'TH01.xlsx',
    workbook: 'TH01-can-sua.xlsx',
    workbookKind: 'copy',
  } as const;
  const long = aCorrection('D9', { message: 'rất dài '.repeat(60) });

  test.each([1, 3, 4, 300])('of %i things has at most 600 characters', (count) => {
    const text = returnMessage({
      ...request,
      unitName: 'Trường '.repeat(40),
      file: 'a'.repeat(200),
      corrections: Array.from({ length: count }, () => long),
    });
    expect(Array.from(text).length).toBeLessThanOrEqual(600);
    expect(text.split('\n').filter((line) => /^\d\. /u.test(line))).toHaveLength(Math.min(3, count));
    expect(text.includes(`Còn ${String(count - 3)} chỗ khác`)).toBe(count > 3);
  });

  test('shows no number of a person', () => {
    const text = returnMessage({
      ...request,
      file: 'báo cáo 0912345678.xlsx',
      corrections: [aCorrection('D9', { message: 'ghi 0912345678' })],
    });
    expect(text).not.toContain('0912345678');
  });
});
