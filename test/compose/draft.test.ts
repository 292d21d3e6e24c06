import { describe, expect, test } from 'vitest';
import { finalDocument } from '../../src/compose/draft.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Document, Inline, Table } from '../../src/model/document.ts';
import type { CellRef } from '../../src/model/workbook.ts';
import { allArrived, aModel, builtIn, composed, villageTwo } from './support/model.ts';

/** The cell of the second village's adults. */
function adultsCell(): CellRef {
  const own = allArrived.find(({ unit }) => unit?.id === villageTwo.id)?.submission?.indicators;
  const ref = own?.find(({ indicator }) => indicator === 'adults')?.value.ref;
  if (ref === undefined) throw new Error('no such cell');
  return ref;
}

const ADULTS = adultsCell();

function found(severity: Diagnostic['severity'], rule: string, overrides: Partial<Diagnostic> = {}): Diagnostic {
  return {
    rule,
    severity,
    message: 'Số này lạ',
    hint: 'Xem lại ô này',
    location: { kind: 'cell', ref: ADULTS },
    related: [],
    facts: {},
    ...overrides,
  };
}

function drafted(...diagnostics: readonly Diagnostic[]): Document {
  return composed(builtIn.text, aModel({ diagnostics }));
}

function inlinesOf(document: Document): readonly Inline[] {
  return document.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.inlines : [])),
  );
}

function tablesOf(document: Document): readonly Table[] {
  return document.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

/** Every remark of the tables, with the words of its cell. */
function cellRemarks(document: Document): readonly (readonly [string, string])[] {
  return tablesOf(document).flatMap(({ rows }) =>
    rows.flatMap(({ cells, remarks = [] }) => remarks.map(({ column, text }) => [cells[column] ?? '', text] as const)),
  );
}

describe('a draft', () => {
  test('has no remark where nothing was found', () => {
    expect(cellRemarks(drafted())).toEqual([]);
    expect(inlinesOf(drafted()).filter(({ remark }) => remark !== undefined)).toEqual([]);
    expect(drafted().draftNote).toBe('BẢN DỰ THẢO: không còn phát hiện nào');
  });

  test('says at a flagged figure what was found, where, and the way out; also at the sums made of it', () => {
    const document = drafted(found('warning', 'count-exceeds-register'));
    const said = `Cảnh báo: Số này lạ (${ADULTS.file}, trang “${ADULTS.sheet}”, ô ${ADULTS.address}).`;
    expect(cellRemarks(document)).toContainEqual(['500', `${said}\nCách xử lý: Xem lại ô này.`]);
    expect(cellRemarks(document)).toContainEqual(['2.000', `Số này cộng từ số liệu có phát hiện:\n${said}`]);
    expect(inlinesOf(document)).toContainEqual({
      text: '50,3%',
      style: 'bold',
      remark: `Số này cộng từ số liệu có phát hiện:\n${said}`,
    });
    expect(document.draftNote).toBe('BẢN DỰ THẢO: còn 1 cảnh báo; xem nhận xét tại từng số liệu');
  });

  test('says nothing of what is merely noted', () => {
    const document = drafted(found('info', 'count-equals-households'));
    expect(cellRemarks(document)).toEqual([]);
    expect(document.draftNote).toBe('BẢN DỰ THẢO: không còn phát hiện nào');
  });

  test('names a few findings and counts the others', () => {
    const many = Array.from({ length: 12 }, (_, index) => found('warning', 'x', { message: `Điều ${index + 1}` }));
    const [, text = ''] = cellRemarks(drafted(...many)).find(([cell]) => cell === '500') ?? [];
    expect(text).toContain('Điều 8 ');
    expect(text).not.toContain('Điều 9 ');
    expect(text).toContain('Còn 4 phát hiện khác');
  });

  test('leaves no sign of the marks in any text', () => {
    const document = drafted(found('warning', 'count-exceeds-register'));
    expect(JSON.stringify(document)).not.toMatch(/[\ue000-\uf8ff]/u);
  });

  test('a wording that flags a heading or cuts a figure is no worse for it', () => {
    const text = `# BÁO CÁO\n\nKết quả {{ coverages[0].ratio }}\n\n## Tỷ lệ {{ coverages[0].ratio }}\n\n- {{ coverages[0].ratio | capitalize }}: a\n\n> {{ coverages[0].ratio }}`;
    const document = composed(text, aModel({ diagnostics: [found('warning', 'x')] }));
    expect(document.title).toBe('BÁO CÁO Kết quả 50,3%');
    expect(JSON.stringify(document)).not.toMatch(/[\ue000-\uf8ff]/u);
  });
});

test('the final version is the draft without its remarks', () => {
  const flagged = finalDocument(drafted(found('warning', 'count-exceeds-register')));
  expect(flagged.draftNote).toBe('');
  expect(cellRemarks(flagged)).toEqual([]);
  expect(inlinesOf(flagged).filter(({ remark }) => remark !== undefined)).toEqual([]);
  const words = (document: Document): string =>
    inlinesOf(document)
      .map(({ text }) => text)
      .join('');
  expect(words(flagged)).toBe(words(drafted(found('warning', 'count-exceeds-register'))));
});
