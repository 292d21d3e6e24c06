import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbook } from 'exceljs';
import { renderUnitRegister } from '../../../src/pipeline.ts';
import { layDown } from '../../../src/workspace/lay-down.ts';
import { bytesOf, cleanForm, overlay } from '../../support/form-filler.ts';
import { DIRECTIVE_FILE, shippedText, smallCommuneRound } from '../../support/small-commune.ts';
import { tempFolder } from '../../workspace/support/temp-folder.ts';

/** The inbox of the small workspace's only round. */
export const INBOX = join('nop', '2025-10');
/** Its output folder. */
export const RESULTS = join('ket-qua', '2025-10');

const forms = new Map<string, Promise<Uint8Array>>();

/** The clean report of a unit of the small commune; made once. */
export function cleanReport(id: string): Promise<Uint8Array> {
  const made = forms.get(id) ?? makeReport(id);
  forms.set(id, made);
  return made;
}

/** The report of a unit of the small commune with other figures, by their codes; `'` before what is typed as text. */
export function reportWith(id: string, rows: readonly (readonly [string, string])[]): Promise<Uint8Array> {
  return makeReport(id, (book) => {
    overlay(book, { sheet: 'Chỉ tiêu', header: ['Mã', 'Số liệu'], rows });
  });
}

/** The report of a unit of the small commune that states that date (`15/11/2025`). */
export function reportOf(id: string, reportedOn: string): Promise<Uint8Array> {
  return makeReport(id, (book) => {
    overlay(book, { sheet: 'Thông tin chung', header: ['Mục', 'Nội dung'], rows: [['Ngày báo cáo', reportedOn]] });
  });
}

/** The report of a unit of the small commune with one figure more, as a corrected file comes. */
export function correctedReport(id: string): Promise<Uint8Array> {
  return reportWith(id, [['CT12', '7']]);
}

async function makeReport(id: string, edit?: (book: Workbook) => void): Promise<Uint8Array> {
  const round = smallCommuneRound();
  const unit = round.units.find((candidate) => candidate.id === id);
  if (unit === undefined) throw new Error(`no unit ${id}`);
  const book = await cleanForm(round, unit);
  edit?.(book);
  return bytesOf(book);
}

/** A workspace as `tkcds init` lays it down, with the register of the small commune and clean reports of these units. */
export async function smallWorkspace(reporting: readonly string[]): Promise<string> {
  const folder = tempFolder();
  const round = smallCommuneRound();
  await layDown(folder);
  writeFileSync(join(folder, 'don-vi.xlsx'), await renderUnitRegister(round.directive.unitTypes, round.units));
  // The directive as this commune would have issued it; both names have the same length, so that columns stay.
  mkdirSync(join(folder, 'van-ban'));
  const directive = shippedText(`directives/${DIRECTIVE_FILE}`).replaceAll('Tịnh Khê', 'Suối Mây');
  writeFileSync(join(folder, 'van-ban', DIRECTIVE_FILE), directive);
  mkdirSync(join(folder, INBOX), { recursive: true });
  for (const id of reporting) writeFileSync(join(folder, INBOX, `${id}.xlsx`), await cleanReport(id));
  return folder;
}

/** Every unit of the small commune. */
export const EVERYBODY: readonly string[] = smallCommuneRound().units.map(({ id }) => id);
