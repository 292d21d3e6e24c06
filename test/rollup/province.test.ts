import { describe, expect, test } from 'vitest';
import type { Rollup, RollupRound } from '../../src/model/rollup.ts';
import { PROVINCE, provinceReports, rolledUp } from '../support/a-rollup.ts';
import { aVillage, type CommuneFigures } from '../support/commune-reports.ts';

const SUOI_MAY = 'UBND xã Suối Mây';
const DONG_TRANG = 'UBND xã Đồng Trăng';

function onlyRound({ rounds }: Rollup): RollupRound {
  const [round, ...others] = rounds;
  if (round === undefined || others.length > 0) throw new Error('not one round');
  return round;
}

/** Villages are added one by one, in plain loops: nothing of the program's own arithmetic. */
function byHand(reports: readonly CommuneFigures[]) {
  const sums = { numerator: 0, denominator: 0, counted: 0, all: 0, guided: 0, received: 0, onTime: 0, met: 0 };
  for (const { villages } of reports) {
    let [holders, adults] = [0n, 0n];
    for (const village of villages) {
      sums.all += 1;
      if (village.status !== 'missing') sums.received += 1;
      if (village.status === 'on-time') sums.onTime += 1;
      if (village.status !== 'missing') sums.guided += village.guided ?? 0;
      if (village.state !== 'counted') continue;
      sums.counted += 1;
      holders += BigInt(village.holders);
      adults += BigInt(village.adults);
    }
    if (holders * 2n > adults) sums.met += 1;
    sums.numerator += Number(holders);
    sums.denominator += Number(adults);
  }
  return sums;
}

describe.each([1, 7, 2025])('96 communes of seed %i', (seed) => {
  const reports = provinceReports(seed);
  const expected = byHand(reports);
  const { value, diagnostics } = rolledUp(reports, PROVINCE);
  const round = onlyRound(value);
  const [coverage] = round.coverages;
  const [total] = round.totals;
  const [overall] = round.rates;

  test('the share is the sum of all persons by the sum of all adults', () => {
    expect(round.coverages).toHaveLength(1);
    expect(coverage?.ratio).toEqual({ numerator: expected.numerator, denominator: expected.denominator });
    const isMet = BigInt(expected.numerator) * 2n > BigInt(expected.denominator);
    expect(coverage?.verdict).toBe(isMet ? 'met' : 'not-met');
    const needed = Math.floor(expected.denominator / 2) + 1;
    expect(coverage?.shortfall).toBe(Math.max(0, needed - expected.numerator));
  });

  test('says how many communes and units stand behind it', () => {
    expect(coverage).toMatchObject({
      countedCommuneCount: 94,
      expectedCommuneCount: 96,
      countedUnitCount: expected.counted,
      expectedUnitCount: expected.all,
    });
  });

  test('as many communes meet the target as by hand', () => {
    const met = (coverage?.parts ?? []).filter(
      ({ part }) => part !== undefined && part.ratio.numerator * 2 > part.ratio.denominator,
    );
    expect(met).toHaveLength(expected.met);
  });

  test('sums and reporting rates are those by hand', () => {
    expect(total).toMatchObject({ value: expected.guided, countedCommuneCount: 94 });
    expect(overall).toMatchObject({ expected: expected.all, received: expected.received, onTime: expected.onTime });
  });

  test('the two that sent nothing are named', () => {
    const missing = diagnostics.filter(({ rule }) => rule === 'rollup-commune-missing');
    expect(missing.map(({ location }) => location)).toEqual([
      { kind: 'unit', unit: 'QN06', name: PROVINCE[5]?.name },
      { kind: 'unit', unit: 'QN41', name: PROVINCE[40]?.name },
    ]);
    expect(diagnostics).toHaveLength(2);
  });

  test('the order of the files changes no figure', () => {
    expect(onlyRound(rolledUp([...reports].reverse(), PROVINCE).value).coverages[0]?.ratio).toEqual(coverage?.ratio);
  });
});

describe('exactly at the target', () => {
  const half = { name: SUOI_MAY, villages: [aVillage(999, 501), aVillage(1001, 499)] };
  test.each([
    ['more-than', 'not-met', 1],
    ['at-least', 'met', 0],
  ] as const)('%s 50 %%: %s', (comparison, verdict, shortfall) => {
    const [coverage] = onlyRound(rolledUp([{ ...half, target: { comparison, percent: 50 } }]).value).coverages;
    expect(coverage).toMatchObject({ verdict, shortfall, ratio: { numerator: 1000, denominator: 2000 } });
  });
});

