import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inspectDocument, renderOwnSample } from '../../../src/pipeline.ts';
import { aModel, anIssuer, office, opinion, report, villageOne } from '../../compose/support/model.ts';
import { mixed } from '../../compose/support/mixed-round.ts';
import { aTemplate, fillOwn, rows, runs } from '../../support/own-word-file.ts';

const BOX = (text: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="7" name="Khung"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${runs(text)}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${runs(text)}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

describe('a tag is filled', () => {
  test.each([
    ['in one run', ['Đến ngày {{round.as_of}}.'], 'Đến ngày 12/11/2025.'],
    ['split over runs, inside its braces', ['Đến {', '{rou', 'nd.as', '_of}', '} nhé'], 'Đến 12/11/2025 nhé'],
    ['with blanks around its name', ['{{ round.as_of }}'], '12/11/2025'],
    ['twice in a paragraph', ['{{round.id}}–{{round.id}}'], '2025-10–2025-10'],
    ['a list by its names', ['{{reporting.types}}'], expect.stringContaining('; ')],
    ['a list by its size', ['{{reporting.missing | size}} đơn vị'], '0 đơn vị'],
    ['without a value', ['{{left_out.units}}'], '–'],
    ['a number with dots', ['{{coverage.signature-coverage.numerator}}'], '1.005'],
    ['of several lines', ['{{issuer.signer_authority}}'], 'KT. CHỦ TỊCH⏎PHÓ CHỦ TỊCH'],
    ['a cited document', ['{{cite.directive.short}}'], expect.stringMatching(/^Công văn số 15\//u)],
  ])('%s', async (_title, texts, expected) => {
    expect((await fillOwn({ body: runs(...texts) })).texts()[0]).toEqual(expected);
  });

  test('in the look of its first run', async () => {
    const { part } = await fillOwn({ body: runs('{{round', '.id}}') });
    expect(part('word/document.xml')).toMatch(/<w:r><w:rPr><w:b\/><\/w:rPr><w:t[^>]*>2025-10</u);
  });

  test('in headers, footnotes and text boxes, in both copies of a box', async () => {
    const filled = await fillOwn({
      body: BOX('Hộp {{round.id}}'),
      header: runs('Đầu trang {{draft', '_note}}.'),
      footnotes: `<w:footnote w:id="1">${runs('Chú thích {{round.year}}')}</w:footnote>`,
    });
    expect(filled.part('word/document.xml').match(/Hộp (?:<\/w:t>.*?>)?2025-10|2025-10/gu)).toHaveLength(2);
    expect(filled.texts('word/header.xml')).toEqual(['Đầu trang .']);
    expect(filled.texts('word/footnotes.xml')).toEqual(['Chú thích 2025']);
  });
});

describe('rows of a table', () => {
  const table = rows(
    ['Đơn vị', 'Số'],
    ['{{coverages.rows.index}}. {{coverages.rows.title}} ({{round.id}})', '{{coverages.rows.numerator}}'],
    ['Cộng', '{{coverage.signature-coverage.numerator}}'],
  );

  test('are repeated for each entry, others stay', async () => {
    expect((await fillOwn({ body: table })).texts()).toEqual([
      ...['Đơn vị', 'Số'],
      ...['1. Thôn Thượng (2025-10)', '605', '2. Thôn Trung (2025-10)', '250', '3. Thôn Hạ (2025-10)', '150'],
      ...['Cộng', '1.005'],
    ]);
  });

  test('have a dash where nothing is counted, and nothing is made of it', async () => {
    const texts = (await fillOwn({ body: table }, aModel(mixed))).texts();
    expect(texts.slice(4, 8)).toEqual(['2. Thôn Trung (2025-10)', '300', '3. Thôn Hạ (2025-10)', '–']);
  });

  test('of a list within a list are repeated for both', async () => {
    const { texts } = await fillOwn({ body: rows(['{{groups.clause}}', '{{groups.tasks.id}}']) });
    expect(texts().slice(0, 4)).toEqual(['II.1', 'II.1-1a', 'II.1', 'II.1-1b']);
  });

  test('of an empty list are one row of dashes', async () => {
    const { texts } = await fillOwn({ body: rows(['{{reporting.missing.index}}', '{{reporting.missing.title}}']) });
    expect(texts()).toEqual(['–', '–']);
  });
});

describe('what a unit writes is text and nothing else', () => {
  const written = 'a {{round.id}} } {{ {{opinions.proposals.title}} <w:t>&amp;</w:t> {% if %} \ufffe\u0007"\'';
  const model = aModel({
    units: [office, villageOne],
    arrivals: [report(office, { opinions: [opinion('proposals', written)] })],
  });
  const shown = 'a {{round.id}} } {{ {{opinions.proposals.title}} &lt;w:t&gt;&amp;amp;&lt;/w:t&gt; {% if %} "\'';

  test('in a row', async () => {
    const body = rows(['{{opinions.proposals.text}}', 'x']) + runs('{{round.id}}');
    const { texts } = await fillOwn({ body }, model);
    expect(texts()).toEqual([expect.stringContaining(shown.slice(0, 60)), 'x', '2025-10']);
    expect(texts()[0]).toContain('&lt;w:t&gt;');
  });

  test('also beside braces of the template', async () => {
    const issuerText = await fillOwn({ body: rows(['} {{opinions.proposals.text}} }', 'x']) }, model);
    expect(issuerText.texts()[0]).toMatch(/^\} a \{\{round\.id\}\} .* \}$/u);
  });

  test('in the whole text of the report', async () => {
    const { texts } = await fillOwn({ body: runs('{{body}}') + runs('{{round.id}}') }, model);
    expect(texts().filter((text) => text.includes('{{round.id}} } {{ {{opinions.proposals.title}}'))).toHaveLength(1);
    expect(texts().at(-1)).toBe('2025-10');
  });
});

test('the same file and figures give the same bytes, and no private character is left', async () => {
  const body = runs('{{letterhead}}') + runs('{{body}}') + runs('{{appendices}}');
  const [first, second] = [await fillOwn({ body }), await fillOwn({ body })];
  expect(first.bytes).toBeDefined();
  expect(Buffer.from(first.bytes ?? []).equals(Buffer.from(second.bytes ?? []))).toBe(true);
  expect(first.part('word/document.xml')).not.toMatch(/[\ue000-\uf8ff]|\{\{/u);
});

describe('parts of the report', () => {
  test('stand where their tags do, in a style of their own', async () => {
    const { texts, part } = await fillOwn({
      body: runs('Trước') + runs('{{table.reporting-rates}}') + runs('Sau'),
      styles: '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/></w:style>',
    });
    expect(texts()[0]).toBe('Trước');
    expect(texts()).toContain('Tỷ lệ đúng hạn');
    expect(texts().at(-1)).toBe('Sau');
    expect(part('word/styles.xml')).toContain('w:styleId="TkcdsVanBan"');
    expect(part('word/document.xml')).toContain('<w:pStyle w:val="TkcdsVanBan"/>');
  });

  test('leave the end of a section where it was', async () => {
    const end = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="851"/></w:sectPr>';
    const tag = `<w:p><w:pPr>${end}</w:pPr><w:r><w:t>{{table.reporting-rates}}</w:t></w:r></w:p>`;
    const { part } = await fillOwn({ body: tag + runs('Sau') });
    const xml = part('word/document.xml');
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(2);
    expect(xml.indexOf('Tỷ lệ đúng hạn')).toBeLessThan(xml.indexOf('<w:pgSz'));
    // As wide as the page of its section: 210 − 30 − 15 mm.
    expect(xml).toContain('<w:tblW w:type="dxa" w:w="9354"/>');
  });

  test('appendices have sections like that of the tag, turned where they lie sideways', async () => {
    const section =
      '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>';
    const { part } = await fillOwn({ body: runs('Thân') + runs('{{appendices}}'), section });
    const sizes = [...part('word/document.xml').matchAll(/<w:pgSz[^>]*\/>/gu)].map(
      ([size]) => /w:w="(\d+)"/u.exec(size)?.[1],
    );
    // The text itself, then coverage and tasks sideways, definitions upright.
    expect(sizes).toEqual(['11906', '16838', '16838', '11906']);
    expect(part('word/document.xml').match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(3);
  });
});

describe('the sample', () => {
  test('and a report made from it are in the decree’s form', async () => {
    const model = aModel(mixed);
    const sample = await renderOwnSample(model.round, anIssuer());
    const { bytes } = await fillOwn(sample, model);
    for (const file of [sample, bytes ?? new Uint8Array()]) {
      const found = await inspectDocument(file, 'mau.docx');
      expect(found.filter(({ severity }) => severity !== 'info')).toEqual([]);
    }
  });

  test('has its year, its charts and the note of a draft filled', async () => {
    const model = aModel(mixed);
    const { texts, part } = await fillOwn(await renderOwnSample(model.round, anIssuer()), model, 'draft');
    expect(texts().find((text) => text.startsWith('Suối Mây, ngày'))).toMatch(/năm 2025$/u);
    expect(texts('word/header2.xml').concat(texts('word/header1.xml')).join()).toContain(
      'BẢN DỰ THẢO: còn 4 lỗi; xem các phát hiện trong tong-hop.xlsx',
    );
    const charts = ['word/charts/chart1.xml', 'word/charts/chart2.xml'].map(part).join();
    expect(charts).toContain('Thôn Thượng (50,5%)');
    expect(charts).not.toContain('Tên đơn vị 1');
    expect(part('word/document.xml')).toMatch(/descr="Biểu đồ cột, chỉ tiêu trên 50%: Thôn Thượng 50,5%;/u);
  });

  test('of a directive without tasks and document has neither', async () => {
    const { round } = aModel();
    const directive = { ...round.directive, document: undefined, taskGroups: [] };
    const xml = strFromU8(
      unzipSync(await renderOwnSample({ ...round, directive }, anIssuer()))['word/document.xml'] ?? new Uint8Array(),
    );
    expect(xml).toContain('kỳ báo cáo từ ngày {{round.from}} đến ngày {{round.to}}');
    expect(xml).not.toContain('groups.');
  });
});

describe('a file that is not filled', () => {
  const sound = { body: runs('{{round.id}}') };
  const without = (edit: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
    const parts = unzipSync(aTemplate(sound));
    edit(parts);
    return zipSync(parts);
  };
  const replaced = (name: string, from: string | RegExp, to: string): Uint8Array =>
    without((parts) => {
      parts[name] = strToU8(strFromU8(parts[name] ?? new Uint8Array()).replace(from, to));
    });

  test.each<[string, Uint8Array, string]>([
    ['no package', strToU8('Báo cáo {{round.id}}'), 'other'],
    ['empty', new Uint8Array(), 'other'],
    ['cut off', aTemplate(sound).slice(0, 400), 'damaged'],
    ['a package of something else', zipSync({ 'a.txt': strToU8('a') }), 'other'],
    ['with macros', without((parts) => (parts['word/vbaProject.bin'] = strToU8('x'))), 'macro'],
    [
      'that calls itself one with macros',
      without(
        (parts) =>
          (parts['[Content_Types].xml'] = strToU8('<Types><Override ContentType="macroEnabled.main+xml"/></Types>')),
      ),
      'macro',
    ],
    ['with a broken part', without((parts) => (parts['word/styles.xml'] = strToU8('<w:styles>'))), 'damaged'],
    ['with an entity', replaced('word/document.xml', /^/u, '<!DOCTYPE a [<!ENTITY b "c">]>'), 'damaged'],
    [
      'in the strict standard',
      replaced(
        'word/document.xml',
        /http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main/gu,
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
      'foreign',
    ],
    ['with other prefixes', replaced('word/document.xml', /(<\/?|xmlns:)w(?=[:=])/gu, '$1x'), 'foreign'],
    [
      'nested without end',
      aTemplate({ body: '<w:sdt><w:sdtContent>'.repeat(200) + '</w:sdtContent></w:sdt>'.repeat(200) }),
      'damaged',
    ],
    ['of a million elements', aTemplate({ body: '<w:p/>'.repeat(900_000) }), 'too-large'],
  ])('%s', async (_title, bytes, kind) => {
    const { diagnostics } = await fillOwn(bytes);
    expect(diagnostics.map(({ rule, facts }) => [rule, facts['kind']])).toEqual([['word-template-unreadable', kind]]);
  });
});
