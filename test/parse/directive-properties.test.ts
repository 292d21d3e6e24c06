import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DIRECTIVE_PROBLEMS } from '../../src/parse/directive/problems.ts';
import { parseDirective } from '../../src/parse/directive/parse-directive.ts';
import { SAMPLE } from '../support/directive-text.ts';

describe('for any text', () => {
  const campaign = readFileSync(
    new URL('../../templates/directives/ubnd-xa-tinh-khe-cds-2025.yaml', import.meta.url),
    'utf8',
  );
  const ids = new Set(DIRECTIVE_PROBLEMS.map(({ id }) => id));
  const english = /\b(?:expected|invalid|input|received|too|must|required|unrecognized|undefined|null|object)\b/iu;

  function checkFindings(text: string): void {
    const { value, diagnostics } = parseDirective(text, 'mau.yaml');
    expect(value === undefined).toBe(diagnostics.length > 0);
    for (const { rule, severity, message, hint, location } of diagnostics) {
      expect(ids).toContain(rule);
      expect(severity).toBe('error');
      // What the file itself says stands in quotation marks.
      expect(message.replace(/“[^”]*”/gu, '')).not.toMatch(english);
      expect(message).toMatch(/[^.\s]$/u);
      expect(hint).toMatch(/^\p{Lu}.*[^.\s]$/su);
      expect(location).toMatchObject({ kind: 'data', file: 'mau.yaml' });
      if (location.kind !== 'data') continue;
      expect(location.line).toBeGreaterThanOrEqual(1);
      expect(location.column).toBeGreaterThanOrEqual(1);
      expect(location.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/u).length);
    }
  }

  const pieces = [
    '',
    ' ',
    '\t',
    '\n',
    '\r\n',
    ':',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '!x ',
    '"',
    "'",
    '|',
    '>-',
    '#',
    '%',
  ];
  const values = [
    'null',
    'true',
    '1',
    '-1',
    '.nan',
    '.inf',
    '1e400',
    '0x1F',
    '~',
    '[]',
    '{}',
    '? a',
    '<<',
    '__proto__',
    '\u0000',
    '\ud800',
    '---\n',
  ];
  const piece = fc.oneof(fc.constantFrom(...pieces, ...values), fc.string({ maxLength: 5 }));

  test('a damaged directive never throws and is always explained in Vietnamese', () => {
    const damage = fc.record({ at: fc.nat(campaign.length), cut: fc.nat(40), piece });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (damages) => {
        const text = damages.reduce(
          (whole, { at, cut, piece: put }) => whole.slice(0, at) + put + whole.slice(at + cut),
          campaign,
        );
        checkFindings(text);
      }),
      { numRuns: 100 },
    );
  });

  test('a directive whose values are exchanged never throws and is always explained in Vietnamese', () => {
    const lines = SAMPLE.split('\n');
    const exchange = fc.record({
      at: fc.nat(lines.length - 1),
      value: fc.oneof(fc.constantFrom(...values), fc.string()),
    });
    fc.assert(
      fc.property(fc.array(exchange, { minLength: 1, maxLength: 4 }), (exchanges) => {
        const text = exchanges.reduce(
          (whole, { at, value }) =>
            whole.with(
              at,
              (whole[at] ?? '').replace(/:.*$/u, () => `: ${value}`),
            ),
          lines,
        );
        checkFindings(text.join('\n'));
      }),
      { numRuns: 500 },
    );
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        checkFindings,
      ),
      { numRuns: 500 },
    );
  });
});
