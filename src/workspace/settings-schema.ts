import * as z from 'zod';
import type { Medium, Urgency } from '../model/issuer.ts';
import type { Due } from '../model/period.ts';
import { normalizeText, searchKey } from '../vi/text.ts';
import { isSafeFileName } from './file-name.ts';
import { group, isBlank, leaf, listOf, readDay, readOptionalDay, readText, type Reading } from './yaml-values.ts';

/** A text that must not hold what the report prints around it anyway. */
function textWithout(pattern: RegExp, expected: string): (raw: unknown) => Reading<string> {
  return (raw) => {
    const reading = readText(raw);
    return 'value' in reading && pattern.test(reading.value) ? { expected } : reading;
  };
}

/** Academic and honorary titles never stand before a signer's name (Nghị định 30/2020/NĐ-CP, Phụ lục I, C13). */
const TITLES = /^(?:GS|PGS|TSKH|TS|ThS|BS|BSCK\w*|KS|CN|LS|NGƯT|NGND|TTƯT|TTND|Ông|Bà)[.\s]/iu;

const readSigner = textWithout(TITLES, 'họ và tên, không kèm học hàm, học vị, danh hiệu hay cách xưng hô');
const readSymbol = textWithout(/^[/\s]|\s/u, 'ký hiệu đứng sau dấu gạch chéo, viết liền, ví dụ BC-UBND');
const readNumber = textWithout(/[/\s]/u, 'riêng số của văn bản, không kèm ký hiệu, ví dụ 215');

function readLines(raw: unknown): Reading<readonly string[]> {
  const entries: readonly unknown[] = isBlank(raw) ? [] : Array.isArray(raw) ? raw : [raw];
  const texts = entries.filter((entry) => typeof entry === 'string');
  if (texts.length < entries.length) {
    return { expected: 'danh sách các dòng chữ, mỗi dòng bắt đầu bằng dấu gạch ngang' };
  }
  return { value: texts.map(normalizeText).filter((text) => text !== '') };
}

function readName(raw: unknown): Reading<string> {
  const value = typeof raw === 'string' ? normalizeText(raw) : '';
  return isSafeFileName(value)
    ? { value }
    : { expected: 'một mã ngắn đặt tên được cho thư mục, ví dụ 2025-10 (không có dấu / \\ : * ? " < > |)' };
}

const URGENCIES: readonly Urgency[] = ['KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC'];

/** `khẩn`, `thượng khẩn`, `hỏa tốc`; tones may be missing. */
function readUrgency(raw: unknown): Reading<Urgency> {
  if (isBlank(raw)) return { value: '' };
  const key = typeof raw === 'string' ? searchKey(raw) : '';
  const value = URGENCIES.find((urgency) => searchKey(urgency) === key);
  return value === undefined ? { expected: 'khẩn, thượng khẩn hoặc hỏa tốc, hoặc để trống' } : { value };
}

const signer = { authority: leaf(readLines), name: leaf(readSigner) };
const issuer = {
  superior: leaf(readText),
  lines: leaf(readLines),
  shortName: leaf(readText),
  symbol: leaf(readSymbol),
  letterSymbol: leaf(readSymbol),
  place: leaf(readText),
  urgency: leaf(readUrgency),
  signer: group(signer),
  addressees: leaf(readLines),
  recipients: leaf(readLines),
};
/** Appendices sideways where the wording asks for it, or all of them upright. */
export type AppendixOrientation = 'as-worded' | 'portrait';

/** `ngang`, as the wording has it, when nothing is said; tones may be missing. */
function readOrientation(raw: unknown): Reading<AppendixOrientation> {
  const word = isBlank(raw) ? 'ngang' : typeof raw === 'string' ? searchKey(raw) : '';
  if (word === 'ngang') return { value: 'as-worded' };
  return word === 'doc' ? { value: 'portrait' } : { expected: 'ngang hoặc dọc' };
}

/** A path below the workspace, with `/`; '' when the report is drawn by the program itself. */
function readWordTemplate(raw: unknown): Reading<string> {
  if (isBlank(raw)) return { value: '' };
  const path =
    typeof raw === 'string'
      ? raw
          .normalize('NFC')
          .trim()
          .replace(/\\/gu, '/')
          .replace(/^(?:\.\/)+/u, '')
      : '';
  const isInside = !/^(?:\/|~|[a-z]:)/iu.test(path) && !path.split('/').includes('..');
  return isInside && /[^/]\.docx$/iu.test(path)
    ? { value: path }
    : { expected: 'tên một tệp .docx nằm trong thư mục làm việc, ví dụ mau-bao-cao/mau.docx' };
}

/** `giấy` when nothing is said; tones may be missing. */
function readMedium(raw: unknown): Reading<Medium> {
  const word = isBlank(raw) ? 'giay' : typeof raw === 'string' ? searchKey(raw) : '';
  if (word === 'giay') return { value: 'paper' };
  return word === 'dien tu' ? { value: 'electronic' } : { expected: 'giấy hoặc điện tử' };
}

const report = {
  appendixOrientation: leaf(readOrientation),
  medium: leaf(readMedium),
  wordTemplate: leaf(readWordTemplate),
};
const citedDocument = { number: leaf(readNumber), issuedOn: leaf(readOptionalDay) };
const due = { before: leaf(readOptionalDay), on: leaf(readOptionalDay) };
const round = {
  id: leaf(readName),
  directive: leaf(readName),
  from: leaf(readDay),
  to: leaf(readDay),
  due: group(due).transform(({ before, on }, context): Due => {
    if (before !== undefined && on === undefined) return { kind: 'before', date: before };
    if (on !== undefined && before === undefined) return { kind: 'on', date: on };
    const message = 'phải có đúng một hạn nộp: before (trước ngày) hoặc on (chậm nhất ngày)';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
};

/** The settings file `tkcds.yaml`. Blank values are allowed where the report can print a blank; unknown keys are not. */
export const settingsSchema = group({
  issuer: group(issuer),
  documents: z.preprocess((raw) => (isBlank(raw) ? {} : raw), z.record(z.string(), group(citedDocument))),
  report: group(report),
  rounds: listOf(group(round)),
});

export type SettingsContent = z.output<typeof settingsSchema>;

/** The keys allowed at each place; `*` stands for any key or index. For suggestions. */
export const SETTINGS_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': ['issuer', 'documents', 'report', 'rounds'],
  issuer: Object.keys(issuer),
  'issuer.signer': Object.keys(signer),
  'documents.*': Object.keys(citedDocument),
  report: Object.keys(report),
  'rounds.*': Object.keys(round),
  'rounds.*.due': Object.keys(due),
};
