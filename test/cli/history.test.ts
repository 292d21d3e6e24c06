import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Round } from '../../src/model/round.ts';
import { bytesOf, cleanForm, overlay } from '../support/form-filler.ts';
import { day, directiveOf, shippedText, smallCommuneRound } from '../support/small-commune.ts';
import { runIn } from './support/run-in-process.ts';
import { EVERYBODY, smallWorkspace } from './support/small-workspace.ts';

const MONTHLY = 'chu-ky-so-hang-thang';
const NOVEMBER = ['--as-of', '06/12/2025', '--period', 'previous'];

function monthlyRound(): Round {
  const directive = directiveOf(shippedText(`directives/${MONTHLY}.yaml`), `${MONTHLY}.yaml`).value;
  if (directive === undefined) throw new Error('the shipped directive is faulty');
  const due = { kind: 'on', date: day('2025-12-05') } as const;
  const period = { id: '2025-11', from: day('2025-11-01'), to: day('2025-11-30'), due };
  return { ...smallCommuneRound(directive, day('2025-12-06')), period };
}

/** A workspace with a reported October and the villages' reports of November under another directive. */
async function twoMonths(holders: Readonly<Record<string, string>>): Promise<string> {
  const folder = await smallWorkspace(EVERYBODY);
  await runIn(folder, 'report', '--final');
  const round = `\n  - id: 2025-11\n    directive: ${MONTHLY}\n    from: 2025-11-01\n    to: 2025-11-30\n    due: { on: 2025-12-05 }\n`;
  appendFileSync(join(folder, 'tkcds.yaml'), round);
  const inbox = join(folder, 'nop', '2025-11');
  mkdirSync(inbox, { recursive: true });
  const monthly = monthlyRound();
  for (const unit of monthly.units.filter(({ id }) => id in holders)) {
    const book = await cleanForm(monthly, unit);
    overlay(book, { sheet: 'Chỉ tiêu', header: ['Mã', 'Số liệu'], rows: [['CT02', holders[unit.id] ?? '']] });
    writeFileSync(join(inbox, `${unit.id}.xlsx`), await bytesOf(book));
  }
  return folder;
}

describe('the round after', () => {
  test('is compared with the one before by indicator, over the units that count in both', async () => {
    const folder = await twoMonths({ TH01: '780', TH02: '510', TH03: '380' });
    const { out } = await runIn(folder, 'report', '--format', 'md', ...NOVEMBER);
    expect(out).toContain(
      'tính trên 3 thôn có số liệu ở cả hai kỳ, tỷ lệ này tăng từ 60,0% (1.614/2.690 người) lên 62,1% (1.670/2.690 người)',
    );
    const report = await runIn(folder, 'report', '--json', ...NOVEMBER);
    // The shape is the one that docs/validate-json.md documents.
    const { findings } = JSON.parse(report.out) as { readonly findings: readonly { readonly rule: string }[] };
    expect(findings.filter(({ rule }) => rule === 'cumulative-fell')).toMatchObject([
      { location: { file: 'TH03.xlsx' }, facts: { value: 380, previous: 384, previousPeriod: '2025-10' } },
    ]);
    const figures: unknown = JSON.parse(readFileSync(join(folder, 'ket-qua', '2025-11', 'bao-cao.json'), 'utf8'));
    expect(figures).toMatchObject({
      changes: [
        {
          previous: { id: '2025-10', from: '2025-10-01', to: '2025-10-31' },
          unitCount: 3,
          before: { numerator: 1614, denominator: 2690 },
          now: { numerator: 1670, denominator: 2690 },
        },
      ],
    });
  });

  test('says nothing of a change where no unit counts in both', async () => {
    const folder = await twoMonths({});
    const { out } = await runIn(folder, 'report', '--format', 'md', ...NOVEMBER);
    expect(out).not.toContain('cả hai kỳ');
  });

  test('takes the figures of the closing when the round before is closed', async () => {
    const folder = await twoMonths({ TH01: '720' });
    const settings = readFileSync(join(folder, 'tkcds.yaml'), 'utf8');
    expect(settings).toContain('2025-11');
    await runIn(folder, 'report', '--final', '--period', '2025-10');
    expect((await runIn(folder, 'close', '--period', '2025-10')).code).toBe(0);
    writeFileSync(join(folder, 'ket-qua', '2025-10', 'bao-cao.json'), '{}');
    const { out } = await runIn(folder, 'report', '--format', 'md', ...NOVEMBER);
    expect(out).toContain('tính trên 1 thôn có số liệu ở cả hai kỳ, tỷ lệ này không thay đổi (60,0%)');
  });
});

describe('--period previous', () => {
  test('is the round that ended last, and says which', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const { code, err } = await runIn(folder, 'status', '--period', 'previous');
    expect([code, err]).toEqual([0, expect.stringContaining('Kỳ 2025-10')]);
  });

  test('is refused while no round has ended', async () => {
    const folder = await smallWorkspace([]);
    const { code, err } = await runIn(folder, 'status', '--period', 'previous', '--as-of', '31/10/2025');
    expect([code, err]).toEqual([2, expect.stringContaining('chưa có kỳ báo cáo nào kết thúc')]);
  });
});
