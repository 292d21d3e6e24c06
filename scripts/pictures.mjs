// `npm run pictures`: the pictures of the guide in docs/hinh, of the sample commune. Needs soffice, pdftoppm and chromium.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'docs/hinh');
const ROUND = ['--period', '2025-10', '--as-of', '12/11/2025', '--quiet'];
/** A picture that is larger makes the guide slow to open and the package heavy. */
const MOST_BYTES = 120_000;

const work = mkdtempSync(join(tmpdir(), 'tkcds-pictures-'));
const commune = join(work, 'commune');
const results = join(commune, 'ket-qua/2025-10');
const REGISTER_SHEET = 'Đơn vị';

/** Runs a program; fails when it does. */
function run(program, words, allowed = [0]) {
  const { status, error, stderr } = spawnSync(program, words, { cwd: commune, encoding: 'utf8' });
  if (error !== undefined || !allowed.includes(status ?? -1)) {
    throw new Error(`${program} ${words.join(' ')}: ${error?.message ?? stderr}`);
  }
}

const tkcds = (...words) => run(process.execPath, [join(ROOT, 'bin/tkcds.js'), '--no-log', ...words, ...ROUND], [0, 1]);

/** The PDF of an office file. */
function pdfOf(file) {
  const words = ['--headless', `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`];
  const out = mkdtempSync(join(work, 'pdf-'));
  run('soffice', [...words, '--convert-to', 'pdf', '--outdir', out, file]);
  const [name = ''] = readdirSync(out);
  return join(out, name);
}

/** A page of a PDF as a picture; `crop` is what of it: [width, height] in pixels from the upper left corner. */
function picture(pdf, page, name, { dpi = 70, crop } = {}) {
  const cut = crop === undefined ? [] : ['-x', '0', '-y', '0', '-W', String(crop[0]), '-H', String(crop[1])];
  const target = join(PICTURES, name);
  const pages = ['-f', String(page), '-l', String(page), '-r', String(dpi), '-singlefile'];
  run('pdftoppm', ['-png', ...pages, ...cut, pdf, target]);
}

/** The workbook with that sheet alone, on a landscape page as wide as the sheet, as a PDF; the other sheets are hidden, so formulas hold. */
async function sheetPdf(file, sheet) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  const shown = book.getWorksheet(sheet);
  if (shown === undefined) throw new Error(`${file} has no sheet “${sheet}”`);
  for (const each of book.worksheets) each.state = each === shown ? 'visible' : 'hidden';
  book.views = [{ activeTab: book.worksheets.indexOf(shown) }];
  shown.pageSetup = { ...shown.pageSetup, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
  const copy = join(mkdtempSync(join(work, 'book-')), 'sheet.xlsx');
  await book.xlsx.writeFile(copy);
  return pdfOf(copy);
}

/** The number of the first page that holds the words. */
function pageWith(pdf, words) {
  const text = `${pdf}.txt`;
  run('pdftotext', ['-layout', pdf, text]);
  const at = readFileSync(text, 'utf8')
    .split('\f')
    .findIndex((page) => page.replace(/\s+/gu, ' ').includes(words));
  if (at < 0) throw new Error(`no page of ${pdf} says “${words}”`);
  return at + 1;
}

/** The status page as a browser shows it. */
function statusPicture() {
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-component-update'];
  const offline = ['--disable-background-networking', '--disable-sync', '--hide-scrollbars'];
  const page = pathToFileURL(join(results, 'tinh-hinh.html')).href;
  const shot = join(work, 'tinh-hinh.png');
  const profile = `--user-data-dir=${join(work, 'chromium')}`;
  const size = '--window-size=1100,900';
  run('chromium', ['--headless', ...quiet, ...offline, profile, size, `--screenshot=${shot}`, page]);
  copyFileSync(shot, join(PICTURES, 'tinh-hinh.png'));
}

/** The rows of the sample's list, which is an older one, in the list as the program lays it out now. */
async function presentRegister() {
  const fresh = join(work, 'fresh');
  mkdirSync(fresh);
  run(process.execPath, [join(ROOT, 'bin/tkcds.js'), '--no-log', 'init', '-C', fresh]);
  const [given, laidOut] = [new ExcelJS.Workbook(), new ExcelJS.Workbook()];
  await given.xlsx.readFile(join(commune, 'don-vi.xlsx'));
  const file = join(fresh, 'don-vi.xlsx');
  await laidOut.xlsx.readFile(file);
  const [from, to] = [given.getWorksheet(REGISTER_SHEET), laidOut.getWorksheet(REGISTER_SHEET)];
  const columns = new Map();
  to.getRow(1).eachCell(({ text, col }) => columns.set(text, Number(col)));
  from.eachRow((row, at) => {
    if (at === 1) return;
    row.eachCell(({ value, col }) => {
      const column = columns.get(from.getCell(1, Number(col)).text);
      if (column === undefined) throw new Error(`no column “${from.getCell(1, Number(col)).text}” any more`);
      to.getCell(at, column).value = value;
    });
  });
  await laidOut.xlsx.writeFile(file);
  return file;
}

/** The sample round, reported, with what goes back and what is asked for. */
function makeCommune() {
  cpSync(join(ROOT, 'fixtures/large-commune/workspace'), commune, { recursive: true });
  tkcds('form', '--unit', 'TH01');
  tkcds('report');
  tkcds('remind');
  tkcds('return', 'TH09');
  tkcds('status', '--format', 'html', '--out');
}

async function main() {
  makeCommune();
  mkdirSync(PICTURES, { recursive: true });
  const form = join(commune, 'bieu-mau/2025-10/TH01 - Thôn Một.xlsx');
  const returned = join(results, 'tra-lai/TH09 - Thôn Bàu Sen/TH09-can-sua.xlsx');
  picture(await sheetPdf(await presentRegister(), REGISTER_SHEET), 1, 'danh-sach-don-vi', {
    dpi: 100,
    crop: [1170, 450],
  });
  picture(await sheetPdf(form, 'Chỉ tiêu'), 1, 'bieu-mau-chi-tieu', { dpi: 80, crop: [936, 600] });
  picture(await sheetPdf(form, 'Nhiệm vụ'), 1, 'bieu-mau-nhiem-vu', { dpi: 80, crop: [936, 400] });
  picture(await sheetPdf(returned, 'Cần sửa'), 1, 'tra-lai-can-sua', { dpi: 80, crop: [936, 190] });
  picture(await sheetPdf(returned, 'Chỉ tiêu'), 1, 'tra-lai-o-to-mau', { dpi: 80, crop: [936, 520] });
  picture(await sheetPdf(join(results, 'tong-hop.xlsx'), 'Tỷ lệ theo đơn vị'), 1, 'tong-hop', { dpi: 80 });
  const report = pdfOf(join(results, 'bao-cao.docx'));
  picture(report, 1, 'bao-cao-trang-1');
  picture(report, pageWith(report, 'Phụ lục I '), 'bao-cao-phu-luc');
  picture(pdfOf(join(results, 'cong-van-don-doc.docx')), 1, 'cong-van-don-doc');
  statusPicture();
  for (const name of readdirSync(PICTURES)) {
    const bytes = statSync(join(PICTURES, name)).size;
    console.log(`docs/hinh/${name}  ${(bytes / 1000).toFixed(0)} kB`);
    if (bytes > MOST_BYTES) throw new Error(`docs/hinh/${name} is larger than ${String(MOST_BYTES / 1000)} kB`);
  }
}

try {
  await main();
} finally {
  rmSync(work, { recursive: true, force: true });
}
