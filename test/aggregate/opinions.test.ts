import { expect, test } from 'vitest';
import { opinionsOf } from '../../src/aggregate/opinions.ts';
import { gatherEvidence } from '../../src/aggregate/evidence.ts';
import { anArrival, aRef, aRound, aUnit, located, value, type SubmissionDraft } from '../support/builders.ts';
import { cellError } from './findings.ts';

const said = (opinion: 'difficulties' | 'proposals', text: string) => ({
  opinion,
  text: located(text, aRef('B5', 'Khó khăn, đề xuất')),
});

function heard(draft: SubmissionDraft, isLeftOut = false) {
  const unit = aUnit();
  const arrival = anArrival({ unit, ...draft });
  const difficulty = arrival.submission?.tasks[0]?.difficulty;
  const diagnostics =
    isLeftOut && difficulty?.ref !== undefined
      ? [cellError(difficulty.ref.file, difficulty.ref.sheet, difficulty.ref.address)]
      : [];
  const opinions = opinionsOf(gatherEvidence([arrival], diagnostics, aRound({ units: [unit] })));
  return opinions.map(({ opinion, task, text }) => [opinion, task ?? '', text.value].join(' | '));
}

test('difficulties of single tasks stand behind those of the work as a whole', () => {
  expect(
    heard({
      opinions: [said('proposals', 'Thêm máy tính'), said('difficulties', 'Sóng yếu')],
      answers: { 'II.3-1': { difficulty: value('Dân đi làm xa') } },
    }),
  ).toEqual(['difficulties |  | Sóng yếu', 'difficulties | II.3-1 | Dân đi làm xa', 'proposals |  | Thêm máy tính']);
});

test('a cell with an error is not quoted, nor one with white space only', () => {
  const answers = { 'II.3-1': { difficulty: value('Dân đi làm xa') } };
  expect(heard({ answers })).toHaveLength(1);
  expect(heard({ answers }, true)).toEqual([]);
  expect(heard({ answers: { 'II.3-1': { difficulty: value('  ') } } })).toEqual([]);
});

test('a telephone number in the row of a task is masked', () => {
  expect(heard({ answers: { 'II.3-1': { difficulty: value('Gọi 0905123456') } } })).toEqual([
    'difficulties | II.3-1 | Gọi ••••',
  ]);
});
