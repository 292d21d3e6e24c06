import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renderStatusPage, type InlineSource } from '../../src/render/html/status-page.ts';
import { pastRounds } from '../support/past-rounds.ts';
import { mixed } from '../compose/support/mixed-round.ts';
import { aModel, monthly, report, signatures, villageOne, villageTwo } from '../compose/support/model.ts';

function source(name: string): InlineSource {
  const text = readFileSync(new URL(`../../templates/pages/${name}`, import.meta.url), 'utf8');
  return { text, sha256: createHash('sha256').update(text).digest('base64') };
}

const context = { programVersion: '1.2.3', style: source('tinh-hinh.css'), script: source('tinh-hinh.js') };

function pageOf(draft: Parameters<typeof aModel>[0]): string {
  return renderStatusPage(aModel(draft), context);
}

/** The words of the page, without style, script and tags. */
function wordsOf(page: string): string {
  return page
    .replace(/<(style|script)>[^]*?<\/\1>/gu, '')
    .replace(/<title>[^]*?<\/title>/gu, '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ');
}

describe('the page', () => {
  const page = pageOf({ ...mixed, issuer: 'UBND xã Suối Mây' });

  test('says who, which period, until when and how long that is', () => {
    expect(wordsOf(page)).toMatch(
      /UBND xã Suối Mây Tình hình nộp báo cáo kỳ 2025-10 .* Hạn nộp: trước ngày 10\/11\/2025 ✗ đã quá hạn 3 ngày Tính đến ngày 12\/11\/2025/u,
    );
  });

  test('has the counts of the round', () => {
    const words = wordsOf(page);
    expect(words).toMatch(
      /Phải nộp 7 Đã nộp 5 71,4% Đúng hạn 3 42,9% Nộp muộn 1 và 1 không rõ ngày Chưa nộp 1 Chưa sử dụng được 1/u,
    );
    expect(words).toContain('TH02 Thôn Trung Thôn ▲ nộp muộn 10/11/2025 *');
    expect(words).toContain('TR01 Trường Tiểu học Suối Mây Trường học ! chưa sử dụng được');
    expect(words).toContain('VP01 Văn phòng HĐND và UBND xã Văn phòng HĐND và UBND ✗ chưa nộp');
    expect(words).toContain('đúng hạn (2 tệp khác nhau, chưa tính)');
    expect(words).toContain('Tệp chưa rõ của đơn vị nào: “anh-chup.xlsx”');
  });

  test('ranks the villages beside the target, and says why one has no bar', () => {
    const words = wordsOf(page);
    expect(words).toMatch(
      /Cả xã 44,7% 805\/1\.800 ✗ chưa đạt TH01 Thôn Thượng 50,5% 505\/1\.000 ✓ đạt TH02 Thôn Trung 37,5%/u,
    );
    expect(words).toContain('TH03 Thôn Hạ chưa tính được vì có lỗi');
    expect(page).toContain('<title>Thôn Thượng: 50,5%, đạt mức trên 50%</title>');
    expect(page).toContain('<line class="target" x1="50.00%"');
  });

  test('needs nothing from outside, and says so to the browser', () => {
    expect(page).not.toMatch(/https?:|<link(?! rel="icon" href="data:,")|@import|@font-face|<img|<iframe/u);
    expect(page).not.toMatch(/ on[a-z]+=| style=/u);
    const policy = `default-src 'none'; style-src 'sha256-${context.style.sha256}'; script-src 'sha256-${context.script.sha256}'`;
    expect(page).toContain(policy);
    for (const { text } of [context.style, context.script]) expect(text).not.toContain('</');
  });

  test('is the same every time', () => {
    expect(pageOf({ ...mixed, issuer: 'UBND xã Suối Mây' })).toBe(page);
  });
});

