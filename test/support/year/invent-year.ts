import { daysAfter, monthsOfTheYear, type Month } from './calendar.ts';
import type { SentFile, Step, Village, Year } from './ground-truth.ts';
import { grown, inventMonthOf, type Happening, type Truth } from './invent-village.ts';
import { chanceOf, type Chance } from './random.ts';

/** Names of villages as they are, two of them alike but for a word. */
const NAMES =
  'Thượng, Trung, Hạ, Đông Hòa, Tây Hòa, Phú Lâm, Phú Hòa 1, Phú Hòa 2, Gò Cao, Bãi Sậy, Vĩnh Thạnh, An Lộc, Cổ Lũy, ' +
  'Trường Thọ, Mỹ Lại, Khê Thuận, Khê Ba, Bến Đò, Xóm Chùa, Ngọc Thạch, Long Bàn, Hòa Bình';

function inventVillages(count: number, chance: Chance): readonly Village[] {
  return NAMES.split(', ')
    .slice(0, count)
    .map((name, index) => {
      const adults = chance.between(350, 1400);
      const id = `TH${String(index + 1).padStart(2, '0')}`;
      return { id, name: `Thôn ${name}`, adults, households: Math.round(adults / 3) };
    });
}

/** The new village has a code and a name of its own, or lives on under those of the first. */
function inventMerger(villages: readonly Village[], chance: Chance): { old: readonly Village[]; merged: Village } {
  const at = chance.between(0, villages.length - 2);
  const old = villages.slice(at, at + 2);
  const [first] = old;
  if (first === undefined) throw new Error('no village');
  const counts = {
    adults: old.reduce((sum, { adults }) => sum + adults, 0),
    households: old.reduce((sum, { households }) => sum + households, 0),
  };
  const identity = chance.pick([
    { id: 'TH23', name: 'Thôn Tân Hợp' },
    { id: first.id, name: first.name },
    { id: first.id, name: 'Thôn Tân Hợp' },
  ]);
  return { old, merged: { ...identity, ...counts } };
}

const byDay = (a: Step, b: Step): number => a.day.localeCompare(b.day);

/** Day by day; what happens with one village on a day stays in its order, of several villages like comes to like. */
function inOrder(monthOf: readonly (readonly Happening[])[]): readonly Step[] {
  const placed = monthOf.flatMap((happenings) =>
    happenings
      .toSorted(byDay)
      .map((step, index, own) => ({ step, order: own.slice(0, index).filter(({ day }) => day === step.day).length })),
  );
  const kindOf = (step: Step): string => `${step.kind} ${step.kind === 'receive' ? (step.receivedOn ?? '') : ''}`;
  return placed
    .toSorted((a, b) => byDay(a.step, b.step) || a.order - b.order || kindOf(a.step).localeCompare(kindOf(b.step)))
    .map(({ step }) => step);
}

/** Files that came on one day are received in one run, or the clerk makes several. */
function inBatches(steps: readonly Step[], chance: Chance): readonly Step[] {
  const result: Step[] = [];
  for (const step of steps) {
    const last = result.at(-1);
    const isSame =
      step.kind === 'receive' &&
      last?.kind === 'receive' &&
      step.day === last.day &&
      step.receivedOn === last.receivedOn &&
      !last.files.some(({ id }) => step.files.some((file) => file.id === id));
    if (isSame && chance.happens(85)) result.splice(-1, 1, { ...last, files: [...last.files, ...step.files] });
    else result.push(step);
  }
  return result;
}

/** A correction that comes when the round is closed already. */
function inventReopening(month: Month, previous: Month, file: SentFile | undefined): readonly Step[] {
  if (file === undefined) return [];
  const day = daysAfter(month.to, 3);
  const common = { day, month: previous.id };
  const corrected: SentFile = {
    ...file,
    id: `${file.id} sau`,
    shape: 'own',
    reportedOn: day,
    cells: { ...file.cells, CT02: { kind: 'number', value: 11 }, CT03: { kind: 'number', value: 0 } },
  };
  return [
    { ...common, kind: 'reopen' },
    { ...common, kind: 'receive', files: [corrected], receivedOn: undefined },
    { ...common, kind: 'report', isFinal: true },
    { ...common, kind: 'close' },
  ];
}

function inventMonth(
  villages: readonly Village[],
  truths: ReadonlyMap<string, Truth>,
  month: Month,
  chance: Chance,
): readonly Step[] {
  const common = { month: month.id };
  const happenings = villages.map((village) => {
    const truth = truths.get(village.id);
    return truth === undefined ? [] : inventMonthOf(village, truth, month, chance);
  });
  const looks = [2, chance.between(3, 6), chance.between(7, 11)].map((count): Step => {
    const day = daysAfter(month.to, count);
    return { ...common, day, kind: 'look', asOf: day };
  });
  const [end, past] = [daysAfter(month.to, 12), daysAfter(month.to, chance.between(2, 11))];
  return [
    { ...common, day: month.to, kind: 'open-round' },
    ...inBatches([...inOrder(happenings), ...looks].toSorted(byDay), chance),
    { ...common, day: end, kind: 'look', asOf: past },
    { ...common, day: end, kind: 'return' },
    { ...common, day: end, kind: 'report', isFinal: true },
    { ...common, day: end, kind: 'close' },
  ];
}

/** How much is invented. */
export interface Extent {
  readonly months: number;
  readonly villages: number;
}

/** A year of rounds of one commune, or its first months; a merger comes in the middle. The same seed gives the same year. */
export function inventYear(seed: number, extent: Extent = { months: 12, villages: 22 }): Year {
  const chance = chanceOf(seed);
  const villages = inventVillages(extent.villages, chance);
  let present = villages;
  const truths = new Map(
    villages.map(({ id, adults }) => [id, { adults, holders: Math.round((adults * chance.between(30, 60)) / 100) }]),
  );
  const months = monthsOfTheYear().slice(0, extent.months);
  const mergedIn = Math.floor(extent.months / 2);
  const later = months.flatMap((_, index) => (index === 0 || index === mergedIn ? [] : [index]));
  const reopenedIn = later[chance.between(0, later.length - 1)];
  const steps: Step[] = [];
  for (const [index, month] of months.entries()) {
    if (index === mergedIn) {
      const { old, merged } = inventMerger(present, chance);
      const sum = (count: (truth: Truth) => number): number =>
        old.reduce((total, { id }) => total + count(truths.get(id) ?? { adults: 0, holders: 0 }), 0);
      const truth = { adults: sum(({ adults }) => adults), holders: sum(({ holders }) => holders) };
      for (const { id } of old) truths.delete(id);
      truths.set(merged.id, truth);
      present = [...present.filter((one) => !old.includes(one)), merged];
      steps.push({ day: daysAfter(month.from, 13), month: month.id, kind: 'merge', old, merged });
    }
    for (const [id, truth] of truths) truths.set(id, grown(truth, chance));
    const own = inventMonth(present, truths, month, chance);
    const before = months[index - 1];
    if (index === reopenedIn && before !== undefined) {
      const sent = steps.flatMap((step) => (step.kind === 'receive' && step.month === before.id ? step.files : []));
      const file = sent.find(({ shape }) => shape === 'form');
      const at = own.findIndex(({ day }) => day > daysAfter(month.to, 3));
      steps.push(...own.slice(0, at), ...inventReopening(month, before, file), ...own.slice(at));
    } else steps.push(...own);
  }
  return { seed, villages, steps };
}
