import { daysAfter, type Day, type Month } from './calendar.ts';
import type { Chance } from './random.ts';
import type { Code, SentFile, Step, Typed, Village } from './ground-truth.ts';

/** What is true of a village in a month, whatever it writes. */
export interface Truth {
  readonly adults: number;
  readonly holders: number;
}

/** What the clerk does because of one village. */
export type Happening = Extract<Step, { readonly kind: 'accept-late' | 'adjust' | 'drop' | 'receive' | 'refuse-late' }>;

const FAULTS = ['khoảng 300', '-5', '12,5', '1,234', 'đã báo qua điện thoại'] as const;
const LAST_DAY = 11;

/** The village a month later: a few people more or less, signatures only ever more. */
export function grown({ adults, holders }: Truth, chance: Chance): Truth {
  const now = adults + chance.between(-3, 6);
  return { adults: now, holders: Math.min(now, holders + chance.between(0, 25)) };
}

function trueCells({ adults, holders }: Truth, chance: Chance): Record<Code, Typed> {
  const number = (value: number): Typed => ({ kind: 'number', value });
  const optional = (most: number): Typed =>
    chance.happens(10) ? chance.pick([{ kind: 'blank' }, { kind: 'dash' }]) : number(chance.between(0, most));
  return {
    CT01: number(adults),
    CT02: number(holders),
    CT03: optional(25),
    CT05: optional(120),
    CT06: optional(60),
  };
}

/** Somebody mistypes: a text, nothing at all, or more holders than adults. */
function mistyped(cells: Readonly<Record<Code, Typed>>, chance: Chance): Record<Code, Typed> {
  const code = chance.pick(['CT01', 'CT02', 'CT02', 'CT03', 'CT05']);
  if (code === 'CT02' && cells.CT01.kind === 'number' && chance.happens(40))
    return { ...cells, CT02: { kind: 'number', value: cells.CT01.value + chance.between(1, 900) } };
  return { ...cells, [code]: chance.happens(20) ? { kind: 'blank' } : { kind: 'fault', text: chance.pick(FAULTS) } };
}

/** Everything that happens with one village in one month; `nextId` names its files. */
export function inventMonthOf(village: Village, truth: Truth, month: Month, chance: Chance): readonly Happening[] {
  const happenings: Happening[] = [];
  let sent = 0;
  const dayOf = (count: number): Day => daysAfter(month.to, count);
  const fileOf = (day: Day, draft: Partial<SentFile> = {}): SentFile => ({
    id: `${month.id} ${village.id} ${String(++sent)}`,
    month: month.id,
    unit: village.id,
    shape: chance.pick(['form', 'form', 'form', 'form', 'own', 'csv']),
    reportedOn: chance.happens(5) ? undefined : day,
    cells: chance.happens(18) ? mistyped(trueCells(truth, chance), chance) : trueCells(truth, chance),
    ...draft,
  });
  const common = (count: number) => ({ day: dayOf(count), month: month.id });
  const arrives = (count: number, file: SentFile): void => {
    const receivedOn = chance.happens(12) ? dayOf(Math.max(1, count - chance.between(1, 3))) : undefined;
    if (chance.happens(12)) happenings.push({ ...common(count), kind: 'drop', file });
    else happenings.push({ ...common(count), kind: 'receive', files: [file], receivedOn });
  };
  const later = (count: number): number => chance.between(count, LAST_DAY);

  if (chance.happens(6)) return [];
  let count = chance.happens(80) ? chance.between(1, 5) : chance.between(6, LAST_DAY);
  if (chance.happens(6)) {
    const damaged = fileOf(dayOf(count), { shape: 'damaged' });
    happenings.push({ ...common(count), kind: 'receive', files: [damaged], receivedOn: undefined });
    if (chance.happens(50)) return happenings;
    count = later(count);
  }
  const first = fileOf(dayOf(count));
  if (chance.happens(5)) {
    const second = { ...fileOf(dayOf(count)), reportedOn: first.reportedOn };
    happenings.push({ ...common(count), kind: 'drop', file: first }, { ...common(count), kind: 'drop', file: second });
    const settled = later(count);
    if (chance.happens(60))
      happenings.push({ ...common(settled), kind: 'receive', files: [second], receivedOn: undefined });
    return happenings;
  }
  arrives(count, first);
  if (count > 5 && chance.happens(60)) {
    const decision = { ...common(later(count)), unit: village.id };
    happenings.push({ ...decision, kind: 'accept-late', reason: 'Mất điện do bão' });
    if (chance.happens(25)) happenings.push({ ...decision, kind: 'refuse-late', reason: 'Xem lại, không có lý do' });
  }
  const adjusts = (): void => {
    const code = chance.pick(['CT01', 'CT02', 'CT03', 'CT05'] as const);
    const value = { CT01: truth.adults + 1, CT02: truth.holders, CT03: chance.between(0, 30), CT05: 7 }[code];
    happenings.push({ ...common(later(count)), kind: 'adjust', unit: village.id, code, value });
  };
  if (chance.happens(12)) adjusts();
  if (chance.happens(6))
    happenings.push({ ...common(later(count)), kind: 'receive', files: [first], receivedOn: undefined });
  while (chance.happens(25)) {
    count = later(count);
    arrives(count, fileOf(dayOf(count)));
  }
  if (chance.happens(8)) adjusts();
  return happenings;
}
