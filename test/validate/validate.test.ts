import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/model/located.ts';
import type { Arrival } from '../../src/model/submission.ts';
import { cellKey } from '../../src/model/workbook.ts';
import { RULE_REGISTRY } from '../../src/validate/rules/index.ts';
import { validate } from '../../src/validate/validate.ts';
import {
  anArrival,
  anUnusableArrival,
  aRef,
  aRound,
  aUnit,
  blank,
  dash,
  date,
  invalid,
  noCell,
  value,
} from '../support/builders.ts';
import { pastRounds } from '../support/past-rounds.ts';
import { places } from './run-rule.ts';

const units = [1, 2, 3, 4, 5, 6, 7].map((number) => aUnit({ id: `TH0${number}`, name: `Thôn ${number}` }));
const company = aUnit({ id: 'DN01', name: 'Công ty Viễn thông', type: 'company' });
const plain = aRound({ units: [...units, company] });
/** What the first village reported before: fewer adults, more holders, few who were guided. */
const past = ['2025-07', '2025-08', '2025-09'].flatMap((period) => [
  [period, 'TH01', 'CT01', '1.000'],
  [period, 'TH01', 'CT02', '1.400'],
  [period, 'TH01', 'CT05', '20'],
]);
const indicators = plain.directive.indicators.map((one) =>
  one.id === 'signature-holders' ? { ...one, isCumulative: true as const } : one,
);
const directive = { ...plain.directive, indicators };
const round = { ...plain, directive, history: pastRounds(past, directive) };

function unitAt(index: number) {
  return units[index] ?? aUnit();
}

/** A round in which every rule finds something. */
const adjustment = {
  unit: 'TH04',
  indicator: 'people-guided',
  was: '31',
  value: 301,
  reason: 'Gõ thiếu một chữ số',
  by: 'Trưởng thôn',
  adjustedOn: date('2025-11-11'),
};

const everythingWrong: readonly Arrival[] = [
  anArrival({
    unit: unitAt(0),
    hasPhone: false,
    reportedOn: value(date('2025-11-12')),
    countedOn: value(date('2025-09-30')),
    counts: {
      adults: 1300,
      'signature-holders': 1301,
      'signature-rate': 70,
      'people-guided': 5000,
      'support-turns': 1,
    },
    answers: {
      'II.3-1': { status: blank(), doneOn: value(date('2025-09-01')) },
      'II.3-2': { result: dash(), evidence: blank(), doneOn: value(date('2025-12-01')) },
    },
    personalData: [{ ref: aRef('D7', 'Nhiệm vụ', 'TH01.xlsx'), pattern: 'id-number' }],
  }),
  anArrival({ unit: unitAt(1), reportedOn: blank(), countedOn: blank(), counts: { adults: 410 } }),
  anArrival({
    unit: unitAt(2),
    counts: { adults: 121, 'signature-holders': blank(), 'cashless-turns': blank() },
    without: ['II.3-2'],
  }),
  ...units.slice(3, 6).map((unit) => anArrival({ unit })),
  anArrival({ unit: unitAt(5), file: 'TH06 - sua.xlsx' }),
  anArrival({ unit: unitAt(4), file: 'TH05 - Copy.xlsx', sha256: anArrival({ unit: unitAt(4) }).source.sha256 }),
  anArrival({ unit: aUnit({ id: 'TH08' }), reportedOn: value(date('2024-11-05')), counts: { adults: 0 } }),
  anArrival({ unit: aUnit({ id: 'TH09' }), counts: { adults: 700 } }),
  anArrival({
    unit: unitAt(3),
    file: 'TH04 - lan 2.xlsx',
    reportedOn: value(date('2025-11-08')),
    counts: { 'people-guided': { kind: 'value', value: 301, raw: '31', ref: aRef('D5'), adjustment } },
  }),
  anUnusableArrival('khong-ro.pdf'),
];

