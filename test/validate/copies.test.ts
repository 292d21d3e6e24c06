import { expect, test } from 'vitest';
import type { Diagnostic, Location } from '../../src/model/diagnostic.ts';
import { withoutCopies } from '../../src/validate/copies.ts';
import { anArrival, anUnusableArrival, aRef, aRound, aUnit } from '../support/builders.ts';

function findingAt(location: Location): Diagnostic {
  return { rule: 'number-negative', severity: 'error', message: 'm', hint: 'h', location, related: [], facts: {} };
}

const cell = (file: string) => findingAt({ kind: 'cell', ref: aRef('D5', 'Chỉ tiêu', file) });
const sheet = (file: string) => findingAt({ kind: 'sheet', file, sheet: 'Nhiệm vụ' });
const whole = (file: string) => findingAt({ kind: 'file', file });
const sent = (file: string, sha256: string, id = 'TH01') => anArrival({ unit: aUnit({ id }), file, sha256 });

test('drops what is found inside all copies but the first by name', () => {
  const arrivals = [sent('c.xlsx', 's'), sent('a.xlsx', 's'), sent('b.xlsx', 's')];
  const kept = [cell('a.xlsx'), sheet('a.xlsx'), whole('b.xlsx'), whole('c.xlsx')];
  expect(withoutCopies([...kept, cell('b.xlsx'), sheet('b.xlsx'), cell('c.xlsx')], arrivals, aRound())).toEqual(kept);
});

test.each([
  ['different files of one unit', [sent('a.xlsx', 's'), sent('b.xlsx', 't')]],
  ['the same bytes from two units', [sent('a.xlsx', 's'), sent('b.xlsx', 's', 'TH02')]],
  ['files that cannot be used', [anUnusableArrival('a.xlsx', aUnit()), anUnusableArrival('b.xlsx', aUnit())]],
])('keeps everything about %s', (_name, arrivals) => {
  const findings = [cell('a.xlsx'), cell('b.xlsx'), findingAt({ kind: 'unit', unit: 'TH03', name: 'Thôn Hạ' })];
  expect(withoutCopies(findings, arrivals, aRound())).toEqual(findings);
});
