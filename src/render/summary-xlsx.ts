import ExcelJS from 'exceljs';
import type { ReportModel } from '../model/report.ts';
import type { SummaryWords } from '../model/summary-words.ts';
import { finish } from './xlsx/finish.ts';
import { addAboutSheet } from './xlsx/summary/about.ts';
import type { LinkPlaces, SummaryBook, SummaryContext } from './xlsx/summary/book.ts';
import { addCoverageSheets } from './xlsx/summary/coverage-sheet.ts';
import { addFindingsSheet } from './xlsx/summary/findings.ts';
import { placeLinks, quietSheet } from './xlsx/summary/link-places.ts';
import { addOpinionsSheet } from './xlsx/summary/opinions.ts';
import { addOverviewSheet } from './xlsx/summary/overview.ts';
import { addRatesSheets } from './xlsx/summary/rates.ts';
import { addTaskSheets } from './xlsx/summary/tasks.ts';
import { addTotalSheets } from './xlsx/summary/totals.ts';
import { addTraceSheet } from './xlsx/summary/trace.ts';
import { midnight } from './xlsx/validations.ts';

/**
 * The working table of the round (tong-hop.xlsx): the tables of the report with live formulas whose results are its figures,
 * all findings with links to their cells, and where each figure comes from. Same figures, same bytes; no text becomes a
 * formula.
 */
export function renderSummary(model: ReportModel, words: SummaryWords, context: SummaryContext): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const links: LinkPlaces = new Map();
  const book: SummaryBook = { workbook, model, context, words, links, headlines: [], contents: [] };
  const writeOverview = addOverviewSheet(book);
  addRatesSheets(book);
  addCoverageSheets(book);
  addTaskSheets(book);
  addTotalSheets(book);
  addOpinionsSheet(book);
  addFindingsSheet(book);
  addTraceSheet(book);
  addAboutSheet(book);
  writeOverview();
  const place = placeLinks(links);
  return finish(workbook, midnight(model.round.asOf), 'free', (name, text) => quietSheet(name, place(name, text)));
}
