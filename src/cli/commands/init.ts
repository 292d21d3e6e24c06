import { join, relative, resolve } from 'node:path';
import { layDown, type LaidDown } from '../../workspace/lay-down.ts';
import { WORD_TEMPLATE_FILE } from '../../workspace/sample-template.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';

/** How the template comes into use: the settings are the clerk's, nothing is written there. */
function templateLines({ made, kept }: LaidDown): readonly string[] {
  const again = `Đã có ${WORD_TEMPLATE_FILE} nên giữ nguyên; muốn lấy mẫu mới thì đổi tên tệp đó rồi chạy lại.`;
  const blank = `Tên cơ quan, người ký trong ${WORD_TEMPLATE_FILE} còn để trống vì tkcds.yaml mới được tạo: gõ thẳng vào mẫu, hoặc điền tkcds.yaml, xóa mẫu rồi chạy lại.`;
  return [
    ...(kept.includes(WORD_TEMPLATE_FILE) ? [again] : []),
    ...(made.includes('tkcds.yaml') ? [blank] : []),
    `Để báo cáo viết theo mẫu Word: sửa ${WORD_TEMPLATE_FILE} bằng Word, rồi ghi trong tkcds.yaml, mục report: “wordTemplate: ${WORD_TEMPLATE_FILE}” (hướng dẫn: docs/mau-bao-cao.md)`,
  ];
}

function isAsked({ made, kept }: LaidDown): boolean {
  return [...made, ...kept].includes(WORD_TEMPLATE_FILE);
}

function closingLines(laid: LaidDown, cwd: string): readonly string[] {
  const { folder, made, kept } = laid;
  const shown = relative(cwd, folder) || '.';
  const option = shown === '.' ? '' : ` -C ${shown.includes(' ') ? `"${shown}"` : shown}`;
  return [
    `Thư mục làm việc: ${shown}`,
    ...made.map((name) => `  tạo mới     ${name}`),
    ...kept.map((name) => `  giữ nguyên  ${name}`),
    ...(isAsked(laid) ? templateLines(laid) : []),
    'Tiếp theo:',
    `  1. Mở ${join(shown, 'tkcds.yaml')} điền tên cơ quan, người ký, nơi nhận`,
    `  2. Mở ${join(shown, 'don-vi.xlsx')} điền các đơn vị`,
    `  3. Chạy “tkcds form${option}” để làm biểu mẫu cho từng đơn vị`,
  ];
}

/** `tkcds init [THƯ_MỤC]`: lays down a workspace; never touches a file that is there. */
export async function run({ globals, operands, options, cwd }: Request): Promise<Answer> {
  const [operand = '.'] = operands;
  // A variable of a script that is not set must not fill the current folder.
  if (operand.trim() === '') throw new UsageError('Tên thư mục cần tạo để trống');
  const { period, asOf } = globals;
  const wordTemplate = options['wordTemplate'];
  const laid = await layDown(
    resolve(cwd, globals.directory, operand),
    wordTemplate === undefined ? {} : { wordTemplateOf: { period, asOf } },
  );
  return {
    command: 'init',
    exitCode: EXIT.fine,
    diagnostics: [],
    listed: [],
    facts: { folder: laid.folder, made: laid.made, kept: laid.kept },
    body: () => [],
    closing: () => closingLines(laid, cwd),
  };
}
