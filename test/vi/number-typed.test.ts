import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDecimal, formatInteger } from '../../src/vi/number.ts';
import { plainTyping } from '../../src/vi/plain-typing.ts';
import { readTypedNumber, type NumberStyle } from '../../src/vi/typed-number.ts';

describe('readTypedNumber', () => {
  test.each<[string, number, NumberStyle | undefined]>([
    ['1234', 1234, undefined],
    [' 0 ', 0, undefined],
    ['00', 0, undefined],
    ['05', 5, undefined],
    ['-5', -5, undefined],
    ['−5', -5, undefined],
    ['1 234', 1234, undefined],
    ['1\u00a0234', 1234, undefined],
    ['1\u2009234', 1234, undefined],
    ['1\u202f234\u202f567', 1_234_567, undefined],
    ["1'234", 1234, undefined],
    ['1’234’567', 1_234_567, undefined],
    ["'412", 412, undefined],
    ['１２３４', 1234, undefined],
    ['1.234.567', 1_234_567, 'dot-groups'],
    ['1,234,567', 1_234_567, 'comma-groups'],
    ['412,0', 412, 'dot-groups'],
    ['412.00', 412, 'comma-groups'],
    ['1.234,00', 1234, 'dot-groups'],
    ['0,000', 0, 'dot-groups'],
  ])('%j is the whole number %d', (text, value, style) =>
    expect(readTypedNumber(text)).toEqual({ kind: 'whole', value, style }),
  );

  test.each<[string, number, NumberStyle]>([
    ['12,5', 12.5, 'dot-groups'],
    ['12.5', 12.5, 'comma-groups'],
    ['12,34', 12.34, 'dot-groups'],
    ['1.2345', 1.2345, 'comma-groups'],
    ['1234.567', 1234.567, 'comma-groups'],
    ['1.234,5', 1234.5, 'dot-groups'],
    ['1,234.5', 1234.5, 'comma-groups'],
    ['1 234,5', 1234.5, 'dot-groups'],
    ['0,505', 0.505, 'dot-groups'],
    ['0.500', 0.5, 'comma-groups'],
    [',5', 0.5, 'dot-groups'],
    ['-0,5', -0.5, 'dot-groups'],
  ])('%j is a fraction', (text, value, style) =>
    expect(readTypedNumber(text)).toEqual({ kind: 'fraction', value, style }),
  );

  test.each([
    ['1.234', '.', 1234, 1.234],
    ['1,234', ',', 1234, 1.234],
    ['１，２３４', ',', 1234, 1.234],
    ['-12.500', '.', -12_500, -12.5],
  ])('%j has two readings', (text, mark, grouped, decimal) =>
    expect(readTypedNumber(text)).toEqual({ kind: 'either', mark, grouped, decimal }),
  );

  test.each([
    ['007', 7],
    ['000', 0],
    ['0912345678', 912_345_678],
  ])('%j begins with 0 like a code', (text, value) => expect(readTypedNumber(text)).toEqual({ kind: 'padded', value }));

  test.each([
    ...['', 'x', 'ba trăm', '1e3', '12%', '+5', '~500', '500+', '>500', '12/15', '12-15', '(5)', '1,', '5.', '- 5'],
    ...[
      '1.2.3',
      '1.23.456',
      '12.34.567',
      '1,23,456',
      '1.234,567.8',
      '1.234 567',
      '1 23',
      '1\n234',
      '1234.000',
      '1.234.56',
    ],
  ])('%j is no number', (text) => expect(readTypedNumber(text).kind).toBe('not-a-number'));

  test('a printed whole number reads back as itself, or has that as one of its readings', () =>
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (value) => {
        const typed = readTypedNumber(formatInteger(value));
        expect(typed.kind === 'either' ? typed.grouped : typed.kind === 'whole' && typed.value).toBe(value);
      }),
    ));

  test('a printed fraction reads back as itself, or has that as one of its readings', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (tenThousandths) => {
        const value = tenThousandths / 10_000;
        const typed = readTypedNumber(formatDecimal(value));
        const readings =
          typed.kind === 'either' ? [typed.decimal, typed.grouped] : 'value' in typed ? [typed.value] : [];
        expect(readings).toContain(value);
      }),
    ));

  test('no text without a digit is a number, and none throws', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
        const { kind } = readTypedNumber(text);
        if (!/\d/u.test(plainTyping(text))) expect(kind).toBe('not-a-number');
      }),
      { numRuns: 1000 },
    ));

  test.each(['~', '+', '/', '>', '<', '≈', '%', '±'])('no text with %s is a number', (sign) => {
    const digits = fc.stringMatching(/^[\d., ]{0,6}$/u);
    fc.assert(
      fc.property(digits, digits, (before, behind) => {
        expect(readTypedNumber(`${before}${sign}${behind}`).kind).toBe('not-a-number');
      }),
    );
  });

  test('how it was typed does not matter: decomposed, full-width, blanks around', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^-?[\d.,' ]{1,9}$/u), (text) => {
        const expected = readTypedNumber(text);
        const wide = text.replace(/[\d.,]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
        const variants = [text.normalize('NFD'), wide, `\u00a0${text} \u200b`, text.replaceAll(' ', '\u2009')];
        expect(variants.map((variant) => readTypedNumber(variant))).toEqual(variants.map(() => expected));
      }),
    ));
});

test('plainTyping gives the same when it is given its own result', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainTyping(plainTyping(text))).toBe(plainTyping(text));
    }),
  ));
