import { expect, test } from 'vitest';
import { figuresOf } from '../../../src/compose/figures/find-figures.ts';
import type { Figure } from '../../../src/model/figure.ts';
import type { ReportModel } from '../../../src/model/report.ts';
import { renderJson } from '../../../src/render/formats/json.ts';
import { recordedModel } from '../../../src/workspace/recorded/recorded-model.ts';
import { recordedSchema } from '../../../src/workspace/recorded/schema.ts';
import { mixed } from '../../compose/support/mixed-round.ts';
import { aModel } from '../../compose/support/model.ts';

const context = {
  programVersion: '1.2.3',
  reportFile: 'bao-cao.docx',
  reportSha256: 'a',
  reportVersion: 'final',
  summaryFile: 'tong-hop.xlsx',
  summarySha256: 'b',
  inputs: [],
} as const;

/** The figures without what a record does not keep: the words of the cells. */
function withoutRaws(figures: readonly Figure[]): unknown {
  return figures.map((figure) => ({
    ...figure,
    parts: figure.parts.map((part) => ({ ...part, cells: part.cells.map((cell) => ({ ...cell, raw: undefined })) })),
  }));
}

function recorded(model: ReportModel): readonly Figure[] {
  const content = recordedSchema.parse(JSON.parse(renderJson(model, context)));
  const { directive, units } = model.round;
  return figuresOf(recordedModel(content, directive, units), 'recorded');
}

test.each([
  ['a clean round', undefined],
  ['a round with mistakes', mixed],
])('%s: what was written is explained like the round itself', (_name, draft) => {
  const model = aModel(draft);
  expect(figuresOf(model).length).toBeGreaterThan(50);
  expect(withoutRaws(recorded(model))).toEqual(withoutRaws(figuresOf(model)));
});

test('a record whose directive has lost its words is explained by its own', () => {
  const model = aModel();
  const content = recordedSchema.parse(JSON.parse(renderJson(model, context)));
  const bare = { ...model.round.directive, unitTypes: [], indicators: [], taskGroups: [] };
  const figures = figuresOf(recordedModel(content, bare, []), 'recorded');
  expect(figures.map(({ key, unit, printed }) => [key, unit, printed])).toEqual(
    figuresOf(model).map(({ key, unit, printed }) => [key, unit, printed]),
  );
});
