import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { judgeRound } from '../../src/workspace/judge-round.ts';
import { openRound } from '../../src/workspace/open-round.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { statusText } from '../../src/workspace/write-status.ts';
import { runIn } from '../cli/support/run-in-process.ts';
import { pastRounds } from '../support/past-rounds.ts';
import { day } from '../support/small-commune.ts';
import { readHere } from '../workspace/support/read-here.ts';
import { startBrowser, type Browser, type Page } from './support/browser.ts';
import { pagesOf } from './support/pdf.ts';

/**
 * The page of `tkcds status --format html` in a real browser, as the chairman sees it: the sample commune's round with 47 units.
 * Its numbers are those of the text that `tkcds status` prints.
 */
const folder = mkdtempSync(join(tmpdir(), 'tkcds-trang-'));
const page = join(folder, 'tình hình.html');
const url = pathToFileURL(page).href;
let browser: Browser;

beforeAll(async () => {
  cpSync(new URL('../../fixtures/large-commune/workspace', import.meta.url), folder, { recursive: true });
  const { code } = await runIn(folder, 'status', '--as-of', '12/11/2025', '--out', page);
  expect(code).toBe(1);
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(width = 1366, height = 768): Promise<Page> {
  const fresh = await browser.newPage();
  await fresh.open(url, width, height);
  return fresh;
}

const SHOWN = `document.getElementById('shown').textContent`;
const VISIBLE = `[...document.querySelectorAll('#units tbody tr')].filter((row) => row.checkVisibility()).length`;
const FIRST_CODE = `[...document.querySelectorAll('#units tbody tr')].find((row) => row.checkVisibility()).cells[0].textContent`;

/** Everything that reaches beyond the screen. */
const WIDE = `[...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth && !one.closest('svg')).map((one) => one.outerHTML)`;
/** Everything whose text does not fit into it. */
const CUT = `[...document.querySelectorAll('td, th, dd, p, h1, h2, label')].filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline').map((one) => one.textContent)`;

test('loads without a request and without a complaint', async () => {
  const fresh = await opened();
  expect(await fresh.value('document.title')).toBe('Tình hình nộp báo cáo kỳ 2025-10 – UBND xã Đồng Trăng');
  expect(await fresh.value(SHOWN)).toBe('Đang hiện 47 trong 47 đơn vị');
  expect([fresh.requests(), fresh.complaints()]).toEqual([[], []]);
});

test('runs no script and loads nothing that is put into it later', async () => {
  const text = readFileSync(page, 'utf8');
  const stranger =
    '<script>document.title = "!"</script><img src="https://example.invalid/a.png" onerror="document.title = 1">';
  const changed = join(folder, 'changed.html');
  writeFileSync(changed, text.replace('<main>', `<main>${stranger}`));
  const fresh = await browser.newPage();
  await fresh.open(pathToFileURL(changed).href, 1366, 768);
  expect(await fresh.value('document.title')).toContain('Tình hình');
  expect(fresh.complaints().join()).toContain('Content Security Policy');
  expect(await fresh.value(SHOWN)).toBe('Đang hiện 47 trong 47 đơn vị');
});

test.each([
  [1366, 768],
  [1920, 1080],
  [1024, 768],
  [390, 844],
  [320, 640],
])('%i × %i: nothing is wider than the screen', async (width, height) => {
  const fresh = await opened(width, height);
  expect(await fresh.value(WIDE)).toEqual([]);
  expect(await fresh.value('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await fresh.value(CUT)).toEqual([]);
});

describe('by keyboard alone', () => {
  test('filters and says how many are left', async () => {
    const fresh = await opened();
    await fresh.press('Tab');
    expect(await fresh.value('document.activeElement.textContent')).toBe('Đến bảng từng đơn vị');
    await fresh.press('Enter', 'Tab');
    expect(await fresh.value('document.activeElement.id')).toBe('wanted');
    expect(await fresh.value('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await fresh.type('truong dinh');
    expect(await fresh.value(SHOWN)).toBe('Đang hiện 2 trong 47 đơn vị');
    expect(await fresh.value(VISIBLE)).toBe(2);
    await fresh.type(' 99');
    expect(await fresh.value(SHOWN)).toBe('Không có đơn vị nào phù hợp');
  });

  test('chooses type, status and faulty units, and clears', async () => {
    const fresh = await opened();
    await fresh.press('Tab', 'Enter', 'Tab', 'Tab', 'ArrowDown');
    expect(await fresh.value(SHOWN)).toBe('Đang hiện 22 trong 47 đơn vị');
    await fresh.press('Tab', 'Tab', 'Space');
    expect(await fresh.value(SHOWN)).toBe('Đang hiện 10 trong 47 đơn vị');
    await fresh.press('Tab', 'Enter');
    expect(await fresh.value(SHOWN)).toBe('Đang hiện 47 trong 47 đơn vị');
    expect(await fresh.value('document.activeElement.id')).toBe('wanted');
    await fresh.press('Tab', 'Tab', 'ArrowDown', 'ArrowDown');
    expect(await fresh.value(`document.getElementById('status').selectedOptions[0].textContent`)).toBe('nộp muộn (3)');
    expect(await fresh.value(VISIBLE)).toBe(3);
  });

  test('sorts a column, and back', async () => {
    const fresh = await opened();
    await fresh.press('Tab', 'Enter', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    await fresh.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
    expect(await fresh.value('document.activeElement.textContent')).toBe('Lỗi');
    await fresh.press('Enter', 'Enter');
    expect(await fresh.value(`document.activeElement.closest('th').getAttribute('aria-sort')`)).toBe('descending');
    const errors = `[...document.querySelectorAll('#units tbody tr')].map((row) => Number(row.dataset.errors))`;
    const sorted = await fresh.value(errors);
    expect(sorted).toEqual([...(sorted as number[])].sort((a, b) => b - a)); // numbers, as the expression says
    await fresh.value(`document.getElementById('clear').click()`);
    expect(await fresh.value(FIRST_CODE)).toBe('TH01');
  });
});

test('everything that can be used has a name, and every bar says its figures in words', async () => {
  const fresh = await opened();
  await fresh.send('Accessibility.enable');
  const { nodes } = (await fresh.send('Accessibility.getFullAXTree')) as {
    nodes: { ignored: boolean; role?: { value: string }; name?: { value: string } }[];
  }; // the protocol's own shape
  const shown = nodes.filter(({ ignored }) => !ignored);
  const named = shown.filter(({ role }) =>
    /^(?:button|searchbox|combobox|checkbox|image|img|table|link)$/u.test(role?.value ?? ''),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ name }) => (name?.value ?? '') === '')).toEqual([]);
  const names = named.map(({ name }) => name?.value);
  expect(names).toContain(
    'Các thôn: 19 đúng hạn, 1 muộn hoặc không rõ ngày, 2 chưa nộp, 0 chưa sử dụng được, trong 22 phải nộp',
  );
  expect(names).toContain('Thôn Năm: 50,0%, chưa đạt mức trên 50%');
});

test('all text stands out from its ground', async () => {
  const fresh = await opened();
  const faint = await fresh.value(`(() => {
    const parts = (color) => color.match(/[\\d.]+/g).map(Number);
    const light = (color) => {
      const [r, g, b] = parts(color).map((part) => { const s = part / 255; return s <= 0.03928 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4; });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = (one) => { for (let at = one; at; at = at.parentElement) { const c = getComputedStyle(at).backgroundColor; if (parts(c)[3] !== 0) return c; } return 'rgb(255, 255, 255)'; };
    return [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '') && !one.closest('svg, script')).filter((one) => {
      const [a, b] = [light(getComputedStyle(one).color), light(ground(one))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
    }).map((one) => one.outerHTML);
  })()`);
  expect(faint).toEqual([]);
});

test('without scripts every unit is there and no dead filter', async () => {
  const fresh = await browser.newPage();
  await fresh.send('Emulation.setScriptExecutionDisabled', { value: true });
  await fresh.open(url, 1366, 768);
  expect(await fresh.value(VISIBLE)).toBe(47);
  expect(await fresh.value(`document.getElementById('filters').checkVisibility()`)).toBe(false);
  expect(await fresh.value(SHOWN)).toBe('47 đơn vị');
});

describe('with earlier rounds', () => {
  const past = join(folder, 'past.html');

  beforeAll(async () => {
    const opened = await openRound(openWorkspace(folder), { period: undefined, asOf: day('2025-11-12') }, readHere);
    const { rows = [], numerator, denominator } = (await judgeRound(opened, readHere)).model.coverages[0] ?? {};
    const codes = [numerator?.code ?? '', denominator?.code ?? ''];
    // Not every unit in every round, so that there are gaps.
    const table = ['2025-07', '2025-08', '2025-09'].flatMap((period, round) =>
      rows.flatMap(({ unit }, index) =>
        (index + round) % 5 === 0
          ? []
          : codes.map((code, side) => [period, unit.id, code, String(side === 0 ? 300 + 40 * round : 1000)]),
      ),
    );
    const history = pastRounds(table, opened.round.directive);
    const { model } = await judgeRound({ ...opened, round: { ...opened.round, history } }, readHere);
    writeFileSync(past, await statusText(model, 'html'));
  });

  test.each([
    [1366, 768],
    [1024, 768],
    [390, 844],
    [320, 640],
  ])('%i × %i: nothing is wider than the screen or cut off', async (width, height) => {
    const fresh = await browser.newPage();
    await fresh.open(pathToFileURL(past).href, width, height);
    expect(await fresh.value(WIDE)).toEqual([]);
    expect(await fresh.value(CUT)).toEqual([]);
    expect(await fresh.value(`document.querySelectorAll('svg.trend').length`)).toBe(23);
    expect([fresh.requests(), fresh.complaints()]).toEqual([[], []]);
  });

  test('every small line says its figures in words', async () => {
    const fresh = await browser.newPage();
    await fresh.open(pathToFileURL(past).href, 1366, 768);
    await fresh.send('Accessibility.enable');
    const { nodes } = (await fresh.send('Accessibility.getFullAXTree')) as {
      nodes: { ignored: boolean; name?: { value: string } }[];
    }; // the protocol's own shape
    const names = nodes.flatMap(({ ignored, name }) => (ignored || name === undefined ? [] : [name.value]));
    expect(names).toContain('Thôn Năm qua các kỳ: 2025-07: 30,0%; 2025-08: 34,0%; 2025-09: 38,0%; 2025-10: 50,0%');
  });
});

test('on paper: headings on every page of the table, no filters', async () => {
  const fresh = await opened();
  const { data } = await fresh.send('Page.printToPDF', { preferCSSPageSize: true });
  const pdf = join(folder, 'page.pdf');
  writeFileSync(pdf, Buffer.from(String(data), 'base64'));
  const pages = await pagesOf(pdf);
  const withUnits = pages.filter((text) => /[A-Z]{2}\d\d .*\d\d\/11\/2025/u.test(text));
  expect(withUnits.length).toBeGreaterThan(1);
  for (const text of withUnits) expect(text).toMatch(/Mã +Đơn vị +Loại +Tình trạng/u);
  expect(pages.join('')).not.toMatch(/Tìm đơn vị|Bỏ lọc/u);
});
