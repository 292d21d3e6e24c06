import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Unit } from '../../src/model/unit.ts';
import { unitsInFileName } from '../../src/parse/units/unit-file-name.ts';
import { unitsNamed } from '../../src/parse/units/unit-match.ts';
import { recogniseUnit } from '../../src/parse/units/unit-recognition.ts';
import { aRound, aUnit } from '../support/builders.ts';
import { campaignDirective } from '../support/small-commune.ts';

const directive = campaignDirective();
const PRESENT = 'Tịnh Khê';

/** A village as the register may have it: its name without the word for the type, a number behind it or none. */
interface Village {
  readonly base: string;
  readonly number: number | undefined;
  readonly formerCommune: string;
}

const village: fc.Arbitrary<Village> = fc.record({
  base: fc.constantFrom('', 'Phú Hòa', 'Phú Lâm', 'Mỹ Lại', 'Mỹ Lài', 'Phước Thuận - Phước Hậu', 'Cổ Lũy', 'Năm Gò'),
  number: fc.option(fc.constantFrom(1, 2, 5, 11, 21), { nil: undefined }),
  formerCommune: fc.constantFrom('', 'Tịnh Kỳ', 'Tịnh Châu', PRESENT),
});

const WORDS: ReadonlyMap<number, readonly string[]> = new Map([
  [1, ['1', '01', 'số 1', 'một', 'Một', 'I', 'số một']],
  [2, ['2', '02', 'số 2', 'hai', 'Hai', 'II']],
  [5, ['5', '05', 'năm', 'Năm', 'V']],
  [11, ['11', 'mười một', 'Mười Một', 'XI']],
  [21, ['21', 'hai mươi mốt', 'XXI']],
]);

/** How a person writes a name; each choice leaves it the same name. */
interface Hand {
  readonly type: string;
  readonly joint: string;
  readonly number: number;
  readonly look: 'plain' | 'lower' | 'upper' | 'decomposed' | 'old tones';
  readonly place: 'none' | 'former' | 'former commune' | 'bare' | 'present';
}

const hand: fc.Arbitrary<Hand> = fc.record({
  type: fc.constantFrom(
    'Thôn ',
    'thôn ',
    'THÔN ',
    'T. ',
    'T.',
    'Th. ',
    'Chi bộ thôn ',
    'Tổ CNSCĐ thôn ',
    'của thôn ',
    '',
  ),
  joint: fc.constantFrom(' - ', '-', ' – ', ' và ', ' & '),
  number: fc.nat(),
  look: fc.constantFrom('plain', 'lower', 'upper', 'decomposed', 'old tones'),
  place: fc.constantFrom('none', 'former', 'former commune', 'bare', 'present'),
});

function looking(text: string, look: Hand['look']): string {
  switch (look) {
    case 'plain':
      return text;
    case 'lower':
      return text.toLowerCase();
    case 'upper':
      return text.toUpperCase();
    case 'decomposed':
      return text.normalize('NFD');
    case 'old tones':
      return text.replace('Hòa', 'Hoà').replace('Lũy', 'Luỹ');
  }
}

function placed(formerCommune: string, place: Hand['place']): string {
  if (place === 'present') return `, xã ${PRESENT}, tỉnh Quảng Ngãi`;
  if (formerCommune === '' || place === 'none') return '';
  return {
    former: ` (${formerCommune} cũ)`,
    'former commune': ` - xã ${formerCommune} cũ`,
    bare: `, ${formerCommune}`,
  }[place];
}

function written({ base, number, formerCommune }: Village, by: Hand): string {
  const forms = number === undefined ? [] : (WORDS.get(number) ?? []);
  const name = looking(base.replace(' - ', by.joint), by.look);
  const words = [name, forms[by.number % Math.max(1, forms.length)] ?? ''].filter((word) => word !== '').join(' ');
  return `${words === '' ? '' : by.type}${words}${placed(formerCommune, by.place)}`;
}

const register: fc.Arbitrary<readonly (Village & { readonly unit: Unit })[]> = fc
  .array(fc.tuple(village, hand), { minLength: 1, maxLength: 8 })
  .map((drafts) =>
    drafts
      .filter(([{ base, number }]) => base !== '' || number !== undefined)
      .map(([draft, by], index) => {
        const name = written({ ...draft, formerCommune: '' }, { ...by, type: 'Thôn ', place: 'none', look: 'plain' });
        return { ...draft, unit: aUnit({ id: `TH0${String(index + 1)}`, name, formerCommune: draft.formerCommune }) };
      }),
  );

const namesOf = (villages: readonly { readonly unit: Unit }[]) => ({
  units: villages.map(({ unit }) => unit),
  unitTypes: directive.unitTypes,
  commune: PRESENT.toLowerCase(),
});

describe('for any register', () => {
  test('a name in any writing is its unit’s, alone or with others of that name, and never another’s', () =>
    fc.assert(
      fc.property(register, hand, (villages, by) => {
        for (const own of villages) {
          const text = written(own, by);
          expect([text, unitsNamed(text, namesOf(villages)).map(({ id }) => id)]).toEqual([
            text,
            expect.arrayContaining([own.unit.id]),
          ]);
        }
      }),
      { numRuns: 400 },
    ));

  test('the name in a file’s name, too', () =>
    fc.assert(
      fc.property(register, hand, (villages, by) => {
        for (const own of villages) {
          const name = written(own, { ...by, type: 'Thôn ', place: 'none' });
          for (const file of [`BC_T10_${name.replaceAll(' ', '_')}.xlsx`, `${own.unit.id} - ${name} (1).xlsx`]) {
            const found = unitsInFileName(file, namesOf(villages)).map(({ id }) => id);
            expect([file, found]).toEqual([file, expect.arrayContaining([own.unit.id])]);
          }
        }
      }),
      { numRuns: 200 },
    ));

  test('a name that differs in one diacritic or one number is not recognised', () =>
    fc.assert(
      fc.property(register, hand, (villages, by) => {
        const known = new Set(villages.map(({ base, number }) => JSON.stringify([base, number])));
        for (const own of villages) {
          const other = own.base === 'Mỹ Lại' ? { ...own, base: 'Mỹ Lài' } : { ...own, number: 2 };
          if (known.has(JSON.stringify([other.base, other.number]))) continue;
          expect(unitsNamed(written(other, by), namesOf(villages))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    ));

  test('the order of the units changes no recognition', () =>
    fc.assert(
      fc.property(
        register.chain((villages) =>
          fc.tuple(fc.constant(villages), fc.shuffledSubarray([...villages], { minLength: villages.length })),
        ),
        fc.tuple(hand, fc.nat(), fc.boolean()),
        ([villages, shuffled], [by, index, isInFile]) => {
          const own = villages[index % Math.max(1, villages.length)];
          if (own === undefined) return;
          const name = written(own, by);
          const clues = { file: 'a.xlsx', stamp: undefined, nameRef: undefined };
          const said = isInFile ? { ...clues, path: `${name}.xlsx`, name: '' } : { ...clues, path: 'a.xlsx', name };
          const outcome = (order: typeof villages) => {
            const units = order.map(({ unit }) => unit);
            const { value, diagnostics } = recogniseUnit(
              said,
              aRound({ directive, units, issuer: `UBND xã ${PRESENT}` }),
            );
            return [value?.id, diagnostics.map(({ rule }) => rule)];
          };
          expect(outcome(shuffled)).toEqual(outcome(villages));
        },
      ),
      { numRuns: 200 },
    ));
});
