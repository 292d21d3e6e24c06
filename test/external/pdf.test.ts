import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runIn } from '../cli/support/run-in-process.ts';
import { EVERYBODY, RESULTS, smallWorkspace } from '../cli/support/small-workspace.ts';

test('LibreOffice makes the PDF beside the report; the next report without it takes it away', async () => {
  const folder = await smallWorkspace(EVERYBODY);
  const pdf = join(folder, RESULTS, 'bao-cao.pdf');
  const { code, out } = await runIn(folder, 'report', '--pdf');
  expect([code, out]).toEqual([0, expect.stringContaining(`Bản PDF: ${join(RESULTS, 'bao-cao.pdf')}`)]);
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  const json: unknown = JSON.parse(readFileSync(join(folder, RESULTS, 'bao-cao.json'), 'utf8'));
  expect(json).toMatchObject({
    pdf: { file: 'bao-cao.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown },
  });
  const again = await runIn(folder, 'report');
  expect(again.out).toContain('Đã xóa bản PDF của lần chạy trước');
  expect(existsSync(pdf)).toBe(false);
}, 120_000);
