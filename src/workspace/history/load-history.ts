import { join } from 'node:path';
import type { History, PastCount, PastRound, PrecedingRound } from '../../model/history.ts';
import type { UnitRegister } from '../../model/register.ts';
import type { UnitId } from '../../model/unit.ts';
import { parseJournal } from '../closing/journal.ts';
import { loadSnapshot, snapshotPath } from '../closing/snapshot.ts';
import { INBOX_FOLDER } from '../inbox.ts';
import { RESULTS_FOLDER, writtenFigureFiles } from '../report-outputs.ts';
import type { RoundSettings } from '../settings.ts';
import { readSealedFigures, type WrittenFigures } from '../written-figures.ts';
import { followUnits, type RecordedUnit } from './follow-units.ts';

/** The figures of an earlier round with the file they are kept in. */
interface Kept {
  readonly file: string;
  readonly figures: WrittenFigures;
  readonly units: readonly RecordedUnit[];
  readonly isClosed?: true;
}

function ofReport(folder: string, period: string): Kept | undefined {
  const results = `${RESULTS_FOLDER}/${period}`;
  for (const name of writtenFigureFiles(join(folder, results))) {
    const figures = readSealedFigures(join(folder, results), name)?.figures;
    if (figures === undefined) continue;
    const units = figures.units.map(({ id, name: called }) => ({ id, name: called, formerCommune: '' }));
    return { file: `${results}/${name}`, figures, units };
  }
  return undefined;
}

/** The snapshot of a closed round, else the last report whose seal holds; undefined when there is neither. */
function keptFigures(folder: string, period: string): Kept | undefined {
  const last = parseJournal(folder, period).lines.at(-1);
  if (last?.kind !== 'closed') return ofReport(folder, period);
  const snapshot = loadSnapshot(folder, period, last);
  if (typeof snapshot === 'string') return undefined; // changed since: “tkcds verify” says so
  return {
    file: snapshotPath(period, last),
    figures: snapshot.figures,
    units: snapshot.register.units,
    isClosed: true,
  };
}

/** The numbers that counted, by unit and indicator. */
function countsOf({ round, totals }: WrittenFigures): ReadonlyMap<UnitId, ReadonlyMap<string, PastCount>> {
  const counts = new Map<UnitId, Map<string, PastCount>>();
  for (const { indicator, parts } of totals) {
    for (const { unit, value, cell } of parts) {
      const own = counts.get(unit) ?? new Map<string, PastCount>();
      own.set(indicator, { value, cells: [{ ...cell, file: `${INBOX_FOLDER}/${round.id}/${cell.file}` }] });
      counts.set(unit, own);
    }
  }
  return counts;
}

/** The rounds of the settings that began before that one, the oldest first. */
function earlierRounds(
  rounds: readonly RoundSettings[],
  { period: { from } }: RoundSettings,
): readonly RoundSettings[] {
  return rounds.filter(({ period }) => period.from < from).toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1));
}

/** The round just before that one, with its figures in the history if it is closed; undefined when the settings have none. */
export function precedingRound(
  rounds: readonly RoundSettings[],
  chosen: RoundSettings,
  history: History,
): PrecedingRound | undefined {
  const id = earlierRounds(rounds, chosen).at(-1)?.period.id;
  if (id === undefined) return undefined;
  return { id, closed: history.find(({ period, isClosed }) => period.id === id && isClosed === true) };
}

/** The rounds of the workspace that began before that one and whose figures are kept, the oldest first. */
export function loadHistory(
  folder: string,
  rounds: readonly RoundSettings[],
  chosen: RoundSettings,
  register: UnitRegister,
): History {
  return earlierRounds(rounds, chosen).flatMap(({ period }): readonly PastRound[] => {
    const kept = keptFigures(folder, period.id);
    if (kept === undefined) return [];
    const { file, figures, units, isClosed } = kept;
    const recorded = { from: figures.round.from, units, counts: countsOf(figures) };
    const { id, from: begun, to } = figures.round;
    const round = { period: { id, from: begun, to }, file, counts: followUnits(recorded, register) };
    return [isClosed === undefined ? round : { ...round, isClosed }];
  });
}
