import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unfitFor } from '../../src/pipeline.ts';
import { withEntry } from '../../src/workspace/confirmations-write.ts';
import { CONFIRMATIONS_FILE, parseConfirmations, type Confirmation } from '../../src/workspace/confirmations.ts';
import { decodeText } from '../../src/workspace/text-file.ts';
import { day, DIRECTIVE_FILE } from '../support/small-commune.ts';

const DIRECTIVE = DIRECTIVE_FILE.replace('.yaml', '');

/** A file as a clerk may leave it: notes, own order, a section that is blank, one line for several keys. */
const BY_HAND = `# Ghi chú của tôi

headings:   # tên cột
  # thôn nào cũng gõ thế này
  - {written: 'Số liêu', means: Số liệu}   # hỏi lại anh A

units:
  - written: Xóm Trên
    means: TH01     # tên cũ
    confirmedOn: 06/11/2025

tasks:
# hết
`;

function entries(text: string): readonly Confirmation[] {
  const { value, diagnostics } = parseConfirmations(text, CONFIRMATIONS_FILE);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value.map(({ kind, written, means, directive, confirmedOn }) => ({
    kind,
    written,
    means,
    directive,
    confirmedOn,
  }));
}

function commentsOf(text: string): readonly string[] {
  return text.match(/#.*$/gmu) ?? [];
}

const unit = (written: string, means: string): Confirmation => ({
  kind: 'unit',
  written,
  means,
  directive: undefined,
  confirmedOn: day('2025-11-12'),
});

describe('a file kept by hand', () => {
  test('is understood', () => {
    expect(entries(BY_HAND)).toEqual([
      { ...unit('Xóm Trên', 'TH01'), confirmedOn: '2025-11-06' },
      { kind: 'heading', written: 'Số liêu', means: 'Số liệu', directive: undefined, confirmedOn: undefined },
    ]);
  });

  test.each([
    ['', 0],
    ['# chỉ có ghi chú\n', 0],
    ['units:\nheadings: []\n', 0],
  ])('may be empty: %j', (text, count) => {
    expect(entries(text)).toHaveLength(count);
  });

  test.each([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${BY_HAND}`, 'utf16le')],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${BY_HAND}`)],
    ['the line ends of Windows', Buffer.from(BY_HAND.replaceAll('\n', '\r\n'))],
    ['letters and marks apart', Buffer.from(BY_HAND.normalize('NFD'))],
  ])('means the same saved with %s', (_what, bytes) => {
    expect(entries(decodeText(bytes) ?? '')).toEqual(entries(BY_HAND));
  });

  test.each([
    ['units:\n\t- a\n', '2:1 settings-syntax: Dòng thụt vào bằng phím Tab, phải dùng dấu cách'],
    ['unit:\n', '1:1 settings-key-unknown: Khóa “unit” không có trong tệp đối chiếu (có phải ý bạn là “units”?)'],
    [
      'units:\n  - {writen: A B, means: TH01}\n',
      '2:6 settings-key-unknown: Khóa “writen” không có trong “units › mục 1” (có phải ý bạn là “written”?)',
    ],
    [
      'units:\n  - {written: Xóm Trên}\n',
      '2:5 settings-value-invalid: Mục “units › mục 1 › means” để trống, phải là mã đơn vị trong don-vi.xlsx',
    ],
    [
      'units: TH01\n',
      '1:1 settings-value-invalid: Mục “units” phải là một danh sách, mỗi mục bắt đầu bằng dấu gạch ngang',
    ],
    [
      'units:\n  - {written: A 0905123456, means: TH01}\n',
      '2:6 settings-value-invalid: Mục “units › mục 1 › written” là “A ••••”, phải là chữ không kèm số điện thoại hay số định danh của ai',
    ],
    [
      'tasks:\n  - {written: Ra quân, means: II.3-1}\n',
      '2:5 settings-value-invalid: Mục “tasks › mục 1 › directive” để trống, phải là mã văn bản giao nhiệm vụ, như ở mục directive của kỳ báo cáo trong tkcds.yaml',
    ],
    [
      'units:\n  - {written: Xóm Trên, means: TH01, confirmedOn: 31/11/2025}\n',
      '2:38 settings-value-invalid: Mục “units › mục 1 › confirmedOn” là “31/11/2025”, phải là một ngày có thật, viết như 2025-10-31 hoặc 31/10/2025, hoặc để trống',
    ],
  ])('says what is wrong, and where: %j', (text, finding) => {
    const { value, diagnostics } = parseConfirmations(text, CONFIRMATIONS_FILE);
    const found = diagnostics.map(({ rule, message, location }) => {
      const place = location.kind === 'data' ? `${location.file} ${location.line}:${location.column}` : location.kind;
      return `${place} ${rule}: ${message}`;
    });
    expect(value).toBeUndefined();
    expect(found).toContain(`${CONFIRMATIONS_FILE} ${finding}`);
  });
});

