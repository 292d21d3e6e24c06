import { relative } from 'node:path';
import type { Coverage, ReportModel, Total } from '../../model/report.ts';
import { countNoun } from '../../vi/count-words.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { capitalize, joinWords, quoteValue } from '../../vi/text.ts';
import { composeRound, type ReportVersion } from '../../workspace/compose-round.ts';
import { writeReport, type WrittenReport } from '../../workspace/write-report.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { countSeverities, countWords } from '../finding-words.ts';
import { renderPreview, type JsonObject } from '../../pipeline.ts';
import type { OpenRound } from '../../workspace/open-round.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { ownFindings } from '../own-findings.ts';
import { roundJson } from '../round-words.ts';
import { UsageError } from '../usage-error.ts';

const VERDICTS: Readonly<Record<Coverage['verdict'], string>> = {
  met: 'đạt',
  'not-met': 'chưa đạt',
  'no-data': 'chưa có số liệu',
};

function coverageLine(coverage: Coverage): string {
  const { title, ratio, target, verdict, countedUnitCount, expectedUnitCount, unitType } = coverage;
  const figure = `${formatPercent(ratio, target.percent)} (${formatInteger(ratio.numerator)}/${formatInteger(ratio.denominator)} ${countNoun(coverage.numerator.counts)}, ${formatInteger(countedUnitCount)}/${formatInteger(expectedUnitCount)} ${unitType.name.toLocaleLowerCase('vi')})`;
  const isOpen = verdict !== 'no-data' && coverage.bounds?.canChangeVerdict === true;
  const open = isOpen ? ' (còn có thể thay đổi khi có đủ số liệu)' : '';
  return `${capitalize(title)}: ${figure}; mức chỉ tiêu ${formatTarget(target)}: ${VERDICTS[verdict]}${open}`;
}

function headlines({ overallRate, coverages }: ReportModel): readonly string[] {
  const { expected, received, onTime } = overallRate;
  return [
    `Đơn vị đã nộp: ${formatInteger(received)}/${formatInteger(expected)} (${formatInteger(onTime)} đúng hạn)`,
    ...coverages.map(coverageLine),
  ];
}

function keptLines(kept: readonly string[]): readonly string[] {
  if (kept.length === 0) return [];
  const names = joinWords(kept.map((name) => `“${name}”`));
  return [`Giữ nguyên ${names} vì đã được sửa tay (hoặc không do chương trình này ghi); bản mới được ghi bên cạnh.`];
}

/** What to do with each version. */
const NEXT: Readonly<Record<ReportVersion, string>> = {
  draft:
    'Tiếp theo: mở báo cáo bằng Word, xem nhận xét tại các số liệu có phát hiện; khi đã xử lý hết lỗi thì viết bản chính thức bằng “tkcds report --final”.',
  final: 'Tiếp theo: mở báo cáo bằng Word, điền số và ngày ban hành, trình ký.',
};

/** In the commune's own file there are no remarks. */
const NEXT_IN_TEMPLATE =
  'Tiếp theo: mở báo cáo bằng Word, đối chiếu các phát hiện trong bảng tổng hợp; khi đã xử lý hết lỗi thì viết bản chính thức bằng “tkcds report --final”.';

function closingLines(written: WrittenReport, version: ReportVersion, cwd: string): readonly string[] {
  const shown = (path: string): string => relative(cwd, path) || path;
  const counts = countSeverities(written.diagnostics);
  return [
    `Báo cáo (${version === 'draft' ? 'bản dự thảo' : 'bản chính thức'}): ${shown(written.docxPath)}`,
    ...(written.wordTemplate === undefined ? [] : [`Viết theo mẫu Word: ${written.wordTemplate}`]),
    `Bảng tổng hợp: ${shown(written.xlsxPath)}`,
    `Số liệu: ${shown(written.jsonPath)}`,
    ...(written.pdfPath === undefined ? [] : [`Bản PDF: ${shown(written.pdfPath)}`]),
    ...(written.hasRemovedPdf
      ? ['Đã xóa bản PDF của lần chạy trước vì không còn khớp với báo cáo; cần thì thêm --pdf.']
      : []),
    ...keptLines(written.kept),
    ...headlines(written.judged.model),
    `Phát hiện: ${countWords(counts)}${counts.error > 0 ? '; số liệu có lỗi không được cộng và được liệt kê trong báo cáo' : ''}.`,
    version === 'draft' && written.wordTemplate !== undefined ? NEXT_IN_TEMPLATE : NEXT[version],
  ];
}

function coverageJson({ id, ratio, target, verdict, countedUnitCount, expectedUnitCount }: Coverage): JsonObject {
  return {
    id,
    numerator: ratio.numerator,
    denominator: ratio.denominator,
    target: { comparison: target.comparison, percent: target.percent },
    verdict,
    countedUnitCount,
    expectedUnitCount,
  };
}

function totalJson({ id, indicator, unitType, value, countedUnitCount, expectedUnitCount }: Total): JsonObject {
  return { id, indicator: indicator.id, unitType: unitType.id, value, countedUnitCount, expectedUnitCount };
}

/** The report as Markdown on the screen; nothing is written. */
async function preview(request: Request, opened: OpenRound, version: ReportVersion): Promise<Answer> {
  const { document, diagnostics } = await composeRound(opened, request.read, version);
  const markdown = renderPreview(document);
  return {
    command: 'report',
    exitCode: exitCodeOf(diagnostics, request.globals.threshold),
    diagnostics,
    listed: [],
    facts: { version, rounds: [roundJson(opened.round)], markdown },
    body: () => markdown.trimEnd().split('\n'),
    closing: () => [],
  };
}

/** What the program can show a report as. */
const FORMATS = ['docx', 'md'];

function formatOf({ options }: Request): string {
  const [format = 'docx'] = options['format'] ?? [];
  if (FORMATS.includes(format)) return format;
  throw new UsageError(
    `Không có định dạng ${quoteValue(format)}${didYouMean(format, FORMATS)}; dùng --format md để đọc báo cáo trên màn hình, bỏ --format để ghi tệp Word`,
  );
}

/** `tkcds report`: writes the report of the round; 1 still means that it was written. */
export async function run(request: Request): Promise<Answer> {
  const format = formatOf(request);
  const hasPdf = request.options['pdf'] !== undefined;
  if (format === 'md' && hasPdf) throw new UsageError('Chỉ dùng một trong hai: --format md hoặc --pdf');
  const version = request.options['final'] === undefined ? 'draft' : 'final';
  const opened = await openRequestedInbox(request, format === 'md' ? 'look' : 'write');
  if (format === 'md') return preview(request, opened, version);
  const written = await writeReport(opened, request.read, { version, hasPdf });
  const { model } = written.judged;
  const { expected, received, onTime } = model.overallRate;
  return {
    command: 'report',
    exitCode: exitCodeOf(written.diagnostics, request.globals.threshold),
    diagnostics: written.diagnostics,
    listed: ownFindings(written.diagnostics, model),
    facts: {
      version,
      rounds: [roundJson(opened.round)],
      outputs: {
        docx: written.docxPath,
        docxSha256: written.docxSha256,
        xlsx: written.xlsxPath,
        xlsxSha256: written.xlsxSha256,
        json: written.jsonPath,
        pdf: written.pdfPath ?? null,
        kept: written.kept,
        written: written.written,
      },
      rate: { expected, received, onTime },
      coverages: model.coverages.map(coverageJson),
      totals: model.totals.map(totalJson),
    },
    body: () => [],
    closing: () => closingLines(written, version, request.cwd),
  };
}
