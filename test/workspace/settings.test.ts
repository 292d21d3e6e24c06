import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/workspace/text-file.ts';
import { parseSettings } from '../../src/workspace/settings.ts';

const SHIPPED = readFileSync(new URL('../../templates/workspace/tkcds.yaml', import.meta.url), 'utf8');
const ROUND =
  'rounds:\n  - id: 2025-10\n    directive: d\n    from: 01/10/2025\n    to: 31/10/2025\n    due: {before: 10/11/2025}\n';

function found(text: string): readonly string[] {
  return parseSettings(text, 'tkcds.yaml').diagnostics.map(({ rule, message, location }) => {
    const place = location.kind === 'data' ? `${location.line}:${location.column}` : location.kind;
    return `${place} ${rule}: ${message}`;
  });
}

describe('the settings that init lays down', () => {
  const settings = parseSettings(SHIPPED, 'tkcds.yaml');

  test('have no fault', () => {
    expect(settings.diagnostics).toEqual([]);
  });

  test('have no sample value that could reach a report', () => {
    expect(settings.value?.issuer).toMatchObject({
      file: 'tkcds.yaml',
      superior: '',
      lines: [],
      shortName: '',
      place: '',
      signerAuthority: [],
      signerName: '',
      addressees: [],
      recipients: [],
    });
    expect([...(settings.value?.issuer.documents.values() ?? [])]).toEqual([
      { number: '', issuedOn: undefined },
      { number: '', issuedOn: undefined },
    ]);
  });

  test('have the campaign with its deadline', () => {
    expect(settings.value?.rounds.map(({ period }) => period)).toEqual([
      { id: '2025-10', from: '2025-10-01', to: '2025-10-31', due: { kind: 'before', date: '2025-11-10' } },
    ]);
  });

  test('gain the monthly round when its comment signs are taken away', () => {
    const opened = SHIPPED.replace(/^ {2}# (?=- id: 2025-11|\s+(?:directive|from|to|due|on):)/gmu, '  ');
    const { value, diagnostics } = parseSettings(opened, 'tkcds.yaml');
    expect(diagnostics).toEqual([]);
    expect(value?.rounds.map(({ directive, period }) => [period.id, directive, period.due])).toEqual([
      ['2025-10', 'ubnd-xa-tinh-khe-cds-2025', { kind: 'before', date: '2025-11-10' }],
      ['2025-11', 'chu-ky-so-hang-thang', { kind: 'on', date: '2025-12-05' }],
    ]);
  });

  test('mean the same saved by Notepad as UTF-16', () => {
    const bytes = Buffer.from(`\ufeff${SHIPPED.replaceAll('\n', '\r\n')}`, 'utf16le');
    const { value } = parseSettings(decodeText(bytes) ?? '', 'tkcds.yaml');
    expect([value?.issuer, value?.rounds]).toEqual([settings.value?.issuer, settings.value?.rounds]);
  });
});

test('values are read as they are typed', () => {
  const { value } = parseSettings(
    `issuer:\n  lines:\n    - ỦY BAN NHÂN DÂN\n    - XÃ SUỐI MÂY\n  place: ~\n  signer:\n    authority: CHỦ TỊCH\n    name: Nguyễn Văn A\n` +
      `documents:\n  directive: {number: 05, issuedOn: 2025-09-25}\n${ROUND}`,
    'tkcds.yaml',
  );
  expect(value?.issuer).toMatchObject({
    lines: ['ỦY BAN NHÂN DÂN', 'XÃ SUỐI MÂY'],
    place: '',
    signerAuthority: ['CHỦ TỊCH'],
    signerName: 'Nguyễn Văn A',
  });
  expect(value?.issuer.documents.get('directive')).toEqual({ number: '05', issuedOn: '2025-09-25' });
});

test.each([
  ['issuer.signer.name', 35],
  ['documents.directive.issuedOn', 52],
  ['documents.unknown.issuedOn', 46],
  ['nothing', 1],
])('%s is found at line %i', (path, line) => {
  expect(parseSettings(SHIPPED, 'tkcds.yaml').value?.locate(path)).toMatchObject({ file: 'tkcds.yaml', path, line });
});

describe('faults are found with their place', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing at all', '', ['1:1 settings-value-invalid: Mục “rounds” để trống, phải có ít nhất một kỳ báo cáo']],
    [
      'a key with a letter too few',
      `isuer:\n  place: x\n${ROUND}`,
      ['1:1 settings-key-unknown: Khóa “isuer” không có trong tệp cấu hình (có phải ý bạn là “issuer”?)'],
    ],
    [
      'a key in the wrong group',
      `issuer:\n  signer:\n    place: x\n${ROUND}`,
      ['3:5 settings-key-unknown: Khóa “place” không có trong “issuer › signer”'],
    ],
    [
      'a day that does not exist',
      ROUND.replace('31/10/2025', '31/11/2025'),
      [
        '5:5 settings-value-invalid: Mục “rounds › mục 1 › to” là “31/11/2025”, phải là một ngày có thật, viết như 2025-10-31 hoặc 31/10/2025',
      ],
    ],
    [
      'both deadlines',
      ROUND.replace('{before', '{on: 09/11/2025, before'),
      [
        '6:5 settings-value-invalid: Mục “rounds › mục 1 › due” phải có đúng một hạn nộp: before (trước ngày) hoặc on (chậm nhất ngày)',
      ],
    ],
    [
      'a round that ends before it begins',
      ROUND.replace('01/10/2025', '01/11/2025'),
      ['4:5 settings-value-invalid: Kỳ báo cáo “2025-10” bắt đầu ngày 01/11/2025, sau ngày kết thúc 31/10/2025'],
    ],
    [
      'a round twice',
      ROUND + ROUND.replace('rounds:\n', ''),
      ['7:5 settings-round-duplicate: Kỳ báo cáo “2025-10” được khai hai lần, mỗi kỳ phải có mã riêng'],
    ],
    [
      'an id that leaves the folder',
      ROUND.replace('id: 2025-10', 'id: ../x'),
      [
        '2:5 settings-value-invalid: Mục “rounds › mục 1 › id” là “../x”, phải là một mã ngắn đặt tên được cho thư mục, ví dụ 2025-10 (không có dấu / \\ : * ? " < > |)',
      ],
    ],
    [
      'a Tab',
      `issuer:\n\tplace: x\n${ROUND}`,
      ['2:1 settings-syntax: Dòng thụt vào bằng phím Tab, phải dùng dấu cách'],
    ],
    ['an alias', `x: &a 1\ny: *a\n`, ['1:1 settings-syntax: Chữ bắt đầu bằng dấu * phải đặt trong dấu nháy']],
    [
      'several faults, all at once and in order',
      `issuer:\n  lines: {a: b}\n  plaec: x\n${ROUND.replace('to: 31/10/2025', 'to:')}`,
      [
        '2:3 settings-value-invalid: Mục “issuer › lines” là một nhóm khóa, phải là danh sách các dòng chữ, mỗi dòng bắt đầu bằng dấu gạch ngang',
        '3:3 settings-key-unknown: Khóa “plaec” không có trong “issuer” (có phải ý bạn là “place”?)',
        '8:5 settings-value-invalid: Mục “rounds › mục 1 › to” để trống, phải là một ngày có thật, viết như 2025-10-31 hoặc 31/10/2025',
      ],
    ],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    '- a',
    'issuer: 5',
    'rounds: {a: b}',
    'a: [\nb',
    'a: b: c',
    "issuer:\n  place: 'x",
    '\u0000',
    '{}',
    '---\n---\n',
    '? [a]\n: b',
  ])('never throws: %j', (text) => {
    const { value, diagnostics } = parseSettings(text, 'tkcds.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe('on what the report is issued', () => {
  test.each([
    ['', 'paper'],
    ['report: {medium: giấy}\n', 'paper'],
    ['report: {medium: điện tử}\n', 'electronic'],
    ['report: {medium: Dien tu}\n', 'electronic'],
  ])('%j', (lines, medium) =>
    expect(parseSettings(`${ROUND}${lines}`, 'tkcds.yaml').value?.issuer.medium).toBe(medium),
  );

  test('another word is a fault at its place', () =>
    expect(found(`${ROUND}report:\n  medium: đá\n`)).toEqual([
      '8:3 settings-value-invalid: Mục “report › medium” là “đá”, phải là giấy hoặc điện tử',
    ]));
});

describe('how appendices lie', () => {
  test.each([
    ['', 'as-worded'],
    ['report:\n', 'as-worded'],
    ['report: {appendixOrientation: ngang}\n', 'as-worded'],
    ['report: {appendixOrientation: dọc}\n', 'portrait'],
    ['report: {appendixOrientation: Doc}\n', 'portrait'],
  ])('%j', (lines, orientation) =>
    expect(parseSettings(`${ROUND}${lines}`, 'tkcds.yaml').value?.appendixOrientation).toBe(orientation),
  );

  test('another word is a fault at its place', () =>
    expect(found(`${ROUND}report:\n  appendixOrientation: xéo\n`)).toEqual([
      '8:3 settings-value-invalid: Mục “report › appendixOrientation” là “xéo”, phải là ngang hoặc dọc',
    ]));
});

describe('the Word template', () => {
  test.each([
    ['', ''],
    ['report: {wordTemplate: ~}\n', ''],
    ['report: {wordTemplate: mau.docx}\n', 'mau.docx'],
    ['report: {wordTemplate: "./mau-bao-cao\\\\Mẫu của xã.DOCX"}\n', 'mau-bao-cao/Mẫu của xã.DOCX'],
  ])('%j is “%s”', (lines, path) => {
    expect(parseSettings(`${ROUND}${lines}`, 'tkcds.yaml').value?.wordTemplate).toBe(path);
  });

  test.each([
    'mau.doc',
    '.docx',
    '/mau.docx',
    '../mau.docx',
    'a/../../mau.docx',
    'C:\\mau.docx',
    '~/mau.docx',
    '[a]',
    '12',
  ])('%s is none below the workspace', (raw) => {
    expect(found(`${ROUND}report:\n  wordTemplate: ${raw}\n`)).toEqual([
      expect.stringMatching(
        /^8:3 settings-value-invalid: .* nằm trong thư mục làm việc, ví dụ mau-bao-cao\/mau\.docx$/u,
      ),
    ]);
  });
});
