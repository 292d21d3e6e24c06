import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/model/located.ts';
import { denominatorZero } from '../../../src/validate/rules/denominator-zero.ts';
import { indicatorBlank } from '../../../src/validate/rules/indicator-blank.ts';
import { indicatorMissing } from '../../../src/validate/rules/indicator-missing.ts';
import { partExceedsWhole } from '../../../src/validate/rules/part-exceeds-whole.ts';
import { percentageDiffers } from '../../../src/validate/rules/percentage-differs.ts';
import { totalDiffers } from '../../../src/validate/rules/total-differs.ts';
import { anIndicator, configuration } from '../../support/a-directive.ts';
import { aDirective, aRound, aSubmission, blank, dash, invalid, noCell, value } from '../../support/builders.ts';
import { judge, messages, places } from '../run-rule.ts';

type Counts = Readonly<Record<string, number | Answer<number>>>;

describe('indicator-blank', () => {
  test.each([
    ['blank', blank(), 1],
    ['a dash', dash(), 1],
    ['zero', 0, 0],
    ['unreadable, which has been reported', invalid('ba'), 0],
  ])('an expected number that is %s', (_word, answer, count) => {
    const found = judge(indicatorBlank, aSubmission({ counts: { 'cashless-turns': answer } }));
    expect(found.map(({ facts }) => facts)).toEqual(
      Array.from({ length: count }, () => ({ indicator: 'cashless-turns' })),
    );
  });

  test('numbers that are required or free are not its business', () => {
    const counts = { adults: blank(), 'people-guided': blank() };
    expect(judge(indicatorBlank, aSubmission({ counts }))).toEqual([]);
  });
});

describe('indicator-missing', () => {
  test.each([
    ['a blank', blank(), 'TH01.xlsx Chỉ tiêu!D5', 'CT01 “Số người từ đủ 18 tuổi trở lên” để trống, cần một số nguyên'],
    [
      'a dash',
      dash(),
      'TH01.xlsx Chỉ tiêu!D5',
      'CT01 “Số người từ đủ 18 tuổi trở lên” chỉ có dấu gạch, cần một số nguyên',
    ],
  ])('reports %s', (_name, adults, place, words) => {
    const findings = judge(indicatorMissing, aSubmission({ counts: { adults } }));
    expect(places(findings)).toEqual([place]);
    expect(messages(findings)[0]).toContain(words);
    expect(findings[0]?.facts).toEqual({ indicator: 'adults' });
  });

  test('asks for a zero only where a zero is a number that counts', () => {
    const [adults, holders] = judge(
      indicatorMissing,
      aSubmission({ counts: { adults: blank(), 'signature-holders': blank() } }),
    );
    expect(adults?.hint).toContain('lớn hơn 0');
    expect(holders?.hint).toContain('thì nhập số 0');
  });

  test('reports a row that is not there, at the sheet', () => {
    const findings = judge(indicatorMissing, aSubmission({ without: ['adults'] }));
    expect(messages(findings)).toEqual([
      'Không thấy dòng của CT01 “Số người từ đủ 18 tuổi trở lên”, là chỉ tiêu bắt buộc',
    ]);
    expect(places(findings)).toEqual(['TH01.xlsx Chỉ tiêu']);
  });

  test('leaves a missing sheet to the parser', () => {
    const submission = aSubmission({ indicators: [], missingSheets: ['indicators'] });
    expect(judge(indicatorMissing, submission)).toEqual([]);
  });

  test.each<[string, Counts]>([
    ['a zero', { adults: 0 }],
    ['an unreadable number, which the parser reports', { adults: invalid() }],
    ['a file without the column, which the parser reports', { adults: noCell, 'signature-holders': noCell }],
    ['a blank that is optional', { 'signature-new': blank(), 'people-guided': dash() }],
  ])('accepts %s', (_name, counts) => {
    expect(judge(indicatorMissing, aSubmission({ counts }))).toEqual([]);
  });

  test('does not ask the unit for a number that the form computes', () => {
    const computed = { kind: 'sum', of: ['adults'] } as const;
    const directive = aDirective({
      indicators: [anIndicator({ id: 'all', code: 'CT99', whenBlank: 'error', computed })],
    });
    expect(judge(indicatorMissing, aSubmission({ directive, without: ['all'] }), aRound({ directive }))).toEqual([]);
  });
});

