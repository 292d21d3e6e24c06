import { describe, expect, test } from 'vitest';
import { diagnosticOf, type Diagnostic, type Finding } from '../../src/model/diagnostic.ts';
import type { SeverityOverride } from '../../src/model/directive.ts';
import { applyOverrides } from '../../src/validate/severity.ts';
import { configuration } from '../support/a-directive.ts';
import {
  aDirective,
  anArrival,
  anUnusableArrival,
  aRef,
  aRound,
  aUnit,
  date,
  invalid,
  value,
} from '../support/builders.ts';

const village = aUnit();
const school = aUnit({ id: 'TR01', type: 'school' });
const arrivals = [anArrival({ unit: village }), anArrival({ unit: school }), anUnusableArrival('la.pdf')];

function override(overrides: Partial<SeverityOverride>): SeverityOverride {
  const everywhere = { unitTypes: undefined, taskGroups: undefined, indicators: undefined };
  return { rule: 'task-missing', severity: 'warning', ...everywhere, source: configuration, ...overrides };
}

function finding(part: Partial<Finding> = {}, rule = 'task-missing'): Diagnostic {
  const location = { kind: 'cell', ref: aRef('A7', 'Nhiệm vụ') } as const;
  return diagnosticOf({ id: rule, severity: 'error' }, { message: 'thông báo', hint: 'Sửa', location, ...part });
}

function severities(rules: readonly SeverityOverride[], ...findings: readonly Diagnostic[]): readonly string[] {
  const round = aRound({ directive: aDirective({ rules }), units: [village, school] });
  return applyOverrides(findings, arrivals, round).map(({ severity }) => severity);
}

const atSchool = finding({ location: { kind: 'file', file: 'TR01.xlsx' } });
const absentSchool = finding({ location: { kind: 'unit', unit: 'TR01', name: 'Trường' } });
const inStray = finding({ location: { kind: 'file', file: 'chua-nhan.xlsx' } });
const inSettings = finding({ location: { kind: 'data', file: 'tkcds.yaml', path: '', line: 1, column: 1 } });

describe('applyOverrides', () => {
  test('leaves findings alone that no entry names', () => {
    const found = finding({}, 'status-missing');
    const round = aRound({ directive: aDirective({ rules: [override({})] }) });
    expect(applyOverrides([found], arrivals, round)).toEqual([found]);
  });

  test('changes the severity, removes with off, and the last entry that fits wins', () => {
    expect(severities([override({})], finding())).toEqual(['warning']);
    expect(severities([override({ severity: 'error' })], finding())).toEqual(['error']);
    expect(severities([override({ severity: 'off' })], finding(), finding({}, 'other'))).toEqual(['error']);
    expect(severities([override({}), override({ severity: 'info' })], finding())).toEqual(['info']);
    expect(severities([override({ severity: 'off' }), override({ severity: 'info' })], finding())).toEqual(['info']);
    const second = override({ severity: 'info', unitTypes: ['school'] });
    expect(severities([override({}), second], finding(), atSchool)).toEqual(['warning', 'info']);
  });

  test('keeps everything else, and the order', () => {
    const findings = [finding({ facts: { task: 'II.3-1' } }), atSchool];
    const round = aRound({ directive: aDirective({ rules: [override({})] }) });
    const changed = findings.map((one) => ({ ...one, severity: 'warning' }));
    expect(applyOverrides(findings, arrivals, round)).toEqual(changed);
  });

  test.each([
    ['by the file', atSchool, 'warning'],
    ['by the unit', absentSchool, 'warning'],
    ['by the facts, where the file tells nothing', { ...inStray, facts: { unit: 'TR01' } }, 'warning'],
    ['by the facts of our own file', { ...inSettings, facts: { unit: 'TR01' } }, 'warning'],
    ['not a village', finding(), 'error'],
    ['not a file of nobody', inStray, 'error'],
    ['not our own file', inSettings, 'error'],
    ['not an unknown unit', finding({ location: { kind: 'unit', unit: 'XX', name: 'X' } }), 'error'],
  ])('knows the unit type %s', (_name, found, severity) => {
    expect(severities([override({ unitTypes: ['school'] })], found)).toEqual([severity]);
  });

  test.each([
    ['II.5-1', 'warning'],
    ['II.3-1', 'error'],
    ['II.9-9', 'error'],
  ])('knows the group of task %s', (task, severity) => {
    expect(severities([override({ taskGroups: ['II.5'] })], finding({ facts: { task } }))).toEqual([severity]);
  });

  test('knows the group that a finding is about as a whole', () => {
    const rules = [override({ taskGroups: ['II.5'] })];
    expect(severities(rules, finding({ facts: { taskGroup: 'II.5' } }))).toEqual(['warning']);
    expect(severities(rules, finding({ facts: { taskGroup: 'II.3' } }))).toEqual(['error']);
  });

  test('knows the indicator', () => {
    const rules = [override({ indicators: ['adults', 'news-items'] })];
    expect(severities(rules, finding({ facts: { indicator: 'adults' } }))).toEqual(['warning']);
    expect(severities(rules, finding({ facts: { indicator: 'cashless-turns' } }))).toEqual(['error']);
    expect(severities(rules, finding())).toEqual(['error']);
  });

  test('wants every limit of an entry to fit', () => {
    const rules = [override({ unitTypes: ['school'], taskGroups: ['II.5'] })];
    expect(severities(rules, { ...atSchool, facts: { task: 'II.5-1' } })).toEqual(['warning']);
    expect(severities(rules, { ...atSchool, facts: { task: 'II.3-1' } })).toEqual(['error']);
    expect(severities(rules, finding({ facts: { task: 'II.5-1' } }))).toEqual(['error']);
  });
});

