import { describe, expect, test } from 'vitest';
import { aFilledForm, GENERAL, STAMP, TASK_HEADER } from '../support/a-filled-form.ts';
import { aFormOf, NAME_CELL, stamped, type Clues } from '../support/a-form-of.ts';
import { aRound } from '../support/builders.ts';
import { brief, parse } from '../support/parse-form.ts';

const alone = aRound({ units: [] });

describe('without a register', () => {
  test.each<[string, Clues, readonly string[]]>([
    ['the code in the file’s name', { file: 'TH01 - Thôn Đông.xlsx' }, []],
    ['another code', { file: 'TH02 - Thôn Tây.xlsx' }, ['unit-name-mismatch file']],
    ['another code in small letters, behind other words', { file: 'bc_th02.xlsx' }, ['unit-name-mismatch file']],
    [
      'another code of other letters, where the program puts it',
      { file: 'TR01 - Trường.xlsx' },
      ['unit-name-mismatch file'],
    ],
    ['both codes', { file: 'TH01 thay TH02.xlsx' }, []],
    ['a month', { file: 'T10 - Thôn Đông.xlsx' }, []],
    ['a longer number', { file: 'TH2025.xlsx' }, []],
    ['no code', { file: 'báo cáo tháng 10.xlsx' }, []],
    ['the name', { name: 'thôn đông' }, []],
    ['the name without the word for the type', { name: 'Đông' }, []],
    ['more words around the name', { name: 'Tổ công nghệ số thôn Đông' }, []],
    ['the name with a slip', { name: 'Thôn Đôg' }, []],
    ['the code', { name: 'TH01' }, []],
    ['another name', { name: 'Thôn Bình An' }, [`unit-name-mismatch ${NAME_CELL}`]],
    ['another code for the name', { name: 'TH02' }, [`unit-name-mismatch ${NAME_CELL}`]],
  ])('%s', (_what, clues, findings) => {
    const outcome = parse(aFormOf({ ...clues, stamp: STAMP }), alone);
    expect(brief(outcome)).toEqual(findings);
    expect(outcome.value.unit?.id).toBe('TH01');
  });

  test('a name that differs by its number only is another one', () => {
    const stamp = stamped({ 'unit-name': 'Thôn Phú Hòa 1' });
    expect(brief(parse(aFormOf({ name: 'Thôn Phú Hòa 2', stamp }), alone))).toEqual([
      `unit-name-mismatch ${NAME_CELL}`,
    ]);
    expect(brief(parse(aFormOf({ name: 'Phú Hòa Một', stamp }), alone))).toEqual([]);
  });

  test('messages say what was found and for whom it counts', () => {
    const found = parse(aFormOf({ file: 'TH02 - x.xlsx', name: 'Thôn Bình An', stamp: STAMP }), alone).diagnostics;
    expect(found.map(({ message }) => message)).toEqual([
      'Phiếu ghi tên đơn vị “Thôn Bình An”, nhưng báo cáo được tính cho “Thôn Đông” (mã TH01)',
      'Tên tệp có mã đơn vị “TH02”, nhưng báo cáo được tính cho “Thôn Đông” (mã TH01)',
    ]);
  });

  test('the hidden sheet says it all', () =>
    expect(parse(aFormOf({ stamp: STAMP }), alone).value.unit).toMatchObject({
      id: 'TH01',
      name: 'Thôn Đông',
      type: 'village',
    }));

  test.each<[string, Parameters<typeof aFilledForm>[0], string | undefined]>([
    ['rows of a village', { stamp: null }, 'village'],
    [
      'rows of a school',
      {
        stamp: null,
        tasks: [TASK_HEADER, ['II.5-1']],
        indicators: [
          ['Mã', 'Số liệu'],
          ['CT21', 4],
        ],
      },
      'school',
    ],
    [
      'no rows, but the word for the type',
      { stamp: null, general: [['Tên đơn vị', 'Doanh nghiệp Mẫu']], tasks: [TASK_HEADER], indicators: [] },
      'company',
    ],
  ])('type by %s', (_what, draft, type) => {
    const { value, diagnostics } = parse(aFilledForm(draft), alone);
    expect(value.unit?.type).toBe(type);
    expect(diagnostics.filter(({ severity }) => severity === 'error' && value.submission === undefined)).toEqual([]);
  });

  test.each<[string, Parameters<typeof aFilledForm>[0]]>([
    ['no name', { stamp: null, general: GENERAL.filter(([label]) => label !== 'Tên đơn vị:') }],
    ['no rows', { stamp: null, tasks: [TASK_HEADER], indicators: [] }],
  ])('%s: unknown', (_what, draft) => {
    const outcome = parse(
      aFilledForm(draft?.tasks === undefined ? draft : { ...draft, general: [['Tên đơn vị', 'Nhóm Mẫu']] }),
      alone,
    );
    expect(brief(outcome)).toEqual(['unit-unknown file']);
  });
});
