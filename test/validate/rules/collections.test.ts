import { describe, expect, test } from 'vitest';
import type { Arrival } from '../../../src/model/submission.ts';
import { countDatesDiffer } from '../../../src/validate/rules/count-dates-differ.ts';
import { countTenfoldOfPeers } from '../../../src/validate/rules/count-tenfold-of-peers.ts';
import { optionalUnitAbsent } from '../../../src/validate/rules/optional-unit-absent.ts';
import { submissionCopied } from '../../../src/validate/rules/submission-copied.ts';
import { submissionRepeated } from '../../../src/validate/rules/submission-repeated.ts';
import { unitMissing } from '../../../src/validate/rules/unit-missing.ts';
import type { SubmissionDraft } from '../../support/builders.ts';
import {
  anArrival,
  anUnusableArrival,
  aRound,
  aUnit,
  blank,
  date,
  invalid,
  located,
  value,
} from '../../support/builders.ts';
import { judgeAll, messages, places } from '../run-rule.ts';

function village(number: number) {
  return aUnit({ id: `TH0${number}`, name: `Thôn ${number}`, adults: undefined, households: undefined });
}

const school = aUnit({ id: 'TR01', name: 'Trường Tiểu học', type: 'school' });
const company = aUnit({ id: 'DN01', name: 'Công ty Viễn thông', type: 'company' });

/** One file a village, in the order of the drafts. */
function villages(...drafts: readonly SubmissionDraft[]): readonly Arrival[] {
  return drafts.map((draft, index) => anArrival({ unit: village(index + 1), ...draft }));
}

describe('count-dates-differ', () => {
  const counted = (...days: readonly string[]) => villages(...days.map((day) => ({ countedOn: value(date(day)) })));

  test('warns at each unit that differs from the day most use, and lists the days', () => {
    const findings = judgeAll(
      countDatesDiffer,
      counted('2025-10-31', '2025-10-30', '2025-10-31', '2025-09-30'),
      aRound(),
    );
    expect(places(findings)).toEqual(['TH02.xlsx Thông tin chung!B9', 'TH04.xlsx Thông tin chung!B9']);
    expect(messages(findings)[0]).toBe(
      '“Số liệu tính đến ngày” là 30/10/2025, cần cùng một ngày với các thôn khác (31/10/2025: 2 đơn vị, 30/10/2025: 1 đơn vị và 30/09/2025: 1 đơn vị)',
    );
    expect(findings[0]?.facts).toEqual({ unit: 'TH02', date: '2025-10-30', usual: '2025-10-31' });
  });

  test('takes the latest of days that are used equally often', () => {
    const findings = judgeAll(countDatesDiffer, counted('2025-10-30', '2025-10-31'), aRound());
    expect(places(findings)).toEqual(['TH01.xlsx Thông tin chung!B9']);
  });

  test('prefers the common day to a later one', () => {
    const findings = judgeAll(countDatesDiffer, counted('2025-10-30', '2025-10-30', '2025-10-31'), aRound());
    expect(places(findings)).toEqual(['TH03.xlsx Thông tin chung!B9']);
  });

  test.each<[string, readonly Arrival[]]>([
    ['no file', []],
    ['one unit', counted('2025-10-20')],
    ['the same day', counted('2025-10-31', '2025-10-31')],
    ['a blank day', villages({}, { countedOn: blank() })],
    ['an unreadable day', villages({}, { countedOn: invalid('cuối tháng') })],
    ['a day to come', villages({}, { countedOn: value(date('2025-11-13')) })],
    ['a day of another year, which is date-before-period', villages({}, { countedOn: value(date('2024-10-31')) })],
    ['a type that is not asked', [...villages({}), anArrival({ unit: school, countedOn: value(date('2025-10-01')) })]],
    ['an unusable file', [...villages({}), anUnusableArrival('TH02.xlsx', village(2))]],
    [
      'a unit whose files contradict each other',
      [
        ...villages({}),
        ...['a.xlsx', 'b.xlsx'].map((file, day) =>
          anArrival({ unit: village(2), file, countedOn: value(date(`2025-10-0${day + 1}`)) }),
        ),
      ],
    ],
  ])('accepts %s', (_name, arrivals) => {
    expect(judgeAll(countDatesDiffer, arrivals, aRound())).toEqual([]);
  });
});

