import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspectDocument } from '../../src/inspect/inspect.ts';

/** What LibreOffice wrote; fixtures/docx/README.md says what each file is for. */
const found = (name: string) =>
  inspectDocument(readFileSync(new URL(`../../fixtures/docx/${name}`, import.meta.url)), name);

test('a dispatch in form is clean', () => expect(found('cong-van-dung.docx')).toEqual([]));

describe('a dispatch with what goes wrong in offices', () => {
  const findings = found('cong-van-sai.docx').map(({ rule, facts }) =>
    `${rule} ${String(facts['clause'])} ${String(facts['found'] ?? '')}`.trim(),
  );

  test.each([
    ['letter paper', 'format-paper P1 215,9 × 279,4 mm'],
    ['a narrow left margin', 'format-margin P3 25 mm'],
    ['Arial', 'format-font P4 “Arial”'],
    ['red letters', 'format-color P4 #FF0000'],
    ['page numbers at the foot', 'format-page-number P5 chân trang'],
    ['… with a word', 'format-page-number P5 “Trang #”'],
    ['… in small type', 'format-page-number P5 12'],
    ['… at the right', 'format-page-number P5 right'],
    ['… on the first page, too', 'format-page-number P5 trang 1'],
    ['Quốc hiệu in small letters', 'format-letter-case C1 in thường'],
    ['a motto without blanks', 'format-motto C2 “Độc lập-Tự do-Hạnh phúc”'],
    ['an underlined motto', 'format-rule-line C2 gạch chân'],
    ['no rule under the issuer', 'format-rule-line C4 không có'],
    ['blanks in the number', 'format-number-symbol C5 “Số: 5 / UBND - VHXH”'],
    ['a day without its zero', 'format-date-padding C6 ngày 5'],
    ['a month with one', 'format-date-padding C6 tháng 03'],
    ['Về việc for V/v', 'format-subject-line C8b “Về việc đôn đốc báo cáo”'],
    ['text at the left', 'format-alignment C10 canh trái'],
    ['first lines that are not set in', 'format-body-paragraph C10 0 mm'],
    ['small text', 'format-text-size C10 12'],
    ['no full stop behind Lưu', 'format-recipients C16 “- Lưu VT”'],
    ['KT without a dot', 'format-signer C12 “KT CHỦ TỊCH”'],
    ['an academic title', 'format-signer C13 “ThS.”'],
    ['no Kính gửi', 'format-addressee-missing C14 không có'],
    ['no ./. at the end', 'format-end-mark C17 “vị quan tâm thực hiện.”'],
  ])('%s', (_name, finding) => expect(findings).toContain(finding));

  test('columns made with tabs are not passed: only the page shows where they stand', () =>
    expect(findings.filter((finding) => finding.startsWith('format-unverifiable'))).toEqual([
      'format-unverifiable C4',
      'format-unverifiable C5',
      'format-unverifiable C6',
      'format-unverifiable C8b',
      'format-unverifiable C15',
    ]));
});
