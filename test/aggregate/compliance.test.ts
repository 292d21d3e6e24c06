import { describe, expect, test } from 'vitest';
import { aggregate } from '../../src/aggregate/aggregate.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { TaskState } from '../../src/model/report.ts';
import type { TaskAnswer } from '../../src/model/submission.ts';
import { aDirective, configuration } from '../support/a-directive.ts';
import { aRef, blank, dash, date, invalid, noCell, value } from '../support/answers.ts';
import { anArrival, aRound, aUnit } from '../support/builders.ts';
import { errorAt, only } from './findings.ts';

const nothing: Partial<TaskAnswer> = {
  status: blank(),
  result: blank(),
  quantity: dash(),
  doneOn: blank(),
  evidence: blank(),
  difficulty: blank(),
};
const cell = (address: string) => aRef(address, 'Nhiệm vụ', 'TH01.xlsx');

function stateOf(answer: Partial<TaskAnswer>, diagnostics: readonly Diagnostic[] = []): TaskState | undefined {
  const { compliance } = aggregate([anArrival({ answers: { 'II.3-1': answer } })], diagnostics, aRound());
  return compliance[0]?.tasks[0]?.states.get('TH01');
}

describe('how a unit stands with a task', () => {
  test.each<[string, Partial<TaskAnswer>, readonly Diagnostic[], TaskState]>([
    ['completed', { status: value('completed') }, [], 'completed'],
    ['under way', { status: value('in-progress') }, [], 'in-progress'],
    ['not started', { ...nothing, status: value('not-started') }, [], 'not-started'],
    ['a wholly blank row', nothing, [], 'unanswered'],
    ['a wholly blank row that a rule reports', nothing, [errorAt(cell('C7'))], 'unanswered'],
    ['a result without a status', { ...nothing, result: value('Đã làm') }, [], 'unanswered'],
    [
      'a result without a status that a rule reports',
      { ...nothing, result: value('Đã làm') },
      [errorAt(cell('C7'))],
      'left-out',
    ],
    [
      'a form without a status column',
      { ...nothing, status: noCell, doneOn: value(date('2025-10-15')) },
      [],
      'unanswered',
    ],
    ['an unreadable status', { status: invalid('gần xong') }, [], 'left-out'],
    ['an error at the status', {}, [errorAt(cell('C7'))], 'left-out'],
    ['an error at the code', {}, [errorAt(cell('A7'))], 'left-out'],
    ['an error at the result', {}, [errorAt(cell('D7'))], 'completed'],
    ['a warning at the status', {}, [{ ...errorAt(cell('C7')), severity: 'warning' }], 'completed'],
  ])('%s', (_name, answer, diagnostics, state) => {
    expect(stateOf(answer, diagnostics)).toBe(state);
  });

  test('the row is not in the file', () => {
    const model = aggregate([anArrival({ without: ['II.3-1'] })], [], aRound());
    const [first, second] = only(model.compliance.filter(({ group }) => group.id === 'II.3')).tasks;
    expect([first?.states.get('TH01'), second?.states.get('TH01')]).toEqual(['unanswered', 'completed']);
    expect(first?.counts).toMatchObject({ unanswered: 1, completed: 0 });
    expect(only(model.units)).toMatchObject({ assignedTaskCount: 2, answeredTaskCount: 1, completedTaskCount: 1 });
  });
});

test('an answer that counts keeps its cell and what stands there; one that does not counts for nothing', () => {
  const asTyped = { ...value<'completed'>('completed'), raw: 'Xong rồi' };
  const answers = { 'II.3-1': { status: asTyped }, 'II.3-2': { status: invalid('gần xong') } };
  const { compliance } = aggregate([anArrival({ answers })], [], aRound());
  const [first, second] = only(compliance.filter(({ group }) => group.id === 'II.3')).tasks;
  expect([first?.cells.get('TH01'), first?.raws.get('TH01')]).toEqual([cell('C7'), 'Xong rồi']);
  expect([second?.cells.size, second?.raws.size]).toEqual([0, 0]);
});

test('a group that binds two types lists the units of both, in the order of the register', () => {
  const [villages] = aDirective().taskGroups;
  if (villages === undefined) throw new Error('no group');
  const both = { ...villages, binds: [...villages.binds, { unitType: 'school', source: configuration }] };
  const directive = aDirective({ taskGroups: [both] });
  const units = [aUnit({ id: 'TR01', type: 'school' }), aUnit({ id: 'TH01' }), aUnit({ id: 'DN01', type: 'company' })];
  const { compliance } = aggregate([], [], aRound({ directive, units }));
  expect(only(compliance).units.map(({ id }) => id)).toEqual(['TR01', 'TH01']);
  expect(only(compliance).tasks[0]?.counts['not-reported']).toBe(2);
});