describe('count-tenfold-of-peers', () => {
  /** Five villages with these numbers of people guided, and one more with the number under test. */
  const guided = (tested: number, others: readonly number[] = [100, 90, 110, 100, 300]) =>
    villages(...[...others, tested].map((count) => ({ counts: { 'people-guided': count } })));

  test.each([
    [1000, 'gấp khoảng 10 lần'],
    [800, 'gấp khoảng 8 lần'],
    [12, 'chỉ bằng khoảng 1/8'],
    [1, 'chỉ bằng khoảng 1/100'],
  ])('warns of %d where 100 is usual: %s', (tested, words) => {
    const findings = judgeAll(countTenfoldOfPeers, guided(tested), aRound());
    expect(places(findings)).toEqual(['TH06.xlsx Chỉ tiêu!D9']);
    expect(messages(findings)).toEqual([
      `CT05 “Số người được hướng dẫn kỹ năng số” là ${tested === 1000 ? '1.000' : tested}, ${words} so với mức giữa của các thôn khác là 100 (5 đơn vị)`,
    ]);
    expect(findings[0]?.hint).toContain(tested > 100 ? 'thừa' : 'thiếu');
    expect(findings[0]?.facts).toEqual({
      unit: 'TH06',
      indicator: 'people-guided',
      value: tested,
      median: 100,
      others: 5,
    });
  });

  test.each<[string, readonly Arrival[]]>([
    ['just under eight times', guided(799)],
    ['just over an eighth', guided(13)],
    ['a zero', guided(0)],
    ['only four others', guided(5000, [100, 90, 110, 100])],
    ['small numbers', guided(160, [19, 19, 19, 19, 19])],
    ['four others that answered', [...guided(5000, [100, 90, 110, 100]), ...villages({}).map(blankGuided)]],
    ['another type', [...guided(100), anArrival({ unit: school, counts: { 'news-items': 5000 } })]],
  ])('accepts %s', (_name, arrivals) => {
    expect(judgeAll(countTenfoldOfPeers, arrivals, aRound())).toEqual([]);
  });

  test('speaks from a usual number of 20 on', () => {
    const arrivals = guided(160, [20, 20, 20, 20, 20]);
    expect(judgeAll(countTenfoldOfPeers, arrivals, aRound())).toHaveLength(1);
  });

  test('takes the mean of the two in the middle when the others are even in number', () => {
    const findings = judgeAll(countTenfoldOfPeers, guided(900, [90, 90, 100, 101, 110, 110]), aRound());
    expect(findings.map(({ facts }) => facts['median'])).toEqual([100.5]);
    expect(messages(findings)[0]).toContain('là 100,5 (6 đơn vị)');
  });

  test('leaves numbers that cannot be true to part-exceeds-whole', () => {
    const signed = (tested: number) =>
      villages(...[60, 60, 60, 60, 60, tested].map((count) => ({ counts: { 'signature-new': count } })));
    expect(places(judgeAll(countTenfoldOfPeers, signed(600), aRound()))).toEqual(['TH06.xlsx Chỉ tiêu!D7']);
    expect(judgeAll(countTenfoldOfPeers, signed(6000), aRound())).toEqual([]);
  });

  test('counts copies of a file once', () => {
    const arrivals = guided(5000, [100, 90, 110, 100]);
    const copy = anArrival({ unit: village(1), file: 'ban-sao.xlsx', sha256: arrivals[0]?.source.sha256 ?? '' });
    expect(judgeAll(countTenfoldOfPeers, [copy, ...arrivals], aRound())).toEqual([]);
  });

  test('leaves what the register judges to the register', () => {
    const arrivals = villages(...[1200, 1200, 1200, 1200, 1200, 12_000].map((adults) => ({ counts: { adults } })));
    expect(places(judgeAll(countTenfoldOfPeers, arrivals, aRound()))).toEqual(['TH06.xlsx Chỉ tiêu!D5']);
    const registered = aUnit({ ...village(6), adults: located(1200) });
    const judged = [...arrivals.slice(0, 5), anArrival({ unit: registered, counts: { adults: 12_000 } })];
    expect(judgeAll(countTenfoldOfPeers, judged, aRound())).toEqual([]);
  });
});

function blankGuided(): Arrival {
  return anArrival({ unit: village(7), counts: { 'people-guided': blank() } });
}

