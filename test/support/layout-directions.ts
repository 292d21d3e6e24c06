import type ExcelJS from 'exceljs';
import { change, type Stage } from './stage.ts';

type Play = (stage: Stage, match: RegExpExecArray) => void | Promise<void>;

function sheetOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const sheet = book.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet “${name}”`);
  return sheet;
}

/** The sheet once more, with its values and merged cells. */
function copySheet(book: ExcelJS.Workbook, from: string, to: string): void {
  const [source, copy] = [sheetOf(book, from), book.addWorksheet(to)];
  source.eachRow((row, rowNumber) => {
    row.eachCell((cell, columnNumber) => {
      if (cell.master === cell) copy.getCell(rowNumber, columnNumber).value = cell.value;
    });
  });
  for (const range of source.model.merges) copy.mergeCells(range);
}

/** Stage directions that move things about in a workbook, as people do. `docs/rules/README.md` explains them. */
export const LAYOUT_DIRECTIONS: readonly (readonly [RegExp, Play])[] = [
  [
    /^(.+): chép trang “(.+)” thành “(.+)”$/u,
    (stage, [, file = '', from = '', to = '']) =>
      change(stage, file, (book) => {
        copySheet(book, from, to);
      }),
  ],
  [
    /^(.+): ẩn trang “(.+)”$/u,
    (stage, [, file = '', name = '']) =>
      change(stage, file, (book) => {
        sheetOf(book, name).state = 'hidden';
      }),
  ],
  [
    /^(.+) · (.+): ẩn dòng (\d+)$/u,
    (stage, [, file = '', name = '', row = '']) =>
      change(stage, file, (book) => {
        sheetOf(book, name).getRow(Number(row)).hidden = true;
      }),
  ],
  [
    /^(.+) · (.+): gộp ô ([A-Z]+\d+:[A-Z]+\d+)$/u,
    (stage, [, file = '', name = '', range = '']) =>
      change(stage, file, (book) => {
        sheetOf(book, name).mergeCells(range);
      }),
  ],
];
