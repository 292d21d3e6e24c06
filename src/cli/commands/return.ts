import { basename, dirname, relative } from 'node:path';
import { findingCounts } from '../../vi/finding-counts.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords } from '../../vi/text.ts';
import type { FreshReason } from '../../workspace/return-workbook.ts';
import { writeReturns, type WrittenReturn, type WrittenReturns } from '../../workspace/write-returns.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { shownName } from '../finding-words.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';
import { UsageError } from '../usage-error.ts';

/** Why a fresh form was made, behind “vì”. */
const REASONS: Readonly<Record<FreshReason, string>> = {
  comments: 'tệp đã gửi đã có ghi chú (comment) trên trang cần sửa',
  content: 'cấu tạo của tệp đã gửi không sửa an toàn được',
  damaged: 'tệp đã gửi không phải là tệp .xlsx nguyên vẹn',
  kind: 'tệp đã gửi không phải dạng .xlsx thường',
  macros: 'tệp đã gửi có macro',
  'several-units': 'tệp đã gửi có báo cáo của nhiều đơn vị',
  signed: 'tệp đã gửi có chữ ký số',
  unusable: 'tệp đã gửi không đọc được thành báo cáo của kỳ này',
};

const STATES: Readonly<Record<WrittenReturn['state'], string>> = {
  written: '',
  unchanged: ' (đã có từ trước, giữ nguyên)',
  beside: ' (ghi bên cạnh, tệp cũ giữ nguyên)',
};

function returnLines(
  { unit, file, errors, warnings, fresh, workbook, slip, message, state }: WrittenReturn,
  cwd: string,
) {
  return [
    `${unit.id}  ${unit.name} (tệp ${shownName(file)}): ${findingCounts(errors, warnings)}${STATES[state]}`,
    ...(fresh === undefined ? [] : [`  biểu mẫu mới điền sẵn phần đọc được, vì ${REASONS[fresh]}`]),
    `  ${relative(cwd, dirname(workbook)) || '.'}: ${[workbook, slip, message].map((path) => basename(path)).join(', ')}`,
  ];
}

function named(units: WrittenReturns['sound']): string {
  return joinWords(units.map(({ id, name }) => `${name} (${id})`));
}

function closingLines({ returned, sound, conflicting }: WrittenReturns, isAll: boolean): readonly string[] {
  return [
    ...(isAll || sound.length === 0
      ? []
      : [`${named(sound)}: báo cáo không có lỗi hay cảnh báo nào, không cần trả lại.`]),
    ...(conflicting.length === 0
      ? []
      : [`Chưa trả lại ${named(conflicting)} vì gửi nhiều tệp khác nhau; ghi tên tệp cần trả: tkcds return TỆP`]),
    ...(isAll && returned.length === 0 ? ['Không báo cáo nào có lỗi, không có gì để trả lại.'] : []),
    ...(returned.length === 0
      ? []
      : [
          `Trả lại ${formatInteger(returned.length)} báo cáo. Tiếp theo: gửi tệp “…-can-sua.xlsx” cho đơn vị kèm chữ trong tin-nhan.txt; cần văn bản thì điền số, ngày, hạn gửi lại vào phiếu.`,
        ]),
  ];
}

/** `tkcds return ĐƠN_VỊ|TỆP`: what a unit is to mend, marked in its own workbook, with a slip and a text for a message. */
export async function run(request: Request): Promise<Answer> {
  const [typed] = request.operands;
  const isAll = request.options['all'] !== undefined;
  if (isAll && typed !== undefined) throw new UsageError('Chỉ dùng một trong hai: --all hoặc một đơn vị (tệp)');
  if (!isAll && typed === undefined) {
    throw new UsageError(
      'Thiếu đơn vị hoặc tệp, ví dụ: tkcds return TH05; trả lại mọi báo cáo có lỗi: tkcds return --all',
    );
  }
  const opened = await openRequestedInbox(request, 'write');
  const returns = await writeReturns(opened, { typed, cwd: request.cwd }, request.read);
  const { returned, sound, conflicting, diagnostics } = returns;
  return {
    command: 'return',
    exitCode: exitCodeOf(diagnostics, request.globals.threshold),
    diagnostics,
    listed: diagnostics,
    facts: {
      rounds: [roundJson(opened.round)],
      returned: returned.map(({ unit, file, errors, warnings, fresh, workbook, slip, message, state }) => ({
        unit: unit.id,
        name: unit.name,
        file,
        errors,
        warnings,
        freshForm: fresh ?? null,
        workbook,
        slip,
        message,
        state,
      })),
      sound: sound.map(({ id }) => id),
      conflicting: conflicting.map(({ id }) => id),
    },
    body: () => returned.flatMap((one) => returnLines(one, request.cwd)),
    closing: () => closingLines(returns, isAll),
  };
}
