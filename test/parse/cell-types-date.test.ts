import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { Answer } from '../../src/model/located.ts';
import type { PlainDate } from '../../src/model/plain-date.ts';
import { CELL_TYPES } from '../../src/parse/cell-types/index.ts';
import type { Place } from '../../src/parse/cells/cell-place.ts';
import { fileEvidence } from '../../src/parse/cells/file-evidence.ts';
import { aSheet, aWorkbook, cellOf, dayCell, percentCell, type CellDraft } from '../support/a-workbook.ts';
import { aRound } from '../support/builders.ts';

const ref = { file: 'TH01.xlsx', sheet: 'Nhiệm vụ', address: 'F5' };

function at(draft: CellDraft, evidence?: Place['evidence']): Place {
  return { cell: cellOf(draft), ref, thing: 'Ô “Ngày”', facts: {}, evidence };
}

/** What a file with these texts tells, in the sample round: October 2025. */
function evidenceOf(...texts: readonly string[]): Place['evidence'] {
  const { period } = aRound();
  return fileEvidence(aWorkbook([aSheet('Nhiệm vụ', [texts])]), { known: [], period }).at();
}

function brief({ value, diagnostics }: Outcome<Answer<PlainDate>>): readonly unknown[] {
  const found = value.kind === 'value' ? value.value : value.kind === 'absent' ? value.mark : 'invalid';
  return [found, ...diagnostics.map(({ rule }) => rule)];
}

const fifth = ['2025-11-05'];
const unreadable = ['invalid', 'date-unreadable'];
const incomplete = ['invalid', 'date-incomplete'];

test.each<[CellDraft, readonly unknown[]]>([
  [dayCell(45_966), fifth],
  [dayCell(45_966.99), fifth],
  ...['05/11/2025', '5/11/2025', '5.11.2025', '05-11-2025', '5/11/25', '05/11/2025.', '05/11/2025 14:30'].map(
    (text): [CellDraft, readonly unknown[]] => [text, fifth],
  ),
  ...['ngày 5 tháng 11 năm 2025', '2025-11-05', 'Thứ Tư, 5/11/2025', '０５／１１／２０２５', ' 05/11/2025 '].map(
    (text): [CellDraft, readonly unknown[]] => [text, fifth],
  ),
  ['29/02/2024', ['2024-02-29']],
  ['ngày …/…/……', ['blank']],
  ['…/…/……', ['blank']],
  ['ngày ... tháng ... năm 2025', ['blank']],
  ...['29/02/2025', '31/11/2025', '11/15/2025', '00/11/2025', '05/11/2568', '05/11/1925', '05/11/99', '25-11-05'].map(
    (text): [CellDraft, readonly unknown[]] => [text, unreadable],
  ),
  ...['hôm qua', 'Nguyễn Văn A', '01/10 - 31/10/2025', '20251105', '45966', 45_966, 5_112_025, 12.5].map(
    (draft): [CellDraft, readonly unknown[]] => [draft, unreadable],
  ),
  ...[dayCell(12), dayCell(60), dayCell(-5), dayCell(2_000_000), dayCell(Number.NaN), percentCell(459.66)].map(
    (draft): [CellDraft, readonly unknown[]] => [draft, unreadable],
  ),
  [{ kind: 'boolean', boolean: true }, unreadable],
  ...['05/11', '10/2025', 'tháng 10', '2025', 2025].map((draft): [CellDraft, readonly unknown[]] => [
    draft,
    incomplete,
  ]),
])('%j', (draft, expected) => expect(brief(CELL_TYPES.date(at(draft)))).toEqual(expected));

