import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/model/located.ts';
import type { Unit } from '../../../src/model/unit.ts';
import { countEqualsHouseholds } from '../../../src/validate/rules/count-equals-households.ts';
import { countExceedsRegister } from '../../../src/validate/rules/count-exceeds-register.ts';
import { countFarFromRegister } from '../../../src/validate/rules/count-far-from-register.ts';
import { countTenfoldOfRegister } from '../../../src/validate/rules/count-tenfold-of-register.ts';
import { configuration } from '../../support/a-directive.ts';
import { aDirective, aRound, aSubmission, aUnit, blank, invalid, located } from '../../support/builders.ts';
import { judge, messages, places } from '../run-rule.ts';

type Counts = Readonly<Record<string, number | Answer<number>>>;

interface SubmissionCase {
  readonly unit?: Unit;
  readonly counts: Counts;
}

describe('against the register’s adults (1,000, tolerance 10 %)', () => {
  const unit = aUnit({ adults: located(1000) });
  const registerRules = [countExceedsRegister, countFarFromRegister, countTenfoldOfRegister];

  test('leaves a number that is the households to count-equals-households', () => {
    const village = aUnit({ adults: located(1000), households: located(400) });
    const judged = (adults: number) => judge(countFarFromRegister, aSubmission({ unit: village, counts: { adults } }));
    expect(judged(400)).toEqual([]);
    expect(judged(401)).toHaveLength(1);
  });

  test.each<[number, string | undefined]>([
    [10_000, 'count-tenfold-of-register'],
    [8000, 'count-tenfold-of-register'],
    [7999, 'count-exceeds-register'],
    [1001, 'count-exceeds-register'],
    [1000, undefined],
    [900, undefined],
    [899, 'count-far-from-register'],
    [126, 'count-far-from-register'],
    [125, 'count-tenfold-of-register'],
    [100, 'count-tenfold-of-register'],
    [0, undefined], // which is denominator-zero
  ])('%d gives one finding at most: %s', (adults, expected) => {
    const submission = aSubmission({ unit, counts: { adults } });
    const findings = registerRules.flatMap((rule) => judge(rule, submission));
    expect(findings.map(({ rule }) => rule)).toEqual(expected === undefined ? [] : [expected]);
    expect(places(findings)).toEqual(expected === undefined ? [] : ['TH01.xlsx Chỉ tiêu!D5']);
  });

  test.each<[string, SubmissionCase]>([
    ['a blank', { counts: { adults: blank() } }],
    ['an unreadable number', { counts: { adults: invalid() } }],
    ['a register without the number', { unit: aUnit({ adults: undefined }), counts: { adults: 5 } }],
    ['a register of zero', { unit: aUnit({ adults: located(0) }), counts: { adults: 5 } }],
  ])('compares nothing with %s', (_name, draft) => {
    const findings = registerRules.flatMap((rule) => judge(rule, aSubmission({ unit, ...draft })));
    expect(findings).toEqual([]);
  });

  test('says what the register says, and from where', () => {
    const [above] = judge(countExceedsRegister, aSubmission({ counts: { adults: 1300 } }));
    expect(above?.message).toBe(
      'CT01 “Số người từ đủ 18 tuổi trở lên” là 1.300 người, nhiều hơn 1.210 người trong danh sách đơn vị (nguồn “Công an xã”, ngày 30/09/2025)',
    );
    expect(above?.related.map(({ location }) => location)).toEqual([
      { kind: 'cell', ref: { file: 'don-vi.xlsx', sheet: 'Đơn vị', address: 'G4' } },
    ]);
    expect(above?.facts).toEqual({ indicator: 'adults', value: 1300, register: 1210 });
    const [below] = judge(countFarFromRegister, aSubmission({ counts: { adults: 700 } }));
    expect(below?.message).toContain('là 700 người, thấp hơn quá 10% so với 1.210 người trong danh sách đơn vị');
  });

  test.each([
    [12_100, 'gấp khoảng 10 lần so với 1.210 người', 'thừa một chữ số'],
    [121, 'chỉ bằng khoảng 1/10 so với 1.210 người', 'thiếu một chữ số'],
  ])('%d: %s', (adults, words, slip) => {
    const [finding] = judge(countTenfoldOfRegister, aSubmission({ counts: { adults } }));
    expect(finding?.message).toContain(words);
    expect(finding?.hint).toContain(slip);
  });

  test('says nothing of a source that the register does not name', () => {
    const unnamed = aUnit({ adults: located(1000), adultsSource: '', adultsAsOf: undefined });
    const [finding] = judge(countExceedsRegister, aSubmission({ unit: unnamed, counts: { adults: 1001 } }));
    expect(finding?.message.endsWith('nhiều hơn 1.000 người trong danh sách đơn vị')).toBe(true);
  });
});

describe('count-equals-households', () => {
  test.each<[string, Counts, string]>([
    ['the unit’s own households', { adults: 250, 'households-visited': 250 }, 'CT06 “Số hộ được đến tận nhà”'],
    ['the register’s households', { adults: 410 }, 'số hộ trong danh sách đơn vị'],
    ['both, named once', { adults: 410, 'households-visited': 410 }, 'CT06 “Số hộ được đến tận nhà”'],
    ['the register’s, its own blank', { adults: 410, 'households-visited': blank() }, 'số hộ trong danh sách đơn vị'],
  ])('warns of %s', (_name, counts, words) => {
    const findings = judge(countEqualsHouseholds, aSubmission({ counts }));
    expect(places(findings)).toEqual(['TH01.xlsx Chỉ tiêu!D5']);
    expect(messages(findings)[0]).toContain(`bằng đúng ${words}`);
    expect(findings[0]?.related).toHaveLength(1);
  });

  test.each<[string, SubmissionCase]>([
    ['one more', { counts: { adults: 251, 'households-visited': 250 } }],
    ['one less', { counts: { adults: 409 } }],
    ['zeros', { counts: { adults: 0, 'households-visited': 0 } }],
    ['a blank', { counts: { adults: blank(), 'households-visited': 250 } }],
    ['unreadable households', { counts: { adults: 250, 'households-visited': invalid('250 hộ') } }],
    ['a register without households', { unit: aUnit({ households: undefined }), counts: { adults: 410 } }],
  ])('accepts %s', (_name, draft) => {
    expect(judge(countEqualsHouseholds, aSubmission(draft))).toEqual([]);
  });

  test('compares with the register alone when the directive counts no households', () => {
    const relations = {
      parts: [],
      register: [],
      households: [{ persons: 'adults', households: undefined, source: configuration }],
    };
    const round = aRound({ directive: aDirective({ relations }) });
    const own = aSubmission({ counts: { adults: 250, 'households-visited': 250 } });
    expect(judge(countEqualsHouseholds, own, round)).toEqual([]);
    expect(judge(countEqualsHouseholds, aSubmission({ counts: { adults: 410 } }), round)).toHaveLength(1);
  });
});
