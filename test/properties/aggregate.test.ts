import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import { renderJson } from '../../src/render/formats/json.ts';
import type { Diagnostic, Location, Severity } from '../../src/model/diagnostic.ts';
import type { TaskStatus } from '../../src/model/directive.ts';
import type { Answer } from '../../src/model/located.ts';
import type { ReportModel } from '../../src/model/report.ts';
import type { Ratio } from '../../src/model/ratio.ts';
import type { Arrival } from '../../src/model/submission.ts';
import { blank, dash, date, invalid, value } from '../support/answers.ts';
import { anArrival, anUnusableArrival, aRound, aUnit } from '../support/builders.ts';
import { aFinding, errorAt } from '../aggregate/findings.ts';

const units = [
  ...['TH01', 'TH02', 'TH03', 'TH04'].map((id) => aUnit({ id })),
  aUnit({ id: 'TH05', adults: undefined }),
  aUnit({ id: 'TR01', type: 'school' }),
  aUnit({ id: 'DN01', type: 'company' }),
];
const round = aRound({ units });
const context = {
  programVersion: '0.1.0',
  reportFile: 'bao-cao.docx',
  reportSha256: '0'.repeat(64),
  reportVersion: 'draft' as const,
  summaryFile: 'tong-hop.xlsx',
  summarySha256: '0'.repeat(64),
  inputs: [],
};

const count: fc.Arbitrary<Answer<number>> = fc.oneof(
  fc.integer({ min: 0, max: 3000 }).map((n) => value(n)),
  fc.double().map((n) => value(n)),
  fc.maxSafeInteger().map((n) => value(n)),
  fc.constantFrom(blank(), dash(), invalid()),
);
const status: fc.Arbitrary<Answer<TaskStatus>> = fc.oneof(
  fc.constantFrom<TaskStatus>('completed', 'in-progress', 'not-started').map((s) => value(s)),
  fc.constantFrom(blank(), invalid()),
);
const reportedOn = fc.constantFrom(value(date('2025-11-05')), value(date('2025-11-10')), blank());

/** Up to ten files of any units; several of one unit, copies and unusable ones among them. */
const inbox: fc.Arbitrary<readonly Arrival[]> = fc
  .array(
    fc.record({
      unit: fc.constantFrom(...units, aUnit({ id: 'TH99' })),
      content: fc.constantFrom('a', 'b', 'c'),
      isUsable: fc.boolean(),
      counts: fc.record({ adults: count, 'signature-holders': count, 'people-guided': count, 'news-items': count }),
      status,
      reportedOn,
    }),
    { maxLength: 10 },
  )
  .map((files) =>
    files.map(({ unit, content, isUsable, counts, ...rest }, index) =>
      isUsable
        ? anArrival({
            unit,
            file: `${index}.xlsx`,
            sha256: content.repeat(64),
            counts,
            reportedOn: rest.reportedOn,
            answers: { 'II.3-1': { status: rest.status } },
          })
        : anUnusableArrival(`${index}.xlsx`, index % 2 === 0 ? unit : undefined),
    ),
  );

const file = fc.integer({ min: 0, max: 10 }).map((index) => `${index}.xlsx`);
const location: fc.Arbitrary<Location> = fc.oneof(
  fc.record({
    kind: fc.constant('cell' as const),
    ref: fc.record({
      file,
      sheet: fc.constantFrom('Chỉ tiêu', 'Nhiệm vụ', 'Khác'),
      address: fc.constantFrom('D5', 'D6', 'C7', 'AA7', '', 'x'),
    }),
  }),
  fc.record({ kind: fc.constant('sheet' as const), file, sheet: fc.constantFrom('Chỉ tiêu', 'Khác') }),
  fc.record({ kind: fc.constant('file' as const), file }),
  fc.record({ kind: fc.constant('unit' as const), unit: fc.constantFrom('TH01', 'TH99'), name: fc.constant('Thôn') }),
);
const findings: fc.Arbitrary<readonly Diagnostic[]> = fc.array(
  fc
    .tuple(fc.constantFrom<Severity>('error', 'warning', 'info'), location, fc.constantFrom('x', 'y'))
    .map(([severity, place, rule]) => aFinding(severity, place, { rule })),
  { maxLength: 8 },
);

/** All that is computed; lists of findings keep the order in which they come. */
function figuresOf(model: ReportModel): ReportModel {
  return { ...model, diagnostics: [], leftOut: [] };
}

