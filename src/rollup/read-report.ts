import type * as z from 'zod';
import { diagnosticOf, type Diagnostic, type Outcome, type Problem } from '../model/diagnostic.ts';
import type { CommuneReport, RollupSource } from '../model/rollup.ts';
import { formatInteger } from '../vi/number.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { quoteValue } from '../vi/text.ts';
import { readJson } from './json-text.ts';
import {
  ROLLUP_COMPANION_DIFFERS,
  ROLLUP_CONTENT_INVALID,
  ROLLUP_FIGURE_DIFFERS,
  ROLLUP_FILE_ALTERED,
  ROLLUP_FILE_FOREIGN,
  ROLLUP_FILE_UNREADABLE,
  ROLLUP_SCHEMA_NEWER,
  ROLLUP_SCHEMA_OLDER,
} from './problems.ts';
import { figureFaults } from './recompute.ts';
import { reportSchema, type ReportContent } from './schema.ts';
import { communeReport } from './to-report.ts';

/** A JSON file of the folder, with what only the disk can tell of it. */
export interface RollupFile {
  readonly source: RollupSource;
  /** Undefined when the bytes are no UTF-8. */
  readonly text: string | undefined;
  /** Whether its `fingerprint` is that of its content. */
  readonly isSealed: boolean;
  /** The hash of a file in the same folder; undefined when there is none of that name. */
  readonly hashBeside: (name: string) => string | undefined;
}

/** What a file gave. */
export interface ReadReport {
  readonly source: RollupSource;
  /** Undefined when nobody can tell whose figures these are, or of which round. */
  readonly report: CommuneReport | undefined;
  /** Why it does not count, in words without full stop; '' when it does. */
  readonly refusal: string;
}

/** The version of `bao-cao.json` that this program writes and reads. */
const SCHEMA_VERSION = 1;
/** So many faults of one file are told; who mends them finds the rest. */
const MOST_TOLD = 3;
const AGAIN = 'Đề nghị xã gửi lại đúng tệp bao-cao.json do chương trình ghi ra, không mở ra sửa';

function finding(kind: Problem, { file }: RollupSource, message: string, hint: string): Diagnostic {
  return diagnosticOf(kind, { message, hint, location: { kind: 'file', file } });
}

function called({ file }: RollupSource): string {
  return `Tệp “${maskPersonalData(file)}”`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the content means to be a bao-cao.json at all. */
function isFigures(content: unknown): content is Readonly<Record<string, unknown>> {
  return isObject(content) && 'schemaVersion' in content && ('coverages' in content || 'round' in content);
}

/** Whether the content is the outcome of an earlier rollup that lies in the folder: it is nobody's report and nothing to tell. */
function isOwnOutcome(content: unknown): boolean {
  return isObject(content) && content['format'] === 'tong-hop-tinh';
}

/** Written before the fields were there that tell communes apart. */
function isOld({ schemaVersion, directive, ...rest }: Readonly<Record<string, unknown>>): boolean {
  if (typeof schemaVersion === 'number' && schemaVersion < SCHEMA_VERSION) return true;
  return !('issuer' in rest) || !isObject(directive) || !('indicators' in directive) || !('unitTypes' in directive);
}

function versionFinding(content: Readonly<Record<string, unknown>>, source: RollupSource): Diagnostic | undefined {
  const { schemaVersion } = content;
  if (typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION) {
    const message = `${called(source)} do phiên bản mới hơn của chương trình ghi (schemaVersion ${String(schemaVersion)}, chương trình này đọc được đến ${String(SCHEMA_VERSION)})`;
    return finding(ROLLUP_SCHEMA_NEWER, source, message, 'Cập nhật chương trình trên máy này rồi chạy lại');
  }
  if (!isOld(content)) return undefined;
  const message = `${called(source)} do phiên bản cũ của chương trình ghi, chưa có tên xã và tên chỉ tiêu`;
  return finding(
    ROLLUP_SCHEMA_OLDER,
    source,
    message,
    'Đề nghị xã cập nhật chương trình, chạy lại “tkcds report” và gửi lại bao-cao.json',
  );
}

/** `coverages › mục 1 › ratio`: for people, who count from one. */
function shownPath(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `mục ${String(part + 1)}` : String(part))).join(' › ');
}

function contentFinding(error: z.ZodError, source: RollupSource): Diagnostic {
  const paths = [...new Set(error.issues.map(({ path }) => shownPath(path)))];
  const told = paths.slice(0, MOST_TOLD).map(quoteValue).join(', ');
  const rest = paths.length > MOST_TOLD ? ` và ${formatInteger(paths.length - MOST_TOLD)} trường khác` : '';
  const message = `${called(source)} không đúng cấu trúc của bao-cao.json: thiếu hoặc sai trường ${told}${rest}`;
  return finding(ROLLUP_CONTENT_INVALID, source, message, AGAIN);
}