describe('an error on what is lost anyway stays an error', () => {
  const rules = [override({ severity: 'off' })];
  const round = aRound({ directive: aDirective({ rules }), units: [village, school] });
  const draft = {
    counts: { adults: invalid('−5'), 'signature-holders': 5 },
    reportedOn: invalid('hôm qua'),
    answers: { 'II.3-1': { status: invalid('xong'), quantity: invalid('nhiều') } },
  };
  const sent = anArrival({ unit: village, ...draft });
  const severitiesOf = (found: Diagnostic, files = [sent]) =>
    applyOverrides([found], files, round).map(({ severity }) => severity);
  const at = (address: string, sheet: string) => finding({ location: { kind: 'cell', ref: aRef(address, sheet) } });
  const about = (file: string) => finding({ location: { kind: 'file', file } });
  const sheet = { kind: 'sheet', file: 'TH01.xlsx', sheet: 'Chỉ tiêu' } as const;

  test.each([
    ['an unreadable count', at('D5', 'Chỉ tiêu'), ['error']],
    ['a count that can be read', at('D6', 'Chỉ tiêu'), []],
    ['an unreadable report date', at('B8', 'Thông tin chung'), ['error']],
    ['an unreadable status', at('C7', 'Nhiệm vụ'), ['error']],
    ['an unreadable quantity', at('E7', 'Nhiệm vụ'), ['error']],
    ['a table that is not there', finding({ location: sheet, facts: { sheet: 'indicators' } }), ['error']],
    ['a row that is not there, which holds no value', finding({ location: sheet, facts: { indicator: 'adults' } }), []],
    ['a whole file that is fine', about('TH01.xlsx'), []],
  ])('%s', (_name, found, expected) => expect(severitiesOf(found)).toEqual(expected));

  test('adults of zero, because there is no share of nobody', () => {
    const files = [anArrival({ unit: village, counts: { adults: 0 } })];
    expect(severitiesOf(at('D5', 'Chỉ tiêu'), files)).toEqual(['error']);
  });

  test('a file that cannot be used, wherever in it the error stands', () => {
    const files = [anUnusableArrival('TH01.xlsx', village)];
    expect(severitiesOf(about('TH01.xlsx'), files)).toEqual(['error']);
    expect(severitiesOf(at('B5', 'Thông tin chung'), files)).toEqual(['error']);
  });

  test('files of one unit that contradict one another, but not copies', () => {
    const [a, b, c] = ['a.xlsx', 'b.xlsx', 'c.xlsx'].map((file) =>
      anArrival({ unit: village, file, sha256: (file === 'c.xlsx' ? 'a' : file.charAt(0)).repeat(64) }),
    );
    if (a === undefined || b === undefined || c === undefined) throw new Error('three files');
    expect(['a.xlsx', 'b.xlsx', 'c.xlsx'].flatMap((file) => severitiesOf(about(file), [a, b, c]))).toHaveLength(3);
    expect(['a.xlsx', 'c.xlsx'].flatMap((file) => severitiesOf(about(file), [a, c]))).toEqual([]);
  });

  test('what is no error may be turned off', () => {
    expect(severitiesOf({ ...at('D5', 'Chỉ tiêu'), severity: 'warning' })).toEqual([]);
  });

  test('a value that counts all the same may be judged more mildly', () => {
    const late = anArrival({ unit: village, reportedOn: value(date('2025-11-13')) });
    expect(severitiesOf(at('B8', 'Thông tin chung'), [late])).toEqual([]);
  });
});
