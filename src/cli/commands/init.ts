import { join, relative, resolve } from 'node:path';
import { layDown, type LaidDown } from '../../workspace/lay-down.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';

function closingLines({ folder, made, kept }: LaidDown, cwd: string): readonly string[] {
  const shown = relative(cwd, folder) || '.';
  const option = shown === '.' ? '' : ` -C ${shown.includes(' ') ? `"${shown}"` : shown}`;
  return [
    `Thư mục làm việc: ${shown}`,
    ...made.map((name) => `  tạo mới     ${name}`),
    ...kept.map((name) => `  giữ nguyên  ${name}`),
    'Tiếp theo:',
    `  1. Mở ${join(shown, 'tkcds.yaml')} điền tên cơ quan, người ký, nơi nhận`,
    `  2. Mở ${join(shown, 'don-vi.xlsx')} điền các đơn vị`,
    `  3. Chạy “tkcds form${option}” để làm biểu mẫu cho từng đơn vị`,
  ];
}

/** `tkcds init [THƯ_MỤC]`: lays down a workspace; never touches a file that is there. */
export async function run({ globals, operands, cwd }: Request): Promise<Answer> {
  const [operand = '.'] = operands;
  // A variable of a script that is not set must not fill the current folder.
  if (operand.trim() === '') throw new UsageError('Tên thư mục cần tạo để trống');
  const laid = await layDown(resolve(cwd, globals.directory, operand));
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
