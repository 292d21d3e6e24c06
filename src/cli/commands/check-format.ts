import { formatInteger } from '../../vi/number.ts';
import { checkDocuments, type CheckedDocument } from '../../workspace/check-documents.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { countSeverities, countWords, shownName } from '../finding-words.ts';

const DECREE = 'Nghị định 30/2020/NĐ-CP';

function documentLine({ file, diagnostics }: CheckedDocument): string {
  const counts = countSeverities(diagnostics);
  const isRight = counts.error + counts.warning === 0;
  const rest = counts.info === 0 ? '' : `; ${formatInteger(counts.info)} điểm không kiểm tra được, cần xem bằng mắt`;
  return `${shownName(file)}: ${isRight ? `không thấy chỗ nào khác ${DECREE}${rest}` : countWords(counts)}`;
}

function closingLines(documents: readonly CheckedDocument[]): readonly string[] {
  const hasFindings = documents.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity !== 'info'));
  const next = hasFindings
    ? [
        'Tiếp theo: sửa trong Word theo từng “cách sửa”, lưu lại, rồi chạy lại lệnh này; xem quy định bằng “tkcds explain <mã>”.',
      ]
    : [];
  return [...documents.map(documentLine), ...next];
}

/** `tkcds check-format TỆP...`: how Word documents deviate from the decree on form. */
export async function run(request: Request): Promise<Answer> {
  const documents = await checkDocuments(request.operands, request.cwd);
  const diagnostics = documents.flatMap((document) => document.diagnostics);
  return {
    command: 'check-format',
    exitCode: exitCodeOf(diagnostics, request.globals.threshold),
    diagnostics,
    listed: diagnostics,
    facts: {
      decree: DECREE,
      files: documents.map((document) => ({
        file: shownName(document.file),
        counts: { ...countSeverities(document.diagnostics) },
      })),
    },
    body: () => [],
    closing: () => closingLines(documents),
  };
}
