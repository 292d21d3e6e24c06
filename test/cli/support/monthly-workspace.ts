import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../../../src/model/round.ts';
import { bytesOf, cleanForm, overlay } from '../../support/form-filler.ts';
import { day, directiveOf, shippedText, smallCommuneRound } from '../../support/small-commune.ts';
import { smallWorkspace } from './small-workspace.ts';

const MONTHLY = 'chu-ky-so-hang-thang';

/** Numbers that a village reports instead of those of its clean form, by their codes. */
export type Numbers = Readonly<Record<string, string>>;

function monthlyRound(month: string): Round {
  const directive = directiveOf(shippedText(`directives/${MONTHLY}.yaml`), `${MONTHLY}.yaml`).value;
  if (directive === undefined) throw new Error('the shipped directive is faulty');
  const due = { kind: 'on', date: day(`${month}-28`) } as const;
  const period = { id: month, from: day(`${month}-01`), to: day(`${month}-28`), due };
  return { ...smallCommuneRound(directive, day(`${month}-28`)), period };
}

/** A workspace of the small commune with a round of the monthly directive for each of the months, and nothing received. */
export async function monthlyWorkspace(months: readonly string[]): Promise<string> {
  const folder = await smallWorkspace([]);
  const settings = readFileSync(join(folder, 'tkcds.yaml'), 'utf8');
  const rounds = months.map(
    (month) =>
      `  - id: ${month}\n    directive: ${MONTHLY}\n    from: ${month}-01\n    to: ${month}-28\n    due: { on: ${month}-28 }\n`,
  );
  const start = settings.indexOf('rounds:');
  writeFileSync(join(folder, 'tkcds.yaml'), `${settings.slice(0, start)}rounds:\n${rounds.join('')}`);
  return folder;
}

/** The report of a village for that month, with these numbers. */
export async function monthlyReport(month: string, unit: string, numbers: Numbers): Promise<Uint8Array> {
  const round = monthlyRound(month);
  const whose = round.units.find(({ id }) => id === unit);
  if (whose === undefined) throw new Error(`no unit ${unit}`);
  const book = await cleanForm(round, whose);
  overlay(book, { sheet: 'Chỉ tiêu', header: ['Mã', 'Số liệu'], rows: Object.entries(numbers) });
  return bytesOf(book);
}

/** Puts the villages' reports for that month into its inbox. */
export async function putReports(
  folder: string,
  month: string,
  reports: Readonly<Record<string, Numbers>>,
): Promise<void> {
  const inbox = join(folder, 'nop', month);
  mkdirSync(inbox, { recursive: true });
  for (const [unit, numbers] of Object.entries(reports)) {
    writeFileSync(join(inbox, `${unit}.xlsx`), await monthlyReport(month, unit, numbers));
  }
}
