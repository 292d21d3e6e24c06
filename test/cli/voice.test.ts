import { describe, expect, test } from 'vitest';
import { makeProgressLine } from '../../src/cli/progress-line.ts';
import { run } from '../../src/cli/run.ts';
import { readGuarded } from '../../src/workspace/read-files.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { EVERYBODY, smallWorkspace } from './support/small-workspace.ts';

interface Followed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the program at a clock that goes on by that many milliseconds with every look at it. */
async function follow(
  cwd: string,
  { tick, columns, hasTerminal }: { readonly tick: number; readonly columns?: number; readonly hasTerminal: boolean },
  ...argv: readonly string[]
): Promise<Followed> {
  const began = new Date('2025-11-12T03:00:00Z');
  let [out, err, passed] = ['', '', 0];
  const code = await run(argv, {
    cwd,
    now: began,
    clock: () => new Date(began.getTime() + (passed += tick)),
    noColor: undefined,
    isTerminal: hasTerminal,
    hasTerminal,
    errColumns: columns,
    read: readGuarded,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

const ESCAPE = '\u001b';

describe('the progress line', () => {
  test('is drawn over itself once a round takes longer than a second, and is gone at the end', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const { err } = await follow(folder, { tick: 400, columns: 60, hasTerminal: true }, 'validate');
    expect(err).toMatch(/\rĐọc tệp \d\/7 …/u);
    expect(err).toMatch(/\r +\r$/u);
    expect(err.startsWith('Kỳ 2025-10')).toBe(true);
    expect(err).not.toContain(ESCAPE);
  });

  test.each([
    ['a short round', { tick: 0, columns: 60, hasTerminal: true }, []],
    ['no terminal', { tick: 400, hasTerminal: true }, []],
    ['--quiet', { tick: 400, columns: 60, hasTerminal: true }, ['--quiet']],
  ] as const)('is not there for %s', async (_name, situation, more) => {
    const { err } = await follow(await smallWorkspace(EVERYBODY), situation, 'validate', ...more);
    expect(err).not.toContain('\r');
  });

  test('never breaks into a second line, and leaves no letter of a longer one', () => {
    let [now, written] = [0, ''];
    const line = makeProgressLine({ columns: 10, clock: () => now, write: (text) => (written += text) });
    line.show('Đọc tệp', 1, 2);
    now = 1500;
    line.show('Đọc tệp', 1, 2);
    now = 1550;
    line.show('Đọc tệp', 2, 2);
    line.show('Ghi');
    line.clear();
    line.clear();
    expect(written).toBe('\rĐọc tệp 1\rGhi …    \r     \r');
  });
});

test.each([0, 1])('a terminal that says it has %s columns gets the progress line all the same', (columns) => {
  let [now, written] = [0, ''];
  const line = makeProgressLine({ columns, clock: () => now, write: (text) => (written += text) });
  now = 2000;
  line.show('Đọc tệp', 1, 2);
  expect(written).toBe('\rĐọc tệp 1/2 …');
});

const LINE = /^2025-11-12T10:\d\d:\d\d\+07:00 \| (tin|cảnh báo|lỗi) \| ([\p{L} ]+) \| (.+)$/u;

function steps(err: string): readonly (readonly [level: string, step: string, words: string])[] {
  return err
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const [, level, step, words] = LINE.exec(line) ?? [];
      if (level === undefined || step === undefined || words === undefined)
        throw new Error(`no line of a log: ${line}`);
      return [level, step, words] as const;
    });
}

describe('the log', () => {
  const nobody = { tick: 10, hasTerminal: false };

  test('has a line for each step with its counts, nothing else', async () => {
    const { code, err } = await follow(await smallWorkspace(EVERYBODY), nobody, 'report');
    expect(code).toBe(0);
    expect(steps(err).map(([level, step]) => `${level} ${step}`)).toEqual([
      'tin bắt đầu',
      'tin thông báo',
      'tin đọc tệp',
      'tin tính số liệu',
      'tin ghi tệp',
      'tin kết thúc',
    ]);
    expect(steps(err).map(([, , words]) => words)).toEqual([
      expect.stringMatching(/^tkcds \S+ report, thư mục “.+”$/u),
      expect.stringContaining('Kỳ 2025-10'),
      '7 tệp, 7 tệp đọc được',
      '7/7 đơn vị đã nộp, 0 lỗi',
      expect.stringMatching(/^3 tệp, [\d.]+ byte$/u),
      expect.stringMatching(/^mã thoát 0 \(ổn\); 0 lỗi, .*giây$/u),
    ]);
  });

  test('says by its level how the run ended; --quiet keeps only that', async () => {
    const folder = await smallWorkspace(['TH01']);
    const { code, err } = await follow(folder, nobody, 'status', '--quiet');
    expect([code, steps(err)]).toEqual([
      1,
      [['cảnh báo', 'kết thúc', expect.stringMatching(/^mã thoát 1 \(có lỗi .*vẫn được ghi\)/u)]],
    ]);
    expect((await follow(await smallWorkspace(EVERYBODY), nobody, 'status', '--quiet')).err).toBe('');
  });

  test('has a refusal on one line', async () => {
    const { code, err } = await follow(tempFolder(), nobody, 'report', '--quiet');
    expect([code, steps(err)]).toEqual([
      2,
      [
        ['lỗi', 'không làm được', expect.stringContaining('tkcds.yaml')],
        ['lỗi', 'kết thúc', expect.stringContaining('mã thoát 2 (không làm được, không ghi gì)')],
      ],
    ]);
  });

  test('holds no personal data of file names', async () => {
    const folder = await smallWorkspace(EVERYBODY);
    const { err } = await follow(folder, nobody, 'validate', 'nop/2025-10/không có 0905123456.xlsx');
    expect(err).not.toContain('0905123456');
  });

  test.each([
    ['--log', true, true],
    ['--no-log', false, false],
  ])('%s overrides what the terminals say', async (option, hasTerminal, isLog) => {
    const { err } = await follow(await smallWorkspace(EVERYBODY), { tick: 10, hasTerminal }, 'status', option);
    expect(LINE.test(err.split('\n')[0] ?? '')).toBe(isLog);
  });
});