describe('what is not the same is never added up', () => {
  test('rounds are kept apart, oldest first', () => {
    const october = { name: SUOI_MAY, villages: [aVillage(100, 60)] };
    const november = {
      ...october,
      period: '2025-11',
      from: '2025-11-01',
      to: '2025-11-30',
      villages: [aVillage(100, 70)],
    };
    const { rounds } = rolledUp([november, october]).value;
    expect(rounds.map(({ period }) => period.id)).toEqual(['2025-10', '2025-11']);
    expect(rounds.map(({ coverages }) => coverages[0]?.ratio.numerator)).toEqual([60, 70]);
  });

  test('only the round that is asked for', () => {
    const october = { name: SUOI_MAY, villages: [aVillage(100, 60)] };
    const november = { ...october, period: '2025-11', from: '2025-11-01', to: '2025-11-30' };
    expect(rolledUp([october, november], undefined, '2025-11').value.rounds.map(({ period }) => period.id)).toEqual([
      '2025-11',
    ]);
  });

  test('shares of another denominator stand by themselves, each with its communes', () => {
    const first = { name: SUOI_MAY, villages: [aVillage(100, 60)] };
    const other = { name: DONG_TRANG, villages: [aVillage(40, 30)], denominatorIndicator: 'households' };
    const { coverages } = onlyRound(rolledUp([first, other]).value);
    expect(
      coverages.map(({ ratio, countedCommuneCount, expectedCommuneCount }) => [
        ratio.denominator,
        countedCommuneCount,
        expectedCommuneCount,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [100, 1, 2],
        [40, 1, 2],
      ]),
    );
  });

  test('with different targets there is a sum but no verdict', () => {
    const target = { comparison: 'more-than', percent: 70 } as const;
    const { value, diagnostics } = rolledUp([
      { name: SUOI_MAY, villages: [aVillage(100, 60)] },
      { name: DONG_TRANG, villages: [aVillage(100, 60)], target },
    ]);
    const [coverage] = onlyRound(value).coverages;
    expect(coverage).toMatchObject({
      verdict: 'no-common-target',
      shortfall: undefined,
      ratio: { numerator: 120, denominator: 200 },
    });
    expect(diagnostics.map(({ rule }) => rule)).toContain('rollup-target-differs');
  });

  test('a commune without figures is none of the communes that count', () => {
    const none = { ...aVillage(10, 5), state: 'not-reported', status: 'missing' } as const;
    const { value } = rolledUp([
      { name: SUOI_MAY, villages: [none] },
      { name: DONG_TRANG, villages: [aVillage(100, 60)] },
    ]);
    expect(onlyRound(value).coverages[0]).toMatchObject({ countedCommuneCount: 1, expectedCommuneCount: 2 });
  });
});

describe('two files of one commune', () => {
  const first = { name: SUOI_MAY, villages: [aVillage(100, 60)] };
  const list = [{ code: 'QN01', name: 'xã Suối Mây' }];

  test('that differ: neither counts', () => {
    const { value, diagnostics } = rolledUp([first, { ...first, villages: [aVillage(100, 61)] }], list);
    expect(onlyRound(value).communes).toMatchObject([{ state: 'left-out', files: ['000.json', '001.json'] }]);
    expect(onlyRound(value).coverages).toEqual([]);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['rollup-report-repeated']);
  });

  test('that are the same: it counts once', () => {
    const { value, diagnostics } = rolledUp([first, first], list);
    expect(onlyRound(value).coverages[0]?.ratio).toEqual({ numerator: 60, denominator: 100 });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['rollup-report-copied']);
  });

  test('names written differently are one commune, also without a list', () => {
    const { value } = rolledUp([first, { ...first, name: 'Ủy ban nhân dân xã Suối Mây', villages: [aVillage(1, 1)] }]);
    expect(onlyRound(value).communes).toMatchObject([{ state: 'left-out' }]);
  });

  test('a ward and a commune of one name are two', () => {
    const { value } = rolledUp([first, { ...first, name: 'UBND phường Suối Mây' }]);
    expect(onlyRound(value).communes.map(({ state }) => state)).toEqual(['counted', 'counted']);
  });
});
