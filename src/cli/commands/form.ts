import { join, relative, resolve } from 'node:path';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';
import { formatInteger } from '../../vi/number.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { matchKey, quoteValue } from '../../vi/text.ts';
import { FORMS_FOLDER, writeForms, type FormFile } from '../../workspace/form-files.ts';
import { INBOX_FOLDER } from '../../workspace/inbox.ts';
import type { OpenRound } from '../../workspace/open-round.ts';
import { withOutputLock } from '../../workspace/output-lock.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { openRequested } from '../open-requested.ts';
import { UsageError } from '../usage-error.ts';

const STATES: Readonly<Record<FormFile['state'], string>> = {
  written: 'tạo mới    ',
  unchanged: 'không đổi  ',
  beside: 'ghi bên cạnh',
};

/** The units named by code or name, in the register's order; when none is named, all whose type receives a form. */
function chooseUnits({ units, directive }: Round, named: readonly string[] | undefined): readonly Unit[] {
  if (named === undefined) {
    const without = new Set(directive.unitTypes.filter(({ receivesForm }) => !receivesForm).map(({ id }) => id));
    return units.filter(({ type }) => !without.has(type));
  }
  const isNamed = (unit: Unit, word: string): boolean => [unit.id, unit.name].map(matchKey).includes(matchKey(word));
  const unknown = named.filter((word) => !units.some((unit) => isNamed(unit, word)));
  if (unknown.length > 0) {
    const candidates = units.flatMap(({ id, name }) => [id, name]);
    const words = unknown.map((word) => `${quoteValue(word)}${didYouMean(word, candidates)}`);
    throw new UsageError(
      `Danh sách đơn vị không có đơn vị ${words.join(', ')}; các mã: ${units.map(({ id }) => id).join(', ')}`,
    );
  }
  return units.filter((unit) => named.some((word) => isNamed(unit, word)));
}

function folderFor({ workspace, round }: OpenRound, out: string | undefined, cwd: string): string {
  return out === undefined ? join(workspace.folder, FORMS_FOLDER, round.period.id) : resolve(cwd, out);
}

/** Why the forms show no numbers of the round before, where one could think they do. */
function withoutPrevious({ preceding }: Round): readonly string[] {
  if (preceding === undefined || preceding.closed !== undefined) return [];
  return [
    `Biểu mẫu không có cột “Kỳ trước” vì kỳ ${preceding.id} chưa khóa; cần cột này thì khóa kỳ đó bằng “tkcds close --period ${preceding.id}” rồi tạo lại biểu mẫu.`,
  ];
}

function closingLines(
  files: readonly FormFile[],
  { round, passed }: { readonly round: Round; readonly passed: number },
  folder: string,
  cwd: string,
): readonly string[] {
  const hasBeside = files.some(({ state }) => state === 'beside');
  return [
    ...files.map(({ path, state }) => `  ${STATES[state]} ${relative(folder, path)}`),
    ...(hasBeside
      ? ['Biểu mẫu “ghi bên cạnh” có tên thêm số trong ngoặc vì tệp cùng tên đã khác đi và được giữ nguyên.']
      : []),
    `${formatInteger(files.length)} biểu mẫu trong ${relative(cwd, folder) || folder}`,
    ...(passed === 0
      ? []
      : [
          `Không tạo biểu mẫu cho ${formatInteger(passed)} đơn vị mà kỳ này không hỏi số liệu (receivesForm: false trong văn bản giao nhiệm vụ); vẫn cần thì nêu mã bằng --unit.`,
        ]),
    ...withoutPrevious(round),
    `Tiếp theo: gửi biểu mẫu cho các đơn vị; tệp gửi về thì nhận bằng “tkcds receive <tệp>” (chép thẳng vào ${INBOX_FOLDER}/${round.period.id}/ cũng được).`,
  ];
}

/** `tkcds form`: one blank form a unit. */
export async function run(request: Request): Promise<Answer> {
  const opened = await openRequested(request, 'write');
  const units = chooseUnits(opened.round, request.options['unit']);
  const passed = request.options['unit'] === undefined ? opened.round.units.length - units.length : 0;
  const folder = folderFor(opened, request.options['out']?.[0], request.cwd);
  const files = await withOutputLock(folder, () => writeForms(opened.round, units, folder));
  return {
    command: 'form',
    exitCode: exitCodeOf(opened.diagnostics, request.globals.threshold),
    diagnostics: opened.diagnostics,
    listed: opened.diagnostics,
    facts: {
      folder,
      files: files.map(({ unit, path, state }) => ({ unit: unit.id, path, state })),
    },
    body: () => [],
    closing: () => closingLines(files, { round: opened.round, passed }, folder, request.cwd),
  };
}
