import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import { copiedFiles } from '../../src/model/arrivals.ts';
import { fileOf, type Diagnostic } from '../../src/model/diagnostic.ts';
import type { SeverityOverride } from '../../src/model/directive.ts';
import { rowAnswers, type Arrival } from '../../src/model/submission.ts';
import { cellKey, type CellRef } from '../../src/model/workbook.ts';
import { checkFiles, readFile, RULES, summarize } from '../../src/pipeline.ts';
import { applyOverrides } from '../../src/validate/severity.ts';
import { validate } from '../../src/validate/validate.ts';
import { aFinding, fileError } from '../aggregate/findings.ts';
import { configuration } from '../support/a-directive.ts';
import { aDirective, anArrival, anUnusableArrival, aRound, aUnit, blank, invalid, value } from '../support/builders.ts';
import { parseGoldenCase } from '../support/rule-page.ts';
import { playRound } from '../support/scenario.ts';

/** Whatever the directive says of severities: what does not count is listed. */
const units = ['TH01', 'TH02', 'TH03'].map((id) => aUnit({ id }));

function overrides(severity: SeverityOverride['severity'], rules: readonly string[]): readonly SeverityOverride[] {
  const everywhere = { unitTypes: undefined, taskGroups: undefined, indicators: undefined, source: configuration };
  return rules.map((rule) => ({ rule, severity, ...everywhere }));
}

/** The cells with something in them that is no answer. */
function invalidCells({ submission }: Arrival): readonly CellRef[] {
  if (submission === undefined) return [];
  const { reportedOn, countedOn, tasks, indicators } = submission;
  const answers = [reportedOn, countedOn, ...tasks.flatMap(rowAnswers), ...indicators.map((one) => one.value)];
  return answers.flatMap((answer) => (answer.kind === 'invalid' ? [answer.ref] : []));
}

/** Where the report would be silent: a cell or a file of no figure and no finding. */
function silences(arrivals: readonly Arrival[], leftOut: readonly { readonly diagnostic: Diagnostic }[]) {
  const places = leftOut.map(({ diagnostic }) => diagnostic.location);
  const cells = new Set(places.flatMap((place) => (place.kind === 'cell' ? [cellKey(place.ref)] : [])));
  const files = new Set(places.map((place) => fileOf(place)));
  const copies = copiedFiles(arrivals, aRound());
  return [
    ...arrivals
      .filter(({ source }) => !copies.has(source.file))
      .flatMap((arrival) => invalidCells(arrival).filter((ref) => !cells.has(cellKey(ref)))),
    ...arrivals.flatMap(({ source, submission }) =>
      submission === undefined && !files.has(source.file) ? [source.file] : [],
    ),
  ];
}

const count = fc.constantFrom(value(0), value(500), value(1200), blank(), invalid('−5'));
const inbox: fc.Arbitrary<readonly Arrival[]> = fc
  .array(
    fc.record({
      unit: fc.constantFrom(...units),
      content: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      isUsable: fc.boolean(),
      counts: fc.record({ adults: count, 'signature-holders': count, 'people-guided': count }),
      status: fc.constantFrom(value('completed' as const), invalid('xong')),
    }),
    { maxLength: 6 },
  )
  .map((files) =>
    files.map(({ unit, content, isUsable, counts, status }, index) =>
      isUsable
        ? anArrival({
            unit,
            file: `${index}.xlsx`,
            sha256: content.repeat(64),
            counts,
            answers: { 'II.3-1': { status } },
          })
        : anUnusableArrival(`${index}.xlsx`, unit),
    ),
  );

test.each(['off', 'info', 'warning'] as const)('every rule %s: every excluded value is still listed', (severity) => {
  const directive = aDirective({ rules: overrides(severity, ['sample-rule', ...RULES.map(({ id }) => id)]) });
  const round = aRound({ units, directive });
  fc.assert(
    fc.property(inbox, (arrivals) => {
      const read = arrivals.flatMap((arrival) => [
        ...invalidCells(arrival).map((ref) => aFinding('error', { kind: 'cell', ref })),
        ...(arrival.submission === undefined ? [fileError(arrival.source.file)] : []),
      ]);
      const found = applyOverrides([...read, ...validate(arrivals, round, 'round')], arrivals, round);
      const { leftOut, units: outcomes, coverages } = aggregate(arrivals, found, round);
      expect(silences(arrivals, leftOut)).toEqual([]);
      for (const { files, isConflicting } of outcomes) {
        const listed = leftOut.filter(({ diagnostic }) => files.includes(fileOf(diagnostic.location) ?? ''));
        if (isConflicting) expect(listed.length).toBeGreaterThanOrEqual(files.length);
      }
      const listedCells = new Set(
        leftOut.flatMap(({ diagnostic: { location } }) => (location.kind === 'cell' ? [cellKey(location.ref)] : [])),
      );
      // A village that has reported both numbers but does not count in the share: one of the two is listed.
      for (const { state, numerator, denominator } of coverages.flatMap(({ rows }) => rows)) {
        if (state !== 'left-out' || numerator === undefined || denominator === undefined) continue;
        expect(listedCells.has(cellKey(numerator.ref)) || listedCells.has(cellKey(denominator.ref))).toBe(true);
      }
    }),
  );
});

test('in files, too: with every rule off, what cannot be used is listed', async () => {
  const { steps } = parseGoldenCase(`# Nhiều lỗi

**TH01.xlsx · Chỉ tiêu**

| Mã   | Số liệu |
| ---- | ------- |
| CT01 | 0       |
| CT02 | -5      |
| CT05 | 1,5     |
| CT06 | nhiều   |

**TH02.xlsx · Thông tin chung**

| Mục          | Nội dung |
| ------------ | -------- |
| Ngày báo cáo | hôm qua  |

**TH03.xlsx: xóa trang “Chỉ tiêu”**

**TR01.xlsx: cắt còn 5000 byte**
`);
  const { value: played } = await playRound(steps);
  if (played === undefined) throw new Error('the round was not played');
  const { files, round } = played;
  const rules = RULES.map(({ id }) => id);
  const mildRound = { ...round, directive: { ...round.directive, rules: overrides('off', rules) } };
  const checked = checkFiles(files.map(readFile), mildRound, 'round');
  const { leftOut } = summarize(checked, mildRound);
  expect(silences(checked.arrivals, leftOut)).toEqual([]);
  expect(leftOut.map(({ diagnostic }) => diagnostic.rule)).toEqual([
    'denominator-zero',
    'number-negative',
    'number-not-whole',
    'number-unreadable',
    'date-unreadable',
    'sheet-missing',
    'file-unreadable',
  ]);
});