describe('a line more', () => {
  test('leaves the notes, the order and the other lines of a file kept by hand', () => {
    const result = withEntry(BY_HAND, unit('Xóm "Dưới": #2', 'TH02'), 'Thôn Trung');
    expect(commentsOf(result)).toEqual(expect.arrayContaining([...commentsOf(BY_HAND)]));
    expect(result.indexOf('headings:')).toBeLessThan(result.indexOf('units:'));
    expect(entries(result)).toEqual([entries(BY_HAND)[0], unit('Xóm "Dưới": #2', 'TH02'), entries(BY_HAND)[1]]);
    expect(result).toContain(
      '  - {written: "Xóm \\"Dưới\\": #2", means: TH02, confirmedOn: 2025-11-12} # Thôn Trung\n',
    );
  });

  test('makes the section that is not there or blank', () => {
    const task: Confirmation = { ...unit('Ra quân', 'II.3-1'), kind: 'task', directive: DIRECTIVE };
    const twice = withEntry(withEntry(BY_HAND, task, ''), { ...task, written: 'Xuất quân' }, '');
    expect(entries(twice).filter(({ kind }) => kind === 'task')).toEqual([task, { ...task, written: 'Xuất quân' }]);
    expect(entries(withEntry('units: []\n', unit('Xóm Trên', 'TH01'), ''))).toEqual([unit('Xóm Trên', 'TH01')]);
  });

  test('begins a new file with what it is for', () => {
    const text = withEntry('', unit('Xóm Trên', 'TH01'), 'Thôn Thượng');
    expect(text).toMatch(/^# ĐỐI CHIẾU – [^]*\n\nunits:\n {2}- \{written: "Xóm Trên"/u);
    expect(text.normalize('NFC')).toBe(text);
    expect(withEntry('# của tôi\n', unit('Xóm Trên', 'TH01'), '')).toMatch(/^# của tôi\n+units:/u);
  });

  test('never loses a line, whatever words are added', () => {
    const kinds = fc.constantFrom('unit', 'indicator', 'task', 'heading' as const);
    const words = fc.string({ unit: 'grapheme', minLength: 2, maxLength: 60 }).map((text) => text.toWellFormed());
    const entry = fc.record({ kind: kinds, written: words, means: fc.stringMatching(/^[A-Z]{2}\d{2}$/u) });
    const lines = fc.array(entry, { maxLength: 6 });
    fc.assert(
      fc.property(lines, (added) => {
        const fit = added
          .map(({ kind, written, means }): Confirmation => {
            const directive = kind === 'indicator' || kind === 'task' ? DIRECTIVE : undefined;
            return {
              kind,
              written: written
                .normalize('NFC')
                .replace(/[\s\p{C}]+/gu, ' ')
                .trim(),
              means,
              directive,
              confirmedOn: undefined,
            };
          })
          .filter(({ written, kind }) => unfitFor(written, kind) === undefined);
        const text = fit.reduce((before, one) => withEntry(before, one, one.means), BY_HAND);
        const key = (one: Confirmation): string => JSON.stringify(one);
        expect(entries(text).map(key).sort()).toEqual([...entries(BY_HAND), ...fit].map(key).sort());
        expect(commentsOf(text).join('\n')).toContain('thôn nào cũng gõ thế này');
      }),
      { numRuns: 100 },
    );
  });
});
