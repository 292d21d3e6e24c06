import { expect, test } from 'vitest';
import { inspectDocument } from '../../src/inspect/inspect.ts';
import { aWordFile, p } from './support/a-word-file.ts';

test.each([
  [100, 100, undefined],
  [101, 101, 1],
  [250, 101, 150],
])('of %i headings that are wrong %i findings are made, the last says how many more there are', (count, made, more) => {
  const body = p('BÁO CÁO', '<w:jc w:val="center"/>') + p('I. Kết quả').repeat(count);
  const found = inspectDocument(aWordFile({ body }), 'x.docx').filter(({ rule }) => rule === 'format-heading');
  expect(found).toHaveLength(made);
  expect(found.at(-1)?.facts['more']).toBe(more);
  if (more !== undefined) expect(found.at(-1)?.message).toContain(`Còn ${more} chỗ khác`);
});