/** Ids that a share or sum names but the file's own directive does not have. */
function danglingIds({ directive, coverages, totals, rates, units }: ReportContent): readonly string[] {
  const unitTypes = new Set(directive.unitTypes.map(({ id }) => id));
  const indicators = new Set(directive.indicators.map(({ id }) => id));
  const types = [...coverages, ...totals, ...units].map(({ unitType }) => unitType);
  const used = coverages.flatMap(({ numeratorIndicator, denominatorIndicator }) => [
    numeratorIndicator,
    denominatorIndicator,
  ]);
  const inRates = rates.byUnitType.map(({ unitType }) => unitType ?? '');
  return [
    ...[...types, ...inRates].filter((id) => !unitTypes.has(id)),
    ...[...used, ...totals.map(({ indicator }) => indicator)].filter((id) => !indicators.has(id)),
  ];
}

function companionFindings({ report, summary, pdf }: ReportContent, file: RollupFile): readonly Diagnostic[] {
  const differing = [report, summary, ...(pdf === undefined ? [] : [pdf])].filter((written) => {
    const hash = file.hashBeside(written.file);
    return hash !== undefined && hash !== written.sha256;
  });
  return differing.map((written) =>
    finding(
      ROLLUP_COMPANION_DIFFERS,
      file.source,
      `Tệp ${quoteValue(written.file)} nằm cạnh ${quoteValue(file.source.file)} đã được sửa sau khi chương trình ghi ra; số liệu tổng hợp chỉ lấy từ bao-cao.json`,
      `Xem lại tệp ${quoteValue(written.file)}: nếu chỉ điền số, ngày, tên người ký thì không cần làm gì; nếu đã sửa số liệu thì đề nghị xã sửa từ tệp của đơn vị và lập lại báo cáo`,
    ),
  );
}

/** Why the figures of a file that is understood do not count. */
function distrusted(content: ReportContent, file: RollupFile): Diagnostic | undefined {
  const { source } = file;
  if (!file.isSealed) {
    const message = `${called(source)} đã bị sửa sau khi chương trình ghi ra: nội dung không khớp mã kiểm tra (fingerprint)`;
    return finding(ROLLUP_FILE_ALTERED, source, message, AGAIN);
  }
  const faults = figureFaults(content);
  if (faults.length === 0) return undefined;
  const rest = faults.length > MOST_TOLD ? ` và ${formatInteger(faults.length - MOST_TOLD)} chỗ khác` : '';
  const message = `${called(source)} có số liệu không khớp nhau: ${faults.slice(0, MOST_TOLD).join('; ')}${rest}`;
  return finding(ROLLUP_FIGURE_DIFFERS, source, message, AGAIN);
}

function refused(source: RollupSource, refusal: string, diagnostic: Diagnostic): Outcome<ReadReport> {
  return { value: { source, report: undefined, refusal }, diagnostics: [diagnostic] };
}

function understood(content: ReportContent, file: RollupFile): Outcome<ReadReport> {
  const { source } = file;
  const dangling = danglingIds(content);
  if (dangling.length > 0) {
    const message = `${called(source)} dùng mã ${dangling.slice(0, MOST_TOLD).map(quoteValue).join(', ')} mà phần directive của tệp không có`;
    return refused(source, 'không đúng cấu trúc', finding(ROLLUP_CONTENT_INVALID, source, message, AGAIN));
  }
  const fault = distrusted(content, file);
  const report = communeReport(content, source);
  if (fault === undefined)
    return { value: { source, report, refusal: '' }, diagnostics: companionFindings(content, file) };
  const refusal = file.isSealed ? 'số liệu trong tệp không khớp nhau' : 'tệp đã bị sửa';
  return { value: { source, report, refusal }, diagnostics: [fault] };
}

/**
 * Understands a file. Its text is user input: depth, version, structure, fingerprint and arithmetic are checked, in this order; the
 * first that fails is the finding, and then nothing of the file counts. Undefined for the outcome of an earlier rollup. Never
 * throws.
 */
export function readReport(file: RollupFile): Outcome<ReadReport | undefined> {
  const { source, text } = file;
  const json = text === undefined ? { fault: 'không phải văn bản UTF-8' } : readJson(text);
  if ('fault' in json) {
    const message = `${called(source)} không đọc được: ${json.fault}`;
    return refused(source, 'không đọc được', finding(ROLLUP_FILE_UNREADABLE, source, message, AGAIN));
  }
  const { content } = json;
  if (isOwnOutcome(content)) return { value: undefined, diagnostics: [] };
  if (!isFigures(content)) {
    const message = `${called(source)} không phải là bao-cao.json của chương trình, không được tính`;
    const hint = 'Chuyển tệp ra khỏi thư mục này; nếu là số liệu của một xã thì đề nghị xã gửi bao-cao.json';
    return refused(source, 'không phải bao-cao.json', finding(ROLLUP_FILE_FOREIGN, source, message, hint));
  }
  const version = versionFinding(content, source);
  if (version !== undefined) return refused(source, 'khác phiên bản', version);
  const parsed = reportSchema.safeParse(content);
  if (!parsed.success) return refused(source, 'không đúng cấu trúc', contentFinding(parsed.error, source));
  return understood(parsed.data, file);
}