test('what people have typed is text', () => {
  const name = `<img src=x onerror="alert(1)">'&`;
  const hostile = { ...villageOne, name, id: 'TH"01' };
  const page = pageOf({
    issuer: '</title><script>alert(1)</script>',
    units: [hostile, villageTwo],
    arrivals: [signatures(hostile, 1000, 605), report(villageTwo, { file: 'TH02 012345678901.xlsx' })],
  });
  expect(page).not.toContain('<img');
  expect(page.match(/<script/gu)).toHaveLength(1);
  expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&#39;&amp;');
  expect(page).toContain('TH&quot;01');
  expect(page).not.toContain('012345678901');
});

test('a unit that is called by a telephone number is not', () => {
  const unit = { ...villageOne, name: 'Thôn Thượng 0912 345 678' };
  const page = pageOf({ units: [unit], arrivals: [] });
  expect(page).toContain('Thôn Thượng ••••');
});

test.each([
  ['an empty register', { units: [], arrivals: [] }],
  ['a round without tasks', { directive: monthly, arrivals: [] }],
])('%s has a page, too', (_what, draft) => {
  const page = pageOf(draft);
  expect(page).toContain('Tình hình nộp báo cáo kỳ');
  expect(page).not.toMatch(/NaN|undefined|Infinity/u);
});

describe('with earlier rounds', () => {
  const rows = [
    ['2025-08', 'TH01', 'CT01', '1.000'],
    ['2025-08', 'TH01', 'CT02', '400'],
    ['2025-09', 'TH01', 'CT01', '1.000'],
    ['2025-09', 'TH01', 'CT02', '450'],
    ['2025-09', 'TH03', 'CT01', '640'],
    ['2025-09', 'TH03', 'CT02', '320'],
  ];
  const history = pastRounds(rows, aModel().round.directive);
  const arrivals = [signatures(villageOne, 1000, 505), signatures(villageTwo, 800, 400)];
  const page = pageOf({ arrivals, history });

  test('every unit has the share of the round before, the change, and its course in words', () => {
    const words = wordsOf(page);
    expect(words).toContain('TH01 Thôn Thượng 50,5% 505/1.000 ✓ đạt 45,0% ▲ +5,50 điểm phần trăm');
    expect(words).toMatch(/TH03 Thôn Hạ chưa có báo cáo 50,0%/u);
    expect(page).toContain('<title>Thôn Thượng qua các kỳ: 2025-08: 40,0%; 2025-09: 45,0%; 2025-10: 50,5%</title>');
    expect(page).toContain(
      '<title>Thôn Hạ qua các kỳ: 2025-08: không có số liệu; 2025-09: 50,0%; 2025-10: không có số liệu</title>',
    );
  });

  test('what no earlier round says is blank', () => {
    const row = /<tr class="unit"><th scope="row"><span class="code">TH02<.*?<\/tr>/su.exec(page)?.[0];
    expect(row).toContain(
      '<td class="number" data-label="Kỳ 2025-09"></td><td class="number" data-label="Thay đổi"></td>',
    );
  });

  test('the whole is compared over the units of both rounds, and says so', () => {
    expect(wordsOf(page)).toContain(
      '* So với kỳ 2025-09, thay đổi của cả xã tính trên 1 thôn có số liệu ở cả hai kỳ; kỳ 2025-10, các thôn đó đạt 50,5%',
    );
    const all = pageOf({ arrivals: [signatures(villageOne, 1000, 505)], history });
    expect(wordsOf(all)).not.toContain('* So với');
  });

  test('a course with a gap is drawn with one', () => {
    const gap = pastRounds(
      [...rows, ['2025-07', 'TH02', 'CT01', '800'], ['2025-07', 'TH02', 'CT02', '160']],
      aModel().round.directive,
    );
    const drawn = pageOf({ arrivals, history: gap.toSorted((a, b) => (a.period.id < b.period.id ? -1 : 1)) });
    const course = /Thôn Trung qua các kỳ.*?<path class="course" d="([^"]*)"/su.exec(drawn)?.[1];
    expect(course).toMatch(/^M[\d.]+ [\d.]+M[\d.]+ [\d.]+$/u);
  });
});
