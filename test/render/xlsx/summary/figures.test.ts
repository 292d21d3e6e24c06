import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import type { ReportModel } from '../../../../src/model/report.ts';
import { aSummary, SUMMARY_ROUNDS, summaryRound } from '../../../support/summary-rounds.ts';
import { openXlsx, rowWith, sheetOf } from '../../support/xlsx.ts';

const made = new Map<string, Promise<ExcelJS.Workbook>>();

function bookOf(name: string): Promise<ExcelJS.Workbook> {
  const book = made.get(name) ?? aSummary(summaryRound(name)).then(openXlsx);
  made.set(name, book);
  return book;
}

/** What a cell shows: the kept result of a formula, or its value. */
function shown(cell: ExcelJS.Cell): unknown {
  return cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
}

function rowValues(sheet: ExcelJS.Worksheet, row: number, first: number, last: number): readonly unknown[] {
  return Array.from({ length: last - first + 1 }, (_, index) => shown(sheet.getCell(row, first + index)));
}

function shareSheets(book: ExcelJS.Workbook, { coverages }: ReportModel): readonly ExcelJS.Worksheet[] {
  const shown = coverages.filter(({ rows }) => rows.length > 0);
  const name = 'Tỷ lệ theo đơn vị';
  return shown.map((_, index) => sheetOf(book, shown.length === 1 ? name : `${name} ${index + 1}`));
}

describe.each(Object.keys(SUMMARY_ROUNDS))('%s: what the file keeps is what the report states', (name) => {
  const model = summaryRound(name);

  test('reporting rates', async () => {
    const sheet = sheetOf(await bookOf(name), 'Tỷ lệ báo cáo');
    const { expected, received, onTime } = model.overallRate;
    const total = rowWith(sheet, 'Cộng', 1);
    expect(rowValues(sheet, total, 2, 4)).toEqual([expected, received, onTime]);
    expect(rowValues(sheet, total, 10, 11)).toEqual(
      expected === 0 ? ['–', '–'] : [received / expected, onTime / expected],
    );
    for (const { unitType, ...rate } of model.rates.filter((each) => each.expected > 0)) {
      const row = rowWith(sheet, unitType?.name ?? '', 1);
      expect(rowValues(sheet, row, 2, 4)).toEqual([rate.expected, rate.received, rate.onTime]);
    }
  });

  test('shares: sums, check and what is missing to the target', async () => {
    const sheets = shareSheets(await bookOf(name), model);
    model.coverages
      .filter(({ rows }) => rows.length > 0)
      .forEach((coverage, index) => {
        const sheet = sheets[index];
        if (sheet === undefined) throw new Error('no sheet');
        const { ratio, verdict, shortfall, target, rows, countedUnitCount, bounds } = coverage;
        const total = rowWith(sheet, 'Cộng', 3);
        const hasData = ratio.denominator > 0;
        const verdicts = { met: 'Đạt', 'not-met': 'Chưa đạt', 'no-data': 'Chưa có số liệu' } as const;
        expect(rowValues(sheet, total, 4, 5)).toEqual(
          countedUnitCount === 0 ? ['–', '–'] : [ratio.denominator, ratio.numerator],
        );
        const check = rowWith(sheet, 'STT', 1);
        const share = rowValues(sheet, check, 1, 20).indexOf('Tỷ lệ') + 1;
        expect(rowValues(sheet, total, share, share + 2)).toEqual([
          hasData ? ratio.numerator / ratio.denominator : '–',
          verdicts[verdict],
          hasData ? shortfall : '–',
        ]);
        expect(rowValues(sheet, 3, 4, 4)).toEqual([target.percent]);
        expect(rowValues(sheet, 4, 4, 4)).toEqual([verdicts[verdict]]);
        expect(rowValues(sheet, total + 1, 4, 4)).toEqual([countedUnitCount]);
        rows.forEach((row, place) => {
          const at = check + 1 + place;
          expect(rowValues(sheet, at, 2, 2)).toEqual([row.unit.id]);
          expect(rowValues(sheet, at, 4, 5)).toEqual(
            row.state === 'counted' ? [row.denominator?.value, row.numerator?.value] : [null, null],
          );
          expect(rowValues(sheet, at, share + 2, share + 2)).toEqual([row.shortfall ?? '–']);
        });
        if (bounds === undefined || countedUnitCount === rows.length) {
          expect(sheet.rowCount).toBe(total + 1);
        } else {
          const ends = [bounds.lowest, bounds.highest].map(({ numerator, denominator }) => [denominator, numerator]);
          expect([rowValues(sheet, total + 2, 4, 5), rowValues(sheet, total + 3, 4, 5)]).toEqual(ends);
        }
      });
  });

  test('tasks: how many units are where with each', async () => {
    const book = await bookOf(name);
    for (const { units, tasks } of model.compliance) {
      if (units.length === 0) continue;
      const sheet = sheetOf(book, 'Nhiệm vụ');
      for (const { task, counts } of tasks) {
        const row = rowWith(sheet, task.id, 1);
        expect(rowValues(sheet, row, 3, 9)).toEqual([
          units.length,
          ...[counts.completed, counts['in-progress'], counts['not-started']],
          ...[counts.unanswered, counts['left-out'], counts['not-reported']],
        ]);
      }
    }
  });

  test('sums that stand by themselves, with the number of units behind them', async () => {
    const book = await bookOf(name);
    const inShares = new Set(model.coverages.flatMap(({ numerator, denominator }) => [numerator.id, denominator.id]));
    const own = model.totals.filter(
      ({ indicator, expectedUnitCount }) => !inShares.has(indicator.id) && expectedUnitCount > 0,
    );
    if (own.length === 0) {
      expect(book.getWorksheet('Số liệu khác')).toBeUndefined();
      return;
    }
    const sheet = sheetOf(book, 'Số liệu khác');
    const lines: (readonly unknown[])[] = [];
    sheet.eachRow((_, row) => {
      if (row > 4 && typeof shown(sheet.getCell(row, 1)) === 'number') lines.push(rowValues(sheet, row, 4, 6));
    });
    const types = [...new Set(own.map(({ unitType }) => unitType.id))];
    const inOrder = types.flatMap((type) => own.filter(({ unitType }) => unitType.id === type));
    const expected = inOrder.map(({ value, countedUnitCount, expectedUnitCount }) => [
      countedUnitCount === 0 ? '–' : value,
      countedUnitCount,
      expectedUnitCount,
    ]);
    expect(lines).toEqual(expected);
  });

  test('all findings, and a row for each cell behind a figure', async () => {
    const book = await bookOf(name);
    expect(sheetOf(book, 'Phát hiện').rowCount).toBe(4 + model.diagnostics.length);
    const overview = sheetOf(book, 'Tổng quan');
    const counts = ['lỗi', 'cảnh báo', 'lưu ý'].map((level) =>
      shown(overview.getCell(rowWith(overview, `Phát hiện mức ${level}`, 1), 2)),
    );
    const countOf = (severity: string) => model.diagnostics.filter((found) => found.severity === severity).length;
    expect(counts).toEqual([countOf('error'), countOf('warning'), countOf('info')]);
    const traced = sheetOf(book, 'Truy vết').getColumn(2).values.slice(5);
    for (const { id, countedUnitCount } of model.coverages) {
      expect(traced.filter((figure) => figure === `${id}.numerator`)).toHaveLength(countedUnitCount);
      expect(traced.filter((figure) => figure === `${id}.denominator`)).toHaveLength(countedUnitCount);
    }
  });
});

