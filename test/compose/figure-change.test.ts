import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contributions, type AmountPair } from '../../src/compose/figures/contributions.ts';
import { explainFigures } from '../../src/compose/figures/explain-figures.ts';
import type { Amount } from '../../src/model/figure.ts';
import type { Contribution, FigureBasis, FigureChange } from '../../src/model/figure-change.ts';
import type { ReportModel } from '../../src/model/report.ts';
import { aModel, signatures, villageOne, villageThree, villageTwo } from './support/model.ts';

function basisOf(model: ReportModel, more: Partial<FigureBasis> = {}): FigureBasis {
  const words = 'kỳ trước';
  const bare = { circumstances: [], notes: [], follow: (unit: string) => unit, file: 'khoa-1.json' };
  return { kind: 'previous-round', period: '2025-09', words, model, ...bare, ...more };
}

function changeOf(now: ReportModel, basis: FigureBasis, asked: string, unit?: string): FigureChange | undefined {
  const found = explainFigures({ model: now, origin: 'files', bases: [basis] }, asked, unit);
  return found[0]?.changes[0];
}

const twoVillages = (one: number, two: number): ReportModel =>
  aModel({
    units: [villageOne, villageTwo, villageThree],
    arrivals: [signatures(villageOne, 1200, one), signatures(villageTwo, 850, two)],
  });

describe('a figure beside an earlier one', () => {
  test('names the units that differ and what each adds', () => {
    const change = changeOf(twoVillages(780, 500), basisOf(twoVillages(700, 510)), 'signature-coverage');
    expect(change).toMatchObject({
      before: { printed: '59,0%' },
      difference: { numerator: 70, denominator: 0, hundredths: 341 },
      parts: [
        { unit: 'TH01', kind: 'changed', contribution: { numerator: 80, denominator: 0, hundredths: 390 } },
        { unit: 'TH02', kind: 'changed', contribution: { numerator: -10, denominator: 0, hundredths: -49 } },
      ],
      unchangedCount: 1,
    });
  });

  test('says that a unit is counted now, or no more, and why', () => {
    const before = aModel({ units: [villageOne, villageTwo], arrivals: [signatures(villageOne, 1200, 700)] });
    const now = aModel({ units: [villageOne, villageTwo], arrivals: [signatures(villageTwo, 850, 500)] });
    expect(changeOf(now, basisOf(before), 'CT02')).toMatchObject({
      difference: { value: -200 },
      parts: [
        {
          unit: 'TH01',
          kind: 'no-longer-counted',
          contribution: { value: -700 },
          nowText: expect.stringContaining('Chưa gửi báo cáo') as unknown,
        },
        { unit: 'TH02', kind: 'now-counted', contribution: { value: 500 } },
      ],
    });
  });

  test('names a new unit and one that is gone', () => {
    const before = aModel({ units: [villageOne], arrivals: [signatures(villageOne, 1200, 700)] });
    const now = aModel({ units: [villageTwo], arrivals: [signatures(villageTwo, 850, 500)] });
    expect(changeOf(now, basisOf(before), 'CT02')?.parts).toMatchObject([
      { unit: 'TH02', kind: 'new-unit' },
      { unit: 'TH01', kind: 'gone-unit', name: 'Thôn Thượng' },
    ]);
  });

  test('follows a unit into the one it was merged into', () => {
    const now = aModel({ units: [villageOne], arrivals: [signatures(villageOne, 2050, 1300)] });
    const follow = (unit: string): string => (unit === 'TH02' ? 'TH01' : unit);
    const change = changeOf(now, basisOf(twoVillages(700, 510), { follow }), 'CT02');
    expect(change).toMatchObject({
      before: { printed: '1.210' },
      parts: [
        {
          unit: 'TH01',
          kind: 'changed',
          before: { value: 1210 },
          contribution: { value: 90 },
          formerly: ['Thôn Thượng', 'Thôn Trung'],
        },
      ],
    });
    const ofUnit = changeOf(now, basisOf(twoVillages(700, 510), { follow }), 'CT02', 'TH01');
    expect(ofUnit?.before?.printed).toBe('1.210');
  });

  test('says what the others add when one unit is asked for', () => {
    const change = changeOf(twoVillages(780, 500), basisOf(twoVillages(700, 510)), 'CT02', 'TH01');
    expect(change).toMatchObject({ parts: [{ unit: 'TH01' }], others: { value: -10 } });
  });

  test('finds a number that only an earlier report has', () => {
    const view = { model: twoVillages(780, 500), origin: 'files', bases: [basisOf(twoVillages(700, 510))] } as const;
    expect(explainFigures(view, '59,0%')[0]?.figure.printed).toBe('62,4%');
    expect(explainFigures(view, '99,9%')).toEqual([]);
  });

  test('names what else differs within a round only when nothing at the unit does', () => {
    const circumstances = ['tệp của xã đã thay đổi từ khi đó: doi-chieu.yaml'];
    const basis = basisOf(twoVillages(700, 510), { kind: 'report', circumstances });
    expect(changeOf(twoVillages(700, 500), basis, 'CT02')?.parts).toMatchObject([
      { unit: 'TH02', causes: circumstances },
    ]);
  });
});

function sumOf(
  parts: readonly (Contribution | undefined)[],
  field: 'denominator' | 'hundredths' | 'numerator',
): number {
  return parts.reduce((sum, part) => sum + (part?.kind === 'share' ? (part[field] ?? 0) : 0), 0);
}

test('what the units add is the difference, whatever the numbers are', () => {
  const ratio = fc.record({ numerator: fc.nat(100_000), denominator: fc.integer({ min: 1, max: 100_000 }) });
  const amount = fc.option(
    ratio.map((each): Amount => ({ kind: 'share', ratio: each })),
    { nil: undefined },
  );
  const pairs = fc.array(fc.record({ before: amount, now: amount }), { minLength: 1, maxLength: 60 });
  const total = (own: readonly AmountPair[], side: 'before' | 'now'): Amount => {
    const all = own.flatMap((pair) => (pair[side]?.kind === 'share' ? [pair[side].ratio] : []));
    const sum = (field: 'denominator' | 'numerator'): number => all.reduce((rest, each) => rest + each[field], 0);
    return { kind: 'share', ratio: { numerator: sum('numerator'), denominator: sum('denominator') } };
  };
  fc.assert(
    fc.property(pairs, (own) => {
      const [before, now] = [total(own, 'before'), total(own, 'now')];
      const { difference, parts } = contributions({ before, now }, own);
      if (before.kind !== 'share' || now.kind !== 'share' || difference?.kind !== 'share') throw new Error('no share');
      expect(sumOf(parts, 'numerator')).toBe(now.ratio.numerator - before.ratio.numerator);
      expect(sumOf(parts, 'denominator')).toBe(now.ratio.denominator - before.ratio.denominator);
      if (before.ratio.denominator === 0 || now.ratio.denominator === 0) return;
      const exact = now.ratio.numerator / now.ratio.denominator - before.ratio.numerator / before.ratio.denominator;
      expect(sumOf(parts, 'hundredths')).toBe(difference.hundredths);
      expect(Math.abs((difference.hundredths ?? 0) - exact * 10_000)).toBeLessThan(0.5001);
      for (const [index, part] of parts.entries()) {
        const { before: old, now: current } = own[index] ?? {};
        if (old === undefined && current === undefined) expect(part).toBeUndefined();
      }
    }),
  );
});