describe('part-exceeds-whole', () => {
  test('stands at the part, names both numbers, and relates the whole', () => {
    const findings = judge(partExceedsWhole, aSubmission({ counts: { adults: 1200, 'signature-holders': 1250 } }));
    expect(messages(findings)).toEqual([
      'CT02 “Số người có chữ ký số hoặc chữ ký điện tử cá nhân” là 1.250, lớn hơn CT01 “Số người từ đủ 18 tuổi trở lên” là 1.200',
    ]);
    expect(places(findings)).toEqual(['TH01.xlsx Chỉ tiêu!D6']);
    expect(findings[0]?.related.map(({ location }) => location)).toMatchObject([{ ref: { address: 'D5' } }]);
    expect(findings[0]?.facts).toEqual({
      indicator: 'signature-holders',
      value: 1250,
      whole: 'adults',
      wholeValue: 1200,
    });
  });

  test.each<[string, Counts, number]>([
    ['one more', { adults: 1200, 'signature-holders': 1201 }, 1],
    ['equal', { adults: 1200, 'signature-holders': 1200 }, 0],
    ['a whole of zero', { adults: 0, 'signature-holders': 1, 'signature-new': 0 }, 1],
    ['both wrong', { adults: 10, 'signature-holders': 11, 'signature-new': 12 }, 2],
    ['a blank part', { 'signature-holders': blank() }, 0],
    ['a whole that is a dash', { adults: dash() }, 0],
    ['an unreadable part', { 'signature-holders': invalid('9999') }, 0],
    ['an unreadable whole', { adults: invalid('1') }, 0],
  ])('%s', (_name, counts, findingCount) => {
    expect(judge(partExceedsWhole, aSubmission({ counts }))).toHaveLength(findingCount);
  });

  test('compares nothing with an indicator that the directive does not have', () => {
    const relations = {
      parts: [{ part: 'nothing', whole: 'adults', source: configuration }],
      register: [],
      households: [],
    };
    expect(judge(partExceedsWhole, aSubmission(), aRound({ directive: aDirective({ relations }) }))).toEqual([]);
  });
});

describe('denominator-zero', () => {
  test('reports adults of zero, whatever else the village counts', () => {
    const findings = judge(denominatorZero, aSubmission({ counts: { adults: 0, 'signature-holders': 0 } }));
    expect(places(findings)).toEqual(['TH01.xlsx Chỉ tiêu!D5']);
    expect(messages(findings)).toEqual([
      'CT01 “Số người từ đủ 18 tuổi trở lên” là 0, cần số lớn hơn 0 vì là mẫu số để tính tỷ lệ',
    ]);
    expect(findings[0]).toMatchObject({ severity: 'error', facts: { indicator: 'adults', value: 0 } });
  });

  test.each<[string, Counts]>([
    ['one adult', { adults: 1, 'signature-holders': 0 }],
    ['no holders', { 'signature-holders': 0 }],
    ['a blank', { adults: blank() }],
    ['an unreadable number', { adults: invalid('0 người?') }],
  ])('accepts %s', (_name, counts) => {
    expect(judge(denominatorZero, aSubmission({ counts }))).toEqual([]);
  });

  test('asks only the units that the share is about', () => {
    const plain = aDirective();
    const measures = plain.measures.map((measure) => ({ ...measure, unitType: 'school' }));
    const round = aRound({ directive: { ...plain, measures } });
    expect(judge(denominatorZero, aSubmission({ counts: { adults: 0 } }), round)).toEqual([]);
  });
});

