import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { cellError } from '../aggregate/findings.ts';
import { anUnusableArrival, blank, date } from '../support/builders.ts';
import { mixed } from './support/mixed-round.ts';
import {
  aModel,
  allArrived,
  composed,
  documentLines,
  linesOf,
  monthly,
  office,
  opinion,
  report,
  signatures,
  villageOne,
  type ModelDraft,
} from './support/model.ts';

describe('every text is clean', () => {
  const strayUnit: Diagnostic = cellError('la.xlsx', 'Chỉ tiêu', 'D5');
  const drafts: readonly (readonly [string, ModelDraft])[] = [
    ['all', {}],
    ['none', { arrivals: [] }],
    ['before the deadline', { arrivals: [], asOf: date('2025-11-01') }],
    ['mixed', mixed],
    ['no units', { units: [], arrivals: [] }],
    ['one village', { units: [villageOne], arrivals: [signatures(villageOne, 100, 40)] }],
    ['offices only', { units: [office], arrivals: [report(office)] }],
    ['a village without numbers', { arrivals: [signatures(villageOne, 100, 60, { counts: { adults: blank() } })] }],
    [
      'an error in a file of nobody',
      { arrivals: [...allArrived, anUnusableArrival('la.xlsx')], diagnostics: [strayUnit] },
    ],
    ['monthly, none', { directive: monthly, arrivals: [] }],
    [
      'opinions of punctuation',
      { arrivals: [report(office, { opinions: [opinion('proposals', ' - a ;\n\n• b..')] })] },
    ],
  ];

  test.each(drafts)('%s', (_name, draft) => {
    const document = composed(undefined, aModel(draft));
    const texts = document.sections.flatMap(({ blocks }) =>
      blocks
        .filter(
          ({ kind }) => kind !== 'table' && kind !== 'letterhead' && kind !== 'signature' && kind !== 'appendix-title',
        )
        .flatMap(linesOf),
    );
    for (const text of texts) {
      expect(text).not.toMatch(/ {2}|^ | $|\n/u);
      expect(text).not.toMatch(/ [.,;:)]|[,;:] ?[.;,]|\( |:$(?<!(?:sau|báo cáo|báo cáo\)):)|\.\.|“”|\(\)/u);
      expect(text).not.toMatch(/gồm[.;,]|gồm $|\b0 đơn vị|undefined|null|NaN|true|false|\{|\}/u);
      expect(text.normalize('NFC')).toBe(text);
    }
    for (const { blocks } of document.sections) {
      for (const block of blocks) {
        if (block.kind === 'list') expect(block.entries.length).toBeGreaterThan(0);
        if (block.kind === 'table') {
          for (const { cells, emphasis } of block.rows) {
            expect(cells).toHaveLength(emphasis === 'band' ? 1 : block.columns.length);
          }
        }
      }
    }
  });

  test('no sentence praises or explains', () => {
    const text = documentLines(composed(undefined, aModel(mixed))).join('\n');
    expect(text).not.toMatch(/đã tích cực|nhìn chung|nguyên nhân|cơ bản|quan tâm chỉ đạo|kịp thời/iu);
  });
});
