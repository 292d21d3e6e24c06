import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbook } from 'exceljs';
import { bytesOf, cleanForm, overlay } from '../../support/form-filler.ts';
import { smallCommuneRound } from '../../support/small-commune.ts';
import { SMALL_COMMUNE_SETTINGS } from '../../support/small-settings.ts';
import { runIn } from './run-in-process.ts';
import { INBOX, smallWorkspace } from './small-workspace.ts';

/** A village's report with mistakes: a word for a number, a part above its whole, no status, a day that is none. */
export async function faultyReport(edit?: (book: Workbook) => void): Promise<Uint8Array> {
  const round = smallCommuneRound();
  const unit = round.units.find(({ id }) => id === 'TH01');
  if (unit === undefined) throw new Error('no unit');
  const book = await cleanForm(round, unit);
  overlay(book, {
    sheet: 'Chỉ tiêu',
    header: ['Mã', 'Số liệu'],
    rows: [
      ['CT05', "'=1+1"],
      ['CT03', '900'],
    ],
  });
  overlay(book, {
    sheet: 'Thông tin chung',
    header: ['Số liệu tính đến ngày'],
    rows: [['Số liệu tính đến ngày', "'30/02/2025"]],
  });
  edit?.(book);
  return bytesOf(book);
}

/** A round in which that village's report lies beside two sound ones. */
export async function faultyRound(report?: Uint8Array): Promise<string> {
  const folder = await smallWorkspace(['TH02', 'TR01']);
  writeFileSync(join(folder, 'tkcds.yaml'), SMALL_COMMUNE_SETTINGS);
  writeFileSync(join(folder, INBOX, 'TH01.xlsx'), report ?? (await faultyReport()));
  return folder;
}

/** A finding as the program prints it. */
export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly location: { readonly sheet?: string; readonly address?: string };
}

/** The findings on a file of the inbox. */
export async function findingsOn(folder: string, file: string): Promise<readonly Found[]> {
  const { out } = await runIn(folder, 'validate', join(INBOX, file), '--period', '2025-10', '--json');
  // The documented output of the command.
  return (JSON.parse(out) as { readonly findings: readonly Found[] }).findings;
}

/** A line for each finding, without the file. */
export const shown = (found: readonly Found[]): readonly string[] =>
  found.map(({ rule, severity, message, location }) =>
    [severity, rule, location.sheet, location.address, message].join(' | '),
  );
