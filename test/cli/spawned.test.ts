import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { renderUnitRegister } from '../../src/pipeline.ts';
import { smallCommuneRound } from '../support/small-commune.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { EVERYBODY, smallWorkspace } from './support/small-workspace.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/tkcds.js', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the built program as at a terminal, without a log; `during` may speak to it while it runs. */
function start(
  argv: readonly string[],
  cwd: string,
  during?: (child: ReturnType<typeof spawn>) => void,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, '--no-log', ...argv], {
      cwd,
      env: { ...process.env, FORCE_COLOR: '1' },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
    during?.(child);
  });
}

describe('the built program', () => {
  test('has a round without faults from init to report', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    for (const command of ['status', 'form', 'validate', 'report']) {
      const { code, out, err } = await start([command, '--as-of', '12/11/2025'], folder);
      expect({ command, code, err: err.split('\n').slice(1).join('\n') }).toEqual({ command, code: 0, err: '' });
      expect(out).not.toBe('');
      expect(out).not.toContain('\u001b');
    }
  });

  test('ends with 2 and one sentence for a mistyped command', async () => {
    expect(await start(['statsu'], tempFolder())).toEqual({
      code: 2,
      out: '',
      err: 'tkcds: Không có lệnh “statsu” (có phải ý bạn là “status”?); xem “tkcds --help”\n',
    });
  });

  test('takes a closed pipe for an end, not a fault', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const ended = await start(['status', '--json'], folder, (child) => child.stdout?.destroy());
    expect(ended.err).not.toContain('EPIPE');
    expect([0, 1]).toContain(ended.code);
  });

  test('interrupted, ends with 130 and lets go of the lock', async () => {
    const folder = await smallWorkspace([]);
    const round = smallCommuneRound();
    const [unit] = round.units;
    if (unit === undefined) throw new Error('no unit');
    const many = Array.from({ length: 200 }, (_, index) => ({ ...unit, id: `T${index}`, name: `Thôn ${index}` }));
    writeFileSync(join(folder, 'don-vi.xlsx'), await renderUnitRegister(round.directive.unitTypes, many));
    const forms = join(folder, 'bieu-mau', '2025-10');
    const { code } = await start(['form'], folder, (child) => {
      const watch = setInterval(() => {
        if (!existsSync(join(forms, '.khoa'))) return;
        clearInterval(watch);
        child.kill('SIGINT');
      }, 20);
    });
    expect(code).toBe(130);
    expect(readdirSync(forms)).toEqual([]);
  });
});