describe('total-differs', () => {
  test.each([121, 119, 0])('warns of a total of %d that should be 120', (total) => {
    const findings = judge(totalDiffers, aSubmission({ counts: { 'support-turns': total } }));
    expect(places(findings)).toEqual(['TH01.xlsx Chỉ tiêu!D13']);
    expect(messages(findings)).toEqual([`CT11 “Tổng số lượt hỗ trợ” là ${total}, khác tổng của CT07 và CT09 là 120`]);
    expect(findings[0]?.related).toHaveLength(2);
    expect(findings[0]?.facts).toEqual({ indicator: 'support-turns', value: total, expected: 120 });
  });

  test.each<[string, Counts]>([
    ['the right total', { 'support-turns': 120 }],
    ['a blank part, which adds nothing', { 'cashless-turns': blank(), 'support-turns': 80 }],
    ['no parts at all', { 'online-service-turns': blank(), 'cashless-turns': dash(), 'support-turns': 0 }],
    ['a blank total', { 'support-turns': blank() }],
    ['an unreadable total', { 'support-turns': invalid('#REF!') }],
    ['an unreadable part', { 'cashless-turns': invalid('nhiều'), 'support-turns': 500 }],
  ])('accepts %s', (_name, counts) => {
    expect(judge(totalDiffers, aSubmission({ counts }))).toEqual([]);
  });

  test('compares nothing while the form’s own formula stands there, whatever it shows', () => {
    const { indicators } = aSubmission({ counts: { 'support-turns': 500, 'signature-rate': 99 } });
    const computed = aSubmission({ indicators: indicators.map((answer) => ({ ...answer, isTyped: false })) });
    expect(judge(totalDiffers, computed)).toEqual([]);
    expect(judge(percentageDiffers, computed)).toEqual([]);
  });

  test('takes a part whose row is not there for blank', () => {
    const draft = { counts: { 'support-turns': 120 }, without: ['cashless-turns'] };
    expect(messages(judge(totalDiffers, aSubmission(draft)))[0]).toContain('là 80');
  });
});

describe('percentage-differs', () => {
  // 640 of 1,200 is 53.333… %, 645 of 1,000 exactly 64.5 %.
  test.each([
    [640, 1200, 53, true],
    [640, 1200, 53.3, true],
    [640, 1200, 53.33, true],
    [640, 1200, (640 * 100) / 1200, true],
    [640, 1200, 53.4, false],
    [640, 1200, 53.2, false],
    [640, 1200, 53.34, false],
    [640, 1200, 54, false],
    [640, 1200, 0.5333, false],
    [645, 1000, 64.5, true],
    [645, 1000, 65, true],
    [645, 1000, 64, true],
    [645, 1000, 66, false],
    [499, 1000, 50, true],
    [0, 1200, 0, true],
    [0, 1200, 1, false],
    [1200, 1200, 100, true],
  ])('%d of %d as %d %%: fits %s', (holders, adults, percent, fits) => {
    const counts = { adults, 'signature-holders': holders, 'signature-rate': percent };
    expect(judge(percentageDiffers, aSubmission({ counts }))).toHaveLength(fits ? 0 : 1);
  });

  test('says what the share should be and stands at the percentage', () => {
    const findings = judge(percentageDiffers, aSubmission({ counts: { 'signature-rate': 60 } }));
    expect(messages(findings)).toEqual([
      'CT04 “Tỷ lệ người có chữ ký số” là 60%, khác tỷ lệ tính từ CT02 chia CT01 là 53,3% (640 trên 1.200)',
    ]);
    expect(places(findings)).toEqual(['TH01.xlsx Chỉ tiêu!D8']);
    expect(findings[0]?.related.map(({ note }) => note)).toEqual(['CT02 là 640', 'CT01 là 1.200']);
  });

  test.each([
    [53.4, 'là 53,4%, khác tỷ lệ tính từ CT02 chia CT01 là 53,33%'],
    [53.34, 'là 53,34%, khác tỷ lệ tính từ CT02 chia CT01 là 53,333%'],
    [53.3335, 'là 53,3335%, khác tỷ lệ tính từ CT02 chia CT01 là 53,3333%'],
  ])('shows one digit more than %d, up to four', (percent, words) => {
    const findings = judge(percentageDiffers, aSubmission({ counts: { 'signature-rate': percent } }));
    expect(messages(findings)[0]).toContain(words);
  });

  test.each<[string, Counts]>([
    ['a blank percentage', { 'signature-rate': blank() }],
    ['an unreadable percentage', { 'signature-rate': invalid('hơn một nửa') }],
    ['a blank numerator', { 'signature-holders': blank(), 'signature-rate': value(70) }],
    ['an unreadable denominator', { adults: invalid(), 'signature-rate': value(70) }],
    ['a denominator of zero', { adults: 0, 'signature-rate': value(70) }],
  ])('compares nothing with %s', (_name, counts) => {
    expect(judge(percentageDiffers, aSubmission({ counts }))).toEqual([]);
  });
});
