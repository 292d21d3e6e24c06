import { describe, expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Directive } from '../../src/model/directive.ts';
import type { Target } from '../../src/model/ratio.ts';
import type { Coverage } from '../../src/model/report.ts';
import { aDirective } from '../support/a-directive.ts';
import { aRef, blank, dash, located } from '../support/answers.ts';
import { anArrival, aRound, aSubmission, aUnit, arrivalOf } from '../support/builders.ts';
import { errorAt, only } from './findings.ts';

const register = (count: number) => located(count, aRef('G4', 'Đơn vị', 'don-vi.xlsx'));

/** Villages that report `[holders, adults]`, and villages that report nothing, known by their adults in the register. */
function coverageOf(
  reports: readonly (readonly [number, number])[],
  missing: readonly (number | undefined)[] = [],
  directive: Directive = aDirective(),
): Coverage {
  const reporting = reports.map((_report, index) => aUnit({ id: `A${index}` }));
  const silent = missing.map((adults, index) =>
    aUnit({ id: `B${index}`, adults: adults === undefined ? undefined : register(adults) }),
  );
  const arrivals = reports.map(([holders, adults], index) =>
    anArrival({ unit: reporting[index] ?? aUnit(), counts: { adults, 'signature-holders': holders } }),
  );
  return only(aggregate(arrivals, [], aRound({ directive, units: [...reporting, ...silent] })).coverages);
}

function withTarget(target: Target): Directive {
  const directive = aDirective();
  return {
    ...directive,
    measures: directive.measures.map((measure) => (measure.kind === 'coverage' ? { ...measure, target } : measure)),
  };
}

describe('the target is compared exactly', () => {
  test.each([
    ['one below half', 499, 1000, 'not-met', 2],
    ['exactly half is not more than half', 500, 1000, 'not-met', 1],
    ['one above half', 501, 1000, 'met', 0],
    ['half of an odd number', 500, 1001, 'not-met', 1],
    ['more than half of an odd number', 501, 1001, 'met', 0],
    ['one above half among ten million, which prints 50,0 %', 5_000_001, 10_000_000, 'met', 0],
    ['nobody', 0, 1000, 'not-met', 501],
    ['everybody', 1000, 1000, 'met', 0],
  ])('%s', (_name, holders, adults, verdict, needed) => {
    const coverage = coverageOf([[holders, adults]]);
    expect([coverage.verdict, coverage.shortfall]).toEqual([verdict, needed]);
    expect([coverage.rows[0]?.isMet, coverage.rows[0]?.shortfall]).toEqual([verdict === 'met', needed]);
  });

  test('“at least” takes exactly half', () => {
    const coverage = coverageOf([[500, 1000]], [], withTarget({ comparison: 'at-least', percent: 50 }));
    expect([coverage.verdict, coverage.shortfall]).toEqual(['met', 0]);
  });

  test('a mean of percentages would say otherwise', () => {
    // 90 of 100 is 90 %, 400 of 1000 is 40 %: the mean is 65 %, the truth 490 of 1100 = 44,5 %; 551 − 490 = 61 to go
    const coverage = coverageOf([
      [90, 100],
      [400, 1000],
    ]);
    expect(coverage.ratio).toEqual({ numerator: 490, denominator: 1100 });
    expect([coverage.verdict, coverage.shortfall]).toEqual(['not-met', 61]);
  });
});

describe('bounds', () => {
  test.each([
    // counted 600 of 1000; silent 100: at worst 600 of 1100, which is still more than half
    ['met and safe', [600, 1000], [100], [600, 1100], [700, 1100], false],
    // silent 200: at worst 600 of 1200, which is exactly half, so not more than half
    ['met, lost at exactly half', [600, 1000], [200], [600, 1200], [800, 1200], true],
    // counted 400 of 1000; silent 200: at best 600 of 1200, exactly half
    ['not met, out of reach by one', [400, 1000], [200], [400, 1200], [600, 1200], false],
    ['not met, just within reach', [400, 1000], [201], [400, 1201], [601, 1201], true],
    ['several silent villages', [400, 1000], [100, 101], [400, 1201], [601, 1201], true],
    ['nobody is silent', [400, 1000], [], [400, 1000], [400, 1000], false],
    ['a silent village without adults', [600, 1000], [0], [600, 1000], [600, 1000], false],
  ] as const)('%s', (_name, [holders, adults], silent, lowest, highest, canChangeVerdict) => {
    expect(coverageOf([[holders, adults]], silent).bounds).toEqual({
      lowest: { numerator: lowest[0], denominator: lowest[1] },
      highest: { numerator: highest[0], denominator: highest[1] },
      canChangeVerdict,
    });
  });

  test('no village counts: no verdict, everything is possible', () => {
    const coverage = coverageOf([], [300]);
    expect(coverage.verdict).toBe('no-data');
    expect(coverage.shortfall).toBe(0);
    expect(coverage.ratio).toEqual({ numerator: 0, denominator: 0 });
    expect(coverage.bounds?.canChangeVerdict).toBe(true);
  });

  test('no bounds when the register does not know how many live there', () => {
    const coverage = coverageOf([[600, 1000]], [100, undefined]);
    expect(coverage.bounds).toBeUndefined();
    expect(coverage.unbounded).toEqual(['B1']);
    expect(coverage.verdict).toBe('met');
  });

  test('a village that counts needs no number in the register', () => {
    const unit = aUnit({ adults: undefined });
    const coverage = only(aggregate([anArrival({ unit })], [], aRound({ units: [unit] })).coverages);
    expect(coverage.unbounded).toEqual([]);
    expect(coverage.bounds?.lowest).toEqual({ numerator: 640, denominator: 1200 });
  });

  test('the register says nothing about a denominator that is not compared with it', () => {
    const directive = aDirective();
    const coverage = coverageOf([[600, 1000]], [100], {
      ...directive,
      relations: { ...directive.relations, register: [] },
    });
    expect([coverage.bounds, coverage.unbounded]).toEqual([undefined, ['B0']]);
  });
});

