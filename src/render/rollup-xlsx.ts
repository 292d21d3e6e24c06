import ExcelJS from 'exceljs';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Rollup } from '../model/rollup.ts';
import { finish } from './xlsx/finish.ts';
import { ROLLUP_SHEETS, type RollupBook, type RoundBook, suffixes } from './xlsx/rollup/book.ts';
import { addCommunesSheet } from './xlsx/rollup/communes.ts';
import { addCoverageSheets } from './xlsx/rollup/coverage.ts';
import { addFindingsSheet } from './xlsx/rollup/findings.ts';
import { addOverviewSheet } from './xlsx/rollup/overview.ts';
import { addRatesSheet } from './xlsx/rollup/rates.ts';
import { addTotalSheets } from './xlsx/rollup/totals.ts';
import type { LinkPlaces } from './xlsx/summary/book.ts';
import { placeLinks, quietSheet } from './xlsx/summary/link-places.ts';
import { midnight } from './xlsx/validations.ts';

/** When there is no round, the workbook still needs a date. */
const NO_DAY = '2000-01-01';

/**
 * The province's table (tong-hop-tinh.xlsx): shares, reporting rates and sums of every commune with live formulas whose results are
 * the figures of the other outputs; rounds stand on sheets of their own. Same files, same bytes; no text becomes a formula.
 */
export function renderRollupTable(rollup: Rollup, diagnostics: readonly Diagnostic[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const links: LinkPlaces = new Map();
  const book: RollupBook = { workbook, links, contents: [], foot: 'Tổng hợp số liệu của các xã', rollup, diagnostics };
  const ends = suffixes(rollup.rounds);
  const rounds = rollup.rounds.map((round, index): RoundBook => ({
    book,
    round,
    suffix: ends[index] ?? '',
    headlines: [],
  }));
  const writeOverview = addOverviewSheet(book, rounds, ROLLUP_SHEETS.overview);
  for (const at of rounds) {
    addCoverageSheets(at, ROLLUP_SHEETS.coverage);
    addRatesSheet(at, ROLLUP_SHEETS.rates);
    addTotalSheets(at, { all: ROLLUP_SHEETS.totals, byType: ROLLUP_SHEETS.totalsByType });
    addCommunesSheet(at, ROLLUP_SHEETS.communes);
  }
  addFindingsSheet(book, ROLLUP_SHEETS.findings);
  writeOverview();
  const place = placeLinks(links);
  const day =
    rollup.rounds
      .map(({ asOf }) => asOf)
      .toSorted()
      .at(-1) ?? NO_DAY;
  return finish(workbook, midnight(day), 'free', (name, text) => quietSheet(name, place(name, text)));
}