describe('validate', () => {
  test('finds nothing in a clean round', () => {
    const clean = [...units, company].map((unit) => anArrival({ unit }));
    expect(validate(clean, plain, 'round')).toEqual([]);
  });

  test('runs every rule', () => {
    const found = new Set(validate(everythingWrong, round, 'round').map(({ rule }) => rule));
    expect(RULE_REGISTRY.map(({ id }) => id).filter((id) => !found.has(id))).toEqual([]);
  });

  test('stamps the rule’s severity and the unit', () => {
    const [finding] = validate([anArrival({ unit: unitAt(2), without: ['II.3-1'] })], round, 'files');
    expect(finding).toMatchObject({ rule: 'task-missing', severity: 'error', related: [] });
    expect(finding?.facts).toEqual({ unit: 'TH03', task: 'II.3-1' });
  });

  test('judges some files without asking for the rest of the round in the scope “files”', () => {
    const found = new Set(validate(everythingWrong, round, 'files').map(({ rule }) => rule));
    const silent = RULE_REGISTRY.filter(({ id }) => !found.has(id));
    expect(silent.map(({ id, scope }) => [id, scope])).toEqual([
      ['optional-unit-absent', 'round'],
      ['unit-missing', 'round'],
    ]);
    expect(validate([], round, 'files')).toEqual([]);
  });

  test('reports in the register’s order', () => {
    const missing = (unit: (typeof units)[number]) => anArrival({ unit, without: ['adults'] });
    const found = validate([missing(unitAt(2)), missing(unitAt(0))], aRound({ units: units.toReversed() }), 'files');
    expect(places(found)).toEqual(['TH03.xlsx Chỉ tiêu', 'TH01.xlsx Chỉ tiêu']);
  });

  test('says the same whatever order the files come in', () => {
    const expected = validate(everythingWrong, round, 'round');
    fc.assert(
      fc.property(fc.shuffledSubarray([...everythingWrong], { minLength: everythingWrong.length }), (arrivals) => {
        expect(validate(arrivals, round, 'round')).toEqual(expected);
      }),
    );
  });

  test('writes every finding for people: NFC, no full stop, a hint that starts a sentence', () => {
    const findings = validate(everythingWrong, round, 'round');
    const texts = findings.flatMap(({ message, hint, related }) => [message, hint, ...related.map(({ note }) => note)]);
    expect(texts.filter((text) => text !== text.normalize('NFC') || /[.\s]$/u.test(text) || text === '')).toEqual([]);
    const starts = findings.flatMap(({ message, hint }) => [message.charAt(0), hint.charAt(0)]);
    expect(starts.filter((letter) => letter !== letter.toLocaleUpperCase('vi'))).toEqual([]);
    expect(findings.filter(({ message }) => /undefined|NaN|\[object/u.test(message))).toEqual([]);
  });
});

/** Anything a cell of a count may hold. */
const anyCount: fc.Arbitrary<Answer<number>> = fc.oneof(
  fc
    .oneof(fc.nat(20_000), fc.constantFrom(0, 1, 410, 1210, 12_100), fc.integer(), fc.double(), fc.maxSafeInteger())
    .map((n) => value(n)),
  fc.constantFrom<Answer<number>>(blank(), dash(), noCell, invalid()),
);

const anyArrival = fc
  .record({
    number: fc.integer({ min: 0, max: 6 }),
    adults: anyCount,
    holders: anyCount,
    rate: anyCount,
    total: anyCount,
    households: anyCount,
  })
  .map(({ number, adults, holders, rate, total, households }) =>
    anArrival({
      unit: unitAt(number),
      counts: {
        adults,
        'signature-holders': holders,
        'signature-rate': rate,
        'support-turns': total,
        'households-visited': households,
      },
    }),
  );

describe('laws', () => {
  // A double in a count is a bug of the parser, yet must not become an exception here.
  test('never throws, and points only at places that exist', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyArrival, { selector: ({ source }) => source.file }), (arrivals) => {
        const files = new Set(arrivals.map(({ source }) => source.file));
        for (const { location } of validate(arrivals, round, 'round')) {
          if (location.kind === 'cell') expect(files).toContain(location.ref.file);
        }
      }),
    );
  });

  test('reports nothing twice: an unreadable cell gets no second finding', () => {
    fc.assert(
      fc.property(anyArrival, (arrival) => {
        const unreadable = new Set(
          (arrival.submission?.indicators ?? []).flatMap(({ value: answer }) =>
            answer.kind === 'invalid' ? [cellKey(answer.ref)] : [],
          ),
        );
        const found = validate([arrival], round, 'files');
        const again = found.filter(({ location: at }) => at.kind === 'cell' && unreadable.has(cellKey(at.ref)));
        expect(again).toEqual([]);
      }),
    );
  });

  test('a clean report never removes another unit’s finding', () => {
    fc.assert(
      fc.property(anyArrival, (arrival) => {
        const own = validate([arrival], round, 'files');
        const clean = anArrival({ unit: aUnit({ id: 'TH90' }) });
        expect(validate([arrival, clean], round, 'files')).toEqual(expect.arrayContaining([...own]));
      }),
    );
  });
});

describe('the registry', () => {
  test('holds every rule of the folder, sorted', () => {
    const folder = new URL('../../src/validate/rules/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
    const ids = RULE_REGISTRY.map(({ id }) => id);
    expect(ids).toEqual(files.map((name) => name.replace(/\.ts$/u, '')).sort());
    expect(ids.length).toBeGreaterThan(20);
  });

  test.each(RULE_REGISTRY)('$id is worded as a bad pattern', ({ id }) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/u);
    expect(id).not.toMatch(/^(no|check)-/u);
  });
});