test('what is a figure of the report is a formula', async () => {
  const book = await bookOf('every fate of a report');
  const share = sheetOf(book, 'Tỷ lệ theo đơn vị');
  const total = rowWith(share, 'Cộng', 3);
  const formulas = ['D', 'E', 'G', 'H', 'I'].map((column) => share.getCell(`${column}${total}`).formula);
  expect(formulas).toEqual([
    'IF(COUNT(D$6:D$8)=0,"–",SUM(D$6:D$8))',
    'IF(COUNT(E$6:E$8)=0,"–",SUM(E$6:E$8))',
    'IF(COUNT(E9,D9)=2,IF(D9>0,E9/D9,"–"),"–")',
    'IF(COUNT(E9,D9)=2,IF(D9>0,IF(E9*100>D9*D$3,"Đạt","Chưa đạt"),"Chưa có số liệu"),"Chưa có số liệu")',
    'IF(COUNT(E9,D9)=2,IF(D9>0,MAX(0,INT(D9*D$3/100)+1-E9),"–"),"–")',
  ]);
  const rates = sheetOf(book, 'Tỷ lệ báo cáo');
  expect(rates.getCell('D5').formula).toBe(
    "COUNTIFS('Tình hình báo cáo'!$D$5:$D$11,$A5,'Tình hình báo cáo'!$E$5:$E$11,\"Đúng hạn\")",
  );
  const tasks = sheetOf(book, 'Nhiệm vụ');
  expect(tasks.getCell(rowWith(tasks, 'II.3-1', 1), 4).formula).toMatch(
    /^COUNTIF\('Nhiệm vụ theo đơn vị'!\$L\$5:\$L\$11,"HT"\)$/u,
  );
  const others = sheetOf(book, 'Số liệu khác');
  expect(others.getCell('D6').formula).toMatch(/^IF\(COUNT\('Số liệu 1 – Thôn'!\$D\$5:\$D\$7\)=0,"–",SUM/u);
  const overview = sheetOf(book, 'Tổng quan');
  expect(overview.getCell(rowWith(overview, 'Số đơn vị đã báo cáo', 1), 2).formula).toBe("'Tỷ lệ báo cáo'!C9");
});

test('a target that is reached at its level is checked by “at least”', async () => {
  const sheet = sheetOf(await bookOf('at least half and at least a third'), 'Tỷ lệ theo đơn vị 2');
  const total = rowWith(sheet, 'Cộng', 3);
  expect(sheet.getCell(`H${total}`).formula).toContain(`E${total}*100>=D${total}*D$3`);
  expect(sheet.getCell(`I${total}`).formula).toContain(`INT((D${total}*D$3+99)/100)`);
});

test('a share shows as many digits as it takes to stay on its side of the target', async () => {
  const sheet = sheetOf(await bookOf('exactly half, missed by one person'), 'Tỷ lệ theo đơn vị');
  const total = rowWith(sheet, 'Cộng', 3);
  // 10.900 of 21.801 is 49,9977 %.
  expect(sheet.getCell(`G${total}`).numFmt).toBe('[$-42A]0.000%');
  expect(sheet.getCell(`H${total}`).result).toBe('Chưa đạt');
});

test('a value that is left out stays blank, never 0', async () => {
  const sheet = sheetOf(await bookOf('every fate of a report'), 'Tỷ lệ theo đơn vị');
  const row = rowWith(sheet, 'TH03', 2);
  expect(rowValues(sheet, row, 4, 5)).toEqual([null, null]);
  expect(rowValues(sheet, row, 7, 9)).toEqual(['–', '–', '–']);
});