test('the figures depend neither on the order of the files nor on that of the findings', () => {
  const shuffled = fc.tuple(inbox, findings).chain(([files, found]) =>
    fc.record({
      files: fc.constant(files),
      found: fc.constant(found),
      otherFiles: fc.shuffledSubarray([...files], { minLength: files.length }),
      otherFound: fc.shuffledSubarray([...found], { minLength: found.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ files, found, otherFiles, otherFound }) => {
      const model = aggregate(files, found, round);
      const other = aggregate(otherFiles, otherFound, round);
      expect(figuresOf(other)).toEqual(figuresOf(model));
      expect(renderJson(aggregate(otherFiles, found, round), context)).toBe(renderJson(model, context));
    }),
  );
});

/** Every number anywhere in the JSON; a NaN or an infinity would have become null where a number belongs. */
function numbersIn(json: unknown): readonly number[] {
  if (typeof json === 'number') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(numbersIn) : [];
}

test('whatever arrives, nothing throws and every figure is an exact whole number', () => {
  fc.assert(
    fc.property(inbox, findings, (files, found) => {
      const model = aggregate(files, found, round);
      const figures = [
        ...model.totals.map((total) => total.value),
        ...model.coverages.flatMap(({ ratio, shortfall }) => [ratio.numerator, ratio.denominator, shortfall]),
      ];
      expect(figures.every(Number.isSafeInteger)).toBe(true);
      expect(numbersIn(JSON.parse(renderJson(model, context))).every(Number.isSafeInteger)).toBe(true);
      expect(model.totals.every(({ parts, countedUnitCount }) => parts.length === countedUnitCount)).toBe(true);
    }),
  );
});

const people = fc.record({ adults: fc.nat({ max: 3000 }), holders: fc.nat({ max: 4000 }) });

test('a share lies between nobody and everybody whenever no error is left in it', () => {
  const isShare = ({ numerator, denominator }: Ratio) => numerator >= 0 && numerator <= denominator;
  fc.assert(
    fc.property(fc.array(people, { minLength: 5, maxLength: 5 }), (villages) => {
      const arrivals = villages.map(({ adults, holders }, index) =>
        anArrival({ unit: units[index] ?? aUnit(), counts: { adults, 'signature-holders': holders } }),
      );
      // what the rule on parts and wholes says: an error at the holders that exceed the adults
      const errors = arrivals.flatMap(({ submission }, index) => {
        const { adults = 0, holders = 0 } = villages[index] ?? {};
        const cell = submission?.indicators.find(({ indicator }) => indicator === 'signature-holders')?.value.ref;
        return holders > adults ? [errorAt(cell)] : [];
      });
      for (const { ratio, bounds, rows } of aggregate(arrivals, errors, round).coverages) {
        expect(isShare(ratio)).toBe(true);
        expect(rows.every((row) => row.ratio === undefined || isShare(row.ratio))).toBe(true);
        if (bounds !== undefined) expect([bounds.lowest, bounds.highest].every(isShare)).toBe(true);
      }
    }),
  );
});

test('the verdict of the whole commune stays within the bounds', () => {
  fc.assert(
    fc.property(fc.array(people, { minLength: 4, maxLength: 4 }), fc.nat({ max: 4 }), (villages, reporting) => {
      const known = units.slice(0, 4);
      const arrivals = known.map((unit, index) => {
        const holders = Math.min(villages[index]?.holders ?? 0, 1210); // 1210 adults each, as the register has it
        return anArrival({ unit, counts: { adults: 1210, 'signature-holders': holders } });
      });
      const ours = { ...round, units: known };
      const [partial] = aggregate(arrivals.slice(0, reporting), [], ours).coverages;
      const [whole] = aggregate(arrivals, [], ours).coverages;
      if (partial?.bounds === undefined || whole === undefined) throw new Error('the register knows all adults');
      expect(whole.ratio.denominator).toBe(partial.bounds.lowest.denominator);
      expect(whole.ratio.numerator).toBeGreaterThanOrEqual(partial.bounds.lowest.numerator);
      expect(whole.ratio.numerator).toBeLessThanOrEqual(partial.bounds.highest.numerator);
      if (!partial.bounds.canChangeVerdict && partial.verdict !== 'no-data')
        expect(whole.verdict).toBe(partial.verdict);
    }),
  );
});

test('a further clean report changes no other unit', () => {
  const others = units.filter(({ id }) => id !== 'TH04');
  fc.assert(
    fc.property(inbox, findings, (files, found) => {
      const before = files.filter(({ unit }) => unit?.id !== 'TH04');
      const after = [...before, anArrival({ unit: units[3] ?? aUnit(), file: 'TH04.xlsx' })];
      const [without, with4] = [before, after].map((arrivals) => aggregate(arrivals, found, round));
      for (const { id } of others) {
        expect(with4?.units.find(({ unit }) => unit.id === id)).toEqual(
          without?.units.find(({ unit }) => unit.id === id),
        );
        expect(with4?.coverages[0]?.rows.find(({ unit }) => unit.id === id)).toEqual(
          without?.coverages[0]?.rows.find(({ unit }) => unit.id === id),
        );
      }
      expect(with4?.units.find(({ unit }) => unit.id === 'TH04')?.isCounted).toBe(true);
    }),
  );
});