describe('a village counts only with both numbers', () => {
  const unit = aUnit({ adults: register(1210) });
  const other = aUnit({ id: 'TH02' });
  const clean = aSubmission({ unit });
  const cellOf = (indicator: string) => clean.indicators.find((answer) => answer.indicator === indicator)?.value.ref;

  function rowWith(draft: Parameters<typeof aSubmission>[0], diagnostics: readonly Diagnostic[] = []) {
    const arrivals = [arrivalOf(aSubmission({ unit, ...draft })), anArrival({ unit: other })];
    return only(aggregate(arrivals, diagnostics, aRound({ units: [unit, other] })).coverages);
  }

  test.each([
    ['holders blank', { counts: { 'signature-holders': blank() } }, undefined, 1200],
    ['holders with a dash', { counts: { 'signature-holders': dash() } }, undefined, 1200],
    ['adults blank', { counts: { adults: blank() } }, 640, undefined],
    ['the row of the adults is gone', { without: ['adults'] }, 640, undefined],
    ['a fraction', { counts: { adults: 1200.5 } }, 640, undefined],
    ['not a number', { counts: { adults: NaN } }, 640, undefined],
    ['endless', { counts: { 'signature-holders': Infinity } }, undefined, 1200],
  ])('%s', (_name, draft, numerator, denominator) => {
    const coverage = rowWith(draft);
    const [row] = coverage.rows;
    expect(row?.state).toBe('left-out');
    expect([row?.numerator?.value, row?.denominator?.value]).toEqual([numerator, denominator]);
    expect(coverage.ratio).toEqual({ numerator: 640, denominator: 1200 }); // the other village alone
    // also where the village's own adults are usable, the bounds take the register's: 1200 + 1210
    expect(coverage.bounds?.highest).toEqual({ numerator: 1850, denominator: 2410 });
  });

  test.each(['adults', 'signature-holders'])('an error at %s leaves the village out', (indicator) => {
    const coverage = rowWith({}, [errorAt(cellOf(indicator))]);
    expect(coverage.rows[0]?.state).toBe('left-out');
    expect(coverage.countedUnitCount).toBe(1);
  });

  test('an error at another figure of the village does not', () => {
    const coverage = rowWith({}, [errorAt(cellOf('signature-new'))]);
    expect(coverage.ratio).toEqual({ numerator: 1280, denominator: 2400 });
  });

  test('a warning does not', () => {
    const coverage = rowWith({}, [{ ...errorAt(cellOf('adults')), severity: 'warning' }]);
    expect(coverage.countedUnitCount).toBe(2);
  });

  test('zero holders are a number', () => {
    expect(rowWith({ counts: { 'signature-holders': 0 } }).ratio).toEqual({ numerator: 640, denominator: 2400 });
  });
});

test('a village without adults does not count, not even as one that has reported its share', () => {
  const coverage = coverageOf([[0, 0]]);
  expect([coverage.verdict, coverage.shortfall, coverage.countedUnitCount]).toEqual(['no-data', 0, 0]);
  expect(coverage.rows[0]).toMatchObject({ state: 'left-out', ratio: undefined, isMet: false, shortfall: undefined });
  const lone = coverageOf([[600, 1000]]);
  const other = coverageOf([
    [600, 1000],
    [0, 0],
  ]);
  expect(other.ratio).toEqual(lone.ratio);
  // the register stands in for it: 1210 adults
  expect(other.bounds?.lowest).toEqual({ numerator: 600, denominator: 2210 });
});

test.each([
  ['numerator', { numerator: 'unknown' }],
  ['denominator', { denominator: 'unknown' }],
  ['unit type', { unitType: 'unknown' }],
])('a measure with an unknown %s yields nothing', (_name, fault) => {
  const directive = aDirective();
  const measures = directive.measures.map((measure) => ({ ...measure, ...fault }));
  expect(aggregate([], [], aRound({ directive: { ...directive, measures } })).coverages).toEqual([]);
});
