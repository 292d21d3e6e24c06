import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Unit } from '../../src/model/unit.ts';
import { unitsInFileName } from '../../src/parse/units/unit-file-name.ts';
import { unitsNamed } from '../../src/parse/units/unit-match.ts';
import { candidates } from '../../src/parse/units/unit-search.ts';
import { fits, namesOf, startsWithCode, typeWords, type Names } from '../../src/parse/units/unit-wording.ts';
import { nameWords } from '../../src/vi/name-words.ts';
import { aUnit } from '../support/builders.ts';
import { campaignDirective } from '../support/small-commune.ts';

const { unitTypes } = campaignDirective();

/** Words that are numbers, that are left out, that are cut short, or that the words for types are made of. */
const WORDS =
  'Phú Hòa Hoà hòa và và - & Năm năm 2025 Một 1 01 I V vi VI số Mười hai mươi mốt 21 xã Xã Kỳ Tịnh Nông dân Thôn thôn T. Th. UBND THCS Trường Tiểu học TH01 TH TR'.split(
    ' ',
  );

const text: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 })
  .map((words) => words.join(' '));

const unit: fc.Arbitrary<Unit> = fc
  .record({
    id: fc.constantFrom('', 'TH01', 'TH 02', 'THON03', '1', 'TR', 'Phú'),
    name: fc.tuple(fc.constantFrom('', 'Thôn ', 'Trường ', 'UBND xã '), text).map((parts) => parts.join('')),
    type: fc.constantFrom(...unitTypes.map(({ id }) => id), 'unknown'),
    formerCommune: fc.constantFrom('', 'Tịnh Kỳ'),
    aliases: fc.array(text, { maxLength: 2 }),
  })
  .map((parts) => aUnit(parts));

const register: fc.Arbitrary<Names> = fc
  .array(unit, { minLength: 1, maxLength: 12 })
  .map((units) => ({ units, unitTypes, commune: '' }));

/** A text of its own, or one made of a name of the register. */
function textFor({ units }: Names): fc.Arbitrary<string> {
  const own = units.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
  const named = fc
    .tuple(fc.constantFrom('', 'T. ', 'TH01 - ', 'Thôn '), fc.constantFrom(...own), fc.constantFrom('', ' 1', ' và Kỳ'))
    .map((parts) => parts.join(''));
  return fc
    .tuple(fc.oneof(text, named), fc.constantFrom('as it is', 'upper', 'lower'))
    .map(([words, look]) => (look === 'upper' ? words.toUpperCase() : look === 'lower' ? words.toLowerCase() : words));
}

const searched = register.chain((names) => textFor(names).map((words) => ({ names, words })));

test('every unit that a text can begin with is among the candidates, in the order of the register', () => {
  fc.assert(
    fc.property(searched, ({ names, words }) => {
      const read = nameWords(words);
      const found = candidates([read], names);
      const fitting = names.units.filter(
        (one) =>
          startsWithCode(read, one) ||
          namesOf(one, names).some((name) => fits(read, name, typeWords(one, names)).length > 0),
      );
      expect(found).toEqual(names.units.filter((one) => found.includes(one)));
      expect(found).toEqual(expect.arrayContaining(fitting));
    }),
    { numRuns: 3000 },
  );
});

test('a name and a file name that are nobody’s have no candidates at all', () => {
  const units = ['Phú Hòa', 'Phú Lâm', 'An Kỳ'].map((name, index) =>
    aUnit({ id: `TH0${String(index + 1)}`, name: `Thôn ${name}` }),
  );
  const names: Names = { units, unitTypes, commune: '' };
  expect(candidates([nameWords('Thôn Phú Thọ'), nameWords('Lâm'), nameWords('TH04')], names)).toEqual([]);
  expect(unitsNamed('Thôn Phú Lâm', names)).toEqual([units[1]]);
  expect(unitsInFileName('BC thang 10 Thôn Phú Lâm.xlsx', names)).toEqual([units[1]]);
});
