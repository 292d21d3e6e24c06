import { join } from 'node:path';
import { formatDate } from '../../vi/date.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { parseJournal, type ClosedLine, type JournalLine } from '../closing/journal.ts';
import { loadSnapshot, snapshotPath } from '../closing/snapshot.ts';
import type { RecordedUnit } from '../history/follow-units.ts';
import { RESULTS_FOLDER, writtenFigureFiles } from '../report-outputs.ts';
import { readSealedFigures } from '../written-figures.ts';
import { recordedSchema, type RecordedFigures } from './schema.ts';

/** Figures of a round that were kept, with what says that nobody has changed them. */
export interface KeptRecord {
  readonly kind: 'closing' | 'report';
  /** Below the workspace. */
  readonly file: string;
  /** What it is, in words: `đã khóa ngày …`. */
  readonly words: string;
  readonly figures: RecordedFigures;
  readonly units: readonly RecordedUnit[];
}

/** A record of closings in the order of its lines. */
function journalLines(folder: string, period: string): readonly JournalLine[] {
  return parseJournal(folder, period).lines;
}

function closingRecord(folder: string, period: string, line: ClosedLine): KeptRecord | undefined {
  const snapshot = loadSnapshot(folder, period, line);
  if (typeof snapshot === 'string') return undefined; // “tkcds verify” says what became of it
  const figures = recordedSchema.safeParse(snapshot.recorded).data;
  if (figures === undefined) return undefined;
  const words = `khóa ngày ${formatDate(line.decidedOn)}`;
  return { kind: 'closing', file: snapshotPath(period, line), words, figures, units: snapshot.register.units };
}

/** Every closing of the round whose snapshot holds, the last first. */
export function closingRecords(folder: string, period: string): readonly KeptRecord[] {
  const closings = journalLines(folder, period).filter((line) => line.kind === 'closed');
  return closings.toReversed().flatMap((line) => closingRecord(folder, period, line) ?? []);
}

/** The snapshot by which the round is closed now; undefined while it is open, and when the snapshot does not hold. */
export function presentClosing(folder: string, period: string): KeptRecord | undefined {
  const last = journalLines(folder, period).at(-1);
  return last?.kind === 'closed' ? closingRecord(folder, period, last) : undefined;
}

/** The last report of the round whose seal holds; undefined when there is none. */
export function reportRecord(folder: string, period: string): KeptRecord | undefined {
  const results = `${RESULTS_FOLDER}/${period}`;
  for (const name of writtenFigureFiles(join(folder, results))) {
    const text = readSealedFigures(join(folder, results), name)?.text;
    const figures = text === undefined ? undefined : recordedSchema.safeParse(JSON.parse(text)).data;
    if (figures === undefined) continue;
    const version = figures.report.version === 'final' ? 'bản chính thức' : 'bản dự thảo';
    const words = `${version}, số liệu chốt ngày ${formatDate(figures.round.asOf)}`;
    const units = figures.units.map(({ id, name: called }) => ({ id, name: called, formerCommune: '' }));
    return { kind: 'report', file: `${results}/${name}`, words, figures, units };
  }
  return undefined;
}

/** `mở lại ngày 14/11/2025: Sở yêu cầu đính chính`: every time the round was opened again. */
export function reopenedWords(folder: string, period: string): readonly string[] {
  return journalLines(folder, period).flatMap((line) =>
    line.kind === 'reopened' ? [`mở lại ngày ${formatDate(line.decidedOn)}: ${maskPersonalData(line.reason)}`] : [],
  );
}