describe('several files of one unit', () => {
  const first = anArrival({ file: 'TH01.xlsx' });
  const second = anArrival({ file: 'TH01 (2).xlsx' });
  const copy = anArrival({ file: 'TH01 - Copy.xlsx', sha256: first.source.sha256 });
  const round = aRound();

  test('submission-repeated stands at each file and relates the others', () => {
    const findings = judgeAll(submissionRepeated, [second, first], round);
    expect(places(findings)).toEqual(['TH01 (2).xlsx', 'TH01.xlsx']);
    expect(new Set(messages(findings))).toEqual(
      new Set([
        'Thôn Đông có 2 tệp khác nhau: “TH01 (2).xlsx” và “TH01.xlsx”, mỗi đơn vị chỉ được một báo cáo nên chưa tính tệp nào',
      ]),
    );
    expect(findings[0]?.related.map(({ location }) => location)).toEqual([{ kind: 'file', file: 'TH01.xlsx' }]);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  });

  test('submission-copied stands at the copy and names the file that counts', () => {
    const findings = judgeAll(submissionCopied, [copy, first], round);
    expect(places(findings)).toEqual(['TH01.xlsx']);
    expect(messages(findings)).toEqual(['Tệp này giống hệt tệp “TH01 - Copy.xlsx”, số liệu chỉ được tính một lần']);
    expect(findings[0]?.severity).toBe('info');
  });

  test('a copy beside another report is both: in conflict, and a copy', () => {
    const files = [second, copy, first];
    expect(places(judgeAll(submissionRepeated, files, round))).toHaveLength(3);
    expect(places(judgeAll(submissionCopied, files, round))).toEqual(['TH01.xlsx']);
  });

  test.each<[string, readonly Arrival[], number, number]>([
    ['one file', [first], 0, 0],
    ['two units', [first, anArrival({ unit: village(2) })], 0, 0],
    ['a copy', [copy, first], 0, 1],
    ['an unusable file beside a good one', [first, anUnusableArrival('TH01.pdf', aUnit())], 0, 0],
    ['files of nobody', [anUnusableArrival('a.pdf'), anUnusableArrival('b.pdf')], 0, 0],
  ])('%s', (_name, arrivals, repeated, copied) => {
    expect(judgeAll(submissionRepeated, arrivals, round)).toHaveLength(repeated);
    expect(judgeAll(submissionCopied, arrivals, round)).toHaveLength(copied);
  });
});

describe('absent units', () => {
  const units = [village(1), village(2), school, company, aUnit({ id: 'KH01', type: 'unheard-of' })];
  const round = aRound({ units });

  test('unit-missing lists who must report and did not, once the deadline has passed', () => {
    const findings = judgeAll(unitMissing, [anArrival({ unit: village(1) })], round);
    expect(places(findings)).toEqual(['TH02', 'TR01']);
    expect(messages(findings)[0]).toBe('Thôn 2 chưa nộp báo cáo, hạn nộp là trước ngày 10/11/2025');
    expect(findings[0]?.location).toEqual({ kind: 'unit', unit: 'TH02', name: 'Thôn 2' });
  });

  test('optional-unit-absent lists who need not report and did not', () => {
    const findings = judgeAll(optionalUnitAbsent, [], round);
    expect(places(findings)).toEqual(['DN01']);
    expect(messages(findings)).toEqual([
      'Công ty Viễn thông không gửi báo cáo, các doanh nghiệp không bắt buộc báo cáo nên không tính vào tỷ lệ',
    ]);
    expect(findings[0]?.severity).toBe('info');
    expect(judgeAll(optionalUnitAbsent, [anArrival({ unit: company })], round)).toEqual([]);
  });

  test.each([
    ['2025-11-09', 0],
    ['2025-11-10', 4],
  ])('as of %s %d units are absent', (asOf, absentCount) => {
    const then = { ...round, asOf: date(asOf) };
    const findings = [unitMissing, optionalUnitAbsent].flatMap((rule) => judgeAll(rule, [], then));
    expect(findings).toHaveLength(absentCount);
  });

  test('a unit whose file cannot be used did send one', () => {
    const findings = judgeAll(unitMissing, [anUnusableArrival('TH02.pdf', village(2))], round);
    expect(places(findings)).toEqual(['TH01', 'TR01']);
  });
});