describe('evidence', () => {
  test.each<[string, CellDraft, readonly string[], readonly unknown[]]>([
    [
      'in a file with a month-first date what can be swapped is asked about',
      '11/05/2025',
      ['11/25/2025'],
      ['invalid', 'date-ambiguous'],
    ],
    [
      'a time behind it does not hide the month-first date',
      '11/05/2025',
      ['11/25/2025 14:30'],
      ['invalid', 'date-ambiguous'],
    ],
    ['what cannot be swapped is read', '25/11/2025', ['11/25/2025'], ['2025-11-25']],
    ['the same both ways', '11/11/2025', ['11/25/2025'], ['2025-11-11']],
    ['words say which is the month', 'ngày 5 tháng 11 năm 2025', ['11/25/2025'], fifth],
    ['the year in front says it, too', '2025-11-05', ['11/25/2025'], fifth],
    ['day-first dates prove nothing', '05/11/2025', ['25/11/2025'], fifth],
    ['nor does a day that is none either way', '05/11/2025', ['11/31/2025'], fifth],
    ['a bare serial from the time of the period', 45_966, [], fifth],
    ['the same as a text', '45966', [], fifth],
    ['a bare serial from another time', 44_504, [], unreadable],
  ])('%s', (_what, draft, file, expected) =>
    expect(brief(CELL_TYPES.date(at(draft, evidenceOf(...file))))).toEqual(expected),
  );

  test('the finding shows both days and where the month stands first', () =>
    expect(CELL_TYPES.date(at('11/05/2025', evidenceOf('x', '11/25/2025'))).diagnostics[0]).toMatchObject({
      message:
        'Ô “Ngày” ghi “11/05/2025”, có thể là ngày 11/05/2025 hoặc ngày 05/11/2025 vì trong tệp có ngày ghi tháng trước',
      related: [{ location: { kind: 'cell', ref: { file: 'TH01.xlsx', sheet: 'Nhiệm vụ', address: 'B1' } } }],
      facts: { dayFirst: '2025-05-11', monthFirst: '2025-11-05' },
    }));
});

test.each<[CellDraft, string]>([
  ['hôm qua', 'ghi “hôm qua”, cần một ngày có thật dạng ngày/tháng/năm'],
  ['31/11/2025', 'ghi “31/11/2025” nhưng tháng 11/2025 chỉ có 30 ngày, cần một ngày có thật dạng ngày/tháng/năm'],
  [
    '11/25/2025',
    'ghi “11/25/2025” nhưng một năm chỉ có 12 tháng, cần một ngày có thật dạng ngày/tháng/năm (có phải là 25/11/2025?)',
  ],
  ['00/11/2025', 'ghi “00/11/2025” nhưng không có ngày nào như vậy, cần một ngày có thật dạng ngày/tháng/năm'],
  [
    '05/11/2568',
    'ghi “05/11/2568”, năm 2568 không thể đúng, cần một ngày có thật dạng ngày/tháng/năm (có phải là 05/11/2025?)',
  ],
  [
    '10/10-12/10/2025',
    'ghi nhiều ngày “10/10-12/10/2025”, cần một ngày có thật dạng ngày/tháng/năm (có phải là 12/10/2025?)',
  ],
  ['05/11', 'ghi “05/11”, thiếu năm, cần đủ ngày/tháng/năm (có phải là 05/11/2025?)'],
  ['20/12', 'ghi “20/12”, thiếu năm, cần đủ ngày/tháng/năm (có phải là 20/12/2025?)'],
  ['15/01', 'ghi “15/01”, thiếu năm, cần đủ ngày/tháng/năm (có phải là 15/01/2026?)'],
  ['10/2025', 'ghi “10/2025”, chỉ có tháng và năm, cần đủ ngày/tháng/năm'],
  [40_000, 'ghi số “40000”, không phải ngày, cần một ngày có thật dạng ngày/tháng/năm (có phải là 06/07/2009?)'],
  ['20251105', 'ghi “20251105”, cần một ngày có thật dạng ngày/tháng/năm (có phải là 05/11/2025?)'],
  ['Nguyễn Văn A', 'ghi chữ, cần một ngày có thật dạng ngày/tháng/năm'],
  ['05/11/2025 (Nguyễn Văn A)', 'ghi cả chữ và số, cần một ngày có thật dạng ngày/tháng/năm'],
])('%j: %s', (draft, message) =>
  expect(CELL_TYPES.date(at(draft, evidenceOf())).diagnostics[0]?.message).toBe(`Ô “Ngày” ${message}`),
);

test('a name is not in the raw text of the answer either', () =>
  expect(JSON.stringify(CELL_TYPES.date(at('Nguyễn Văn A')))).not.toContain('Nguyễn'));

test('without a period the year is asked for and none suggested', () =>
  expect(CELL_TYPES.date(at('05/11')).diagnostics[0]?.message).toBe(
    'Ô “Ngày” ghi “05/11”, thiếu năm, cần đủ ngày/tháng/năm',
  ));

test('any text and any number is answered', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.stringMatching(/^[\d/ .:-]{1,20}$/u),
        fc.double(),
        fc.double().map((serial) => dayCell(serial)),
      ),
      (draft) => {
        const { value, diagnostics } = CELL_TYPES.date(at(draft, evidenceOf('11/25/2025')));
        expect(diagnostics).toHaveLength(value.kind === 'invalid' ? 1 : 0);
      },
    ),
    { numRuns: 2000 },
  ));
