import { expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import type { Measure } from '../../src/model/directive.ts';
import { aDirective, anIndicator, configuration } from '../support/a-directive.ts';
import { blank } from '../support/answers.ts';
import { anArrival, aRound, aUnit } from '../support/builders.ts';

const everybody = anIndicator({ id: 'people-guided', code: 'CT05', unitTypes: ['village', 'school', 'company'] });
const directive = aDirective({ indicators: [everybody], measures: [] });
const village = aUnit({ id: 'TH01' });
const school = aUnit({ id: 'TR01', type: 'school' });
const company = aUnit({ id: 'DN01', type: 'company' });
const units = [village, aUnit({ id: 'TH02' }), school, company];

function totalsWith(measures: readonly Measure[], count = 5) {
  const ours = { ...directive, measures };
  const arrivals = [village, school, company].map((unit, index) =>
    anArrival({ unit, directive: ours, counts: { 'people-guided': count * 10 ** index } }),
  );
  return aggregate(arrivals, [], aRound({ directive: ours, units })).totals;
}

function aSum(overrides: Partial<Extract<Measure, { kind: 'sum' }>>): Measure {
  return {
    kind: 'sum',
    id: 'guided',
    title: 'Số người được hướng dẫn',
    indicator: 'people-guided',
    unitType: 'village',
    source: configuration,
    ...overrides,
  };
}

test('one total for each type that must report; types are never added, companies never counted', () => {
  expect(
    totalsWith([]).map((total) => [total.id, total.value, total.countedUnitCount, total.expectedUnitCount]),
  ).toEqual([
    ['people-guided/village', 5, 1, 2],
    ['people-guided/school', 50, 1, 1],
  ]);
});

test('a total names the cells that were added', () => {
  expect(totalsWith([])[0]?.parts).toEqual([
    { unit: 'TH01', cell: { value: 5, raw: '5', ref: { file: 'TH01.xlsx', sheet: 'Chỉ tiêu', address: 'D5' } } },
  ]);
});

test('a listed sum takes the place of the plain one', () => {
  expect(totalsWith([aSum({})]).map(({ id, title }) => [id, title])).toEqual([
    ['guided', 'Số người được hướng dẫn'],
    ['people-guided/school', 'Chỉ tiêu CT05'],
  ]);
});

test('a listed sum over companies stands for itself, after the others', () => {
  expect(totalsWith([aSum({ id: 'companies', unitType: 'company' })]).map(({ id, value }) => [id, value])).toEqual([
    ['people-guided/village', 5],
    ['people-guided/school', 50],
    ['companies', 500],
  ]);
});

test.each([
  ['an unknown indicator', { indicator: 'unknown' }],
  ['an unknown type', { unitType: 'unknown' }],
])('a listed sum of %s yields nothing', (_name, fault) => {
  expect(totalsWith([aSum(fault)]).map(({ id }) => id)).not.toContain('guided');
});

test('percentages are never added, not even on request', () => {
  const rate = aDirective({ measures: [aSum({ id: 'rates', indicator: 'signature-rate' })] });
  const { totals } = aggregate([anArrival()], [], aRound({ directive: rate }));
  expect(totals.map(({ indicator }) => indicator.id)).not.toContain('signature-rate');
});

test('a blank is not a zero', () => {
  const { totals } = aggregate([anArrival({ counts: { 'people-guided': blank() } })], [], aRound());
  const total = totals.find(({ id }) => id === 'people-guided/village');
  expect([total?.value, total?.countedUnitCount]).toEqual([0, 0]);
});

test('a negative number is no count, even if no rule reports it', () => {
  const { totals } = aggregate([anArrival({ counts: { 'people-guided': -3 } })], [], aRound());
  const total = totals.find(({ id }) => id === 'people-guided/village');
  expect([total?.value, total?.countedUnitCount]).toEqual([0, 0]);
});

test('a sum beyond the exact numbers stays at the last one', () => {
  const counts = { 'people-guided': Number.MAX_SAFE_INTEGER };
  const arrivals = ['TH01', 'TH02'].map((id) => anArrival({ unit: aUnit({ id }), counts }));
  const { totals } = aggregate(arrivals, [], aRound({ units }));
  expect(totals.find(({ id }) => id === 'people-guided/village')?.value).toBe(Number.MAX_SAFE_INTEGER);
});
