import { relative } from 'node:path';
import type { Coverage, ReportModel } from '../../model/report.ts';
import { countNoun } from '../../vi/count-words.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { capitalize, joinWords } from '../../vi/text.ts';
import { writeReport, type ReportVersion, type WrittenReport } from '../../workspace/write-report.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { countSeverities, countWords } from '../finding-words.ts';
import type { JsonObject } from '../../pipeline.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { ownFindings } from '../own-findings.ts';
import { roundJson } from '../round-words.ts';

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

function closingLines(written: WrittenReport, version: ReportVersion, cwd: string): readonly string[] {
  const shown = (path: string): string => relative(cwd, path) || path;
  const counts = countSeverities(written.diagnostics);
  return [
    `Báo cáo (${version === 'draft' ? 'bản dự thảo' : 'bản chính thức'}): ${shown(written.docxPath)}`,
    `Bảng tổng hợp: ${shown(written.xlsxPath)}`,
    `Số liệu: ${shown(written.jsonPath)}`,
    ...keptLines(written.kept),
    ...headlines(written.judged.model),
    `Phát hiện: ${countWords(counts)}${counts.error > 0 ? '; số liệu có lỗi không được cộng và được liệt kê trong báo cáo' : ''}.`,
    NEXT[version],
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

/** `tkcds report`: writes the report of the round; 1 still means that it was written. */
export async function run(request: Request): Promise<Answer> {
  const opened = await openRequestedInbox(request);
  const version = request.options['final'] === undefined ? 'draft' : 'final';
  const written = await writeReport(opened, request.read, version);
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
        kept: written.kept,
      },
      rate: { expected, received, onTime },
      coverages: model.coverages.map(coverageJson),
    },
    body: () => [],
    closing: () => closingLines(written, version, request.cwd),
  };
}
