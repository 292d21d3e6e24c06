import type { Worksheet } from 'exceljs';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';
import { capitalize } from '../../vi/text.ts';
import { writeLines, writeRow } from './cells.ts';
import { STYLES } from './styles.ts';
import { dueWords, periodWords } from './words.ts';

/** What stands left of the page number on every sheet of a form. */
export function footOf({ period }: Round, unit: Unit): string {
  return `${unit.name} – kỳ báo cáo ${period.id}`;
}

/** Writes whose sheet it is, what it is about, until when and where it goes, and how to fill it in; returns the next row. */
export function writeSheetHead(
  sheet: Worksheet,
  { directive, period }: Round,
  unit: Unit,
  head: { readonly name: string; readonly columns: number; readonly howTo: readonly string[] },
): number {
  const subject = capitalize(directive.subject);
  const due = `Hạn nộp: ${dueWords(period.due)}`;
  const receiver = `Nơi nhận: ${directive.reporting.receiver}`;
  // A wide page has room for two on one line, and the head of a table should stay low: it does not scroll away.
  const isWide = sheet.pageSetup.orientation === 'landscape';
  const about = isWide
    ? [`${subject}, ${periodWords(period)}`, `${due} · ${receiver}`]
    : [subject, `Kỳ báo cáo: ${periodWords(period)}`, due, receiver];
  return writeLines(sheet, 1, head.columns, [
    { text: `${head.name.toLocaleUpperCase('vi')} – ${unit.name}`, look: 'title' },
    ...about.map((text) => ({ text, look: 'subtitle' as const })),
    ...head.howTo.map((text) => ({ text, look: 'remark' as const })),
  ]);
}

/** What to write in each column that has a guidance, one sentence a column: `Số lượng: Ghi một số nguyên.` */
export function columnGuidance(
  columns: readonly { readonly heading: string; readonly guidance: string }[],
): readonly string[] {
  return columns
    .filter(({ guidance }) => guidance !== '')
    .map(({ heading, guidance }) => `${heading}: ${guidance.replace(/\.$/u, '')}.`);
}

/** Writes the headings of a table. */
export function writeHeadings(sheet: Worksheet, row: number, columns: readonly { readonly heading: string }[]): void {
  const headings = columns.map(({ heading }) => ({ text: heading, style: STYLES.heading }));
  writeRow(sheet, row, headings);
}
