import { describe, expect, test } from 'vitest';
import {
  aModel,
  bodyOf,
  composed,
  linesOf,
  opinion,
  sectionLines,
  signatures,
  smallCommune,
  villageOne,
} from './support/model.ts';

describe('Markdown becomes blocks', () => {
  test('headings are numbered by themselves, a typed number gives way', () => {
    const text = '## I. Một\n\n### Hai\n\n#### Ba\n\n#### Bốn\n\n### 7. Năm\n\n#### Sáu\n\n## Bảy\n\n### Tám';
    expect(bodyOf(text)).toEqual([
      { kind: 'heading', level: 1, text: 'I. MỘT' },
      { kind: 'heading', level: 2, text: '1. Hai' },
      { kind: 'paragraph', inlines: [{ text: 'a) Ba', style: 'plain' }] },
      { kind: 'paragraph', inlines: [{ text: 'b) Bốn', style: 'plain' }] },
      { kind: 'heading', level: 2, text: '2. Năm' },
      { kind: 'paragraph', inlines: [{ text: 'a) Sáu', style: 'plain' }] },
      { kind: 'heading', level: 1, text: 'II. BẢY' },
      { kind: 'heading', level: 2, text: '1. Tám' },
    ]);
  });

  test('emphasis, lists, notes and numbered lines', () => {
    const text = 'Kết quả **đạt** và *chưa*\ncuối dòng.\n\n- một\n- **hai**\n\n3. ba\n4. bốn\n\n> Ghi chú: *x*';
    expect(bodyOf(text)).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { text: 'Kết quả ', style: 'plain' },
          { text: 'đạt', style: 'bold' },
          { text: ' và ', style: 'plain' },
          { text: 'chưa', style: 'italic' },
          { text: ' cuối dòng.', style: 'plain' },
        ],
      },
      { kind: 'list', entries: [[{ text: 'một', style: 'plain' }], [{ text: 'hai', style: 'bold' }]] },
      { kind: 'paragraph', inlines: [{ text: '3. ba', style: 'plain' }] },
      { kind: 'paragraph', inlines: [{ text: '4. bốn', style: 'plain' }] },
      {
        kind: 'note',
        inlines: [
          { text: 'Ghi chú: ', style: 'plain' },
          { text: 'x', style: 'italic' },
        ],
      },
    ]);
  });

  test('runs of blanks, blank paragraphs and blank entries go; indented lines are no code', () => {
    expect(bodyOf('{% if true %}\n        Một    hai  \n{% endif %}\n\n{{ "" }}\n\n- {{ "" }}\n')).toEqual([
      { kind: 'paragraph', inlines: [{ text: 'Một hai', style: 'plain' }] },
    ]);
  });

  test('captured Markdown stays Markdown', () => {
    const [block] = bodyOf('{% capture x %}**đậm**{% endcapture %}Là {{ x }}');
    expect(block).toMatchObject({ inlines: [{ text: 'Là ' }, { text: 'đậm', style: 'bold' }] });
  });

  test('counts are printed with dots', () => {
    expect(bodyOf('{% assign n = 1234567 %}Có {{ n }} người').flatMap(linesOf)).toEqual(['Có 1.234.567 người']);
  });
});

/** Each means something to Markdown, Liquid or this stage when it is not data. */
const HOSTILE = [
  '*đậm* và **đậm**',
  '# tiêu đề',
  '- gạch đầu dòng',
  '1. thứ nhất',
  '2) thứ hai',
  '> ghi chú',
  'a | b',
  '<b>đậm</b> &amp; &#42;',
  '[liên kết](http://x)',
  '`mã` ~~~',
  '\\* lùi \\',
  '{{ round.as_of }} {% if true %}',
  '_nghiêng_ __x__',
  '---',
  '===',
  '+ cộng',
  '![ảnh](x)',
];

describe('data come out literally', () => {
  test.each(HOSTILE)('%s', (text) => {
    const arrivals = [
      signatures(villageOne, 100, 60, {
        unit: { ...villageOne, name: text },
        opinions: [opinion('proposals', `Đề nghị ${text} nhé`)],
      }),
    ];
    const units = [{ ...villageOne, name: text }, ...smallCommune.slice(1)];
    const [main, first] = composed(undefined, aModel({ arrivals, units })).sections;
    expect(sectionLines(main)).toContain(`- ${text}: “Đề nghị ${text} nhé”.`);
    expect(sectionLines(first).some((line) => line.startsWith(`1 | ${text} | 100 | 60 |`))).toBe(true);
  });

  test('at the beginning of a paragraph, between words, in bold and at the end', () => {
    for (const text of HOSTILE) {
      const [unit] = smallCommune;
      const model = aModel({ units: [{ ...unit, name: text }], arrivals: [] });
      const lines = bodyOf(
        '{% for u in reporting.missing %}\n{{ u.title }}\n\nTên {{ u.title }} là\n\nĐậm **{{ u.title }}** hết\n{% endfor %}',
        model,
      ).flatMap(linesOf);
      expect(lines).toEqual([text, `Tên ${text} là`, `Đậm ${text} hết`]);
    }
  });

  test('private and invisible characters cannot pass for the template', () => {
    const name = 'Thôn \ue0000\ue001 \u{f0002}\u{100000}\u200bA\nB';
    const model = aModel({ units: [{ ...villageOne, name }], arrivals: [] });
    const [line] = bodyOf('{% for u in reporting.missing %}{{ u.title }}{% endfor %}', model).flatMap(linesOf);
    expect(line).toBe('Thôn \ufffd0\ufffd \ufffd\ufffdA B');
  });

  test('a telephone number in a name is masked', () => {
    const model = aModel({ units: [{ ...villageOne, name: 'Thôn A 0905 123 456' }], arrivals: [] });
    const [line] = bodyOf('{% for u in reporting.missing %}{{ u.title }}{% endfor %}', model).flatMap(linesOf);
    expect(line).toBe('Thôn A ••••');
  });
});
