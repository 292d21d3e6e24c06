// What is run against what: commands for measure.mjs, the first of a race is the one that the others are compared with.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences, figuresOfProgram } from './figures.mjs';
import { AS_OF, indicatorCodes, PERIOD } from './workspace.mjs';

const OURS = 'tkcds';
const PEER = fileURLToPath(new URL('peer.py', import.meta.url));

const node = (name, words) => ({ name, program: process.execPath, words, isNode: true });

/** `folder` holds the bundle in `tkcds`, and takes what is written. `python`: as `findPython` gives it. */
export function contestantsIn(folder, python) {
  const release = join(folder, 'tkcds');
  const program = (name, words) => ({ ...node(name, [join(release, 'bin/tkcds.js'), ...words]), isCheck: true });
  const readers = python?.readers ?? [];
  const outputsOf = (name) => {
    const outputs = join(folder, `out-${name}`);
    mkdirSync(outputs, { recursive: true });
    return outputs;
  };
  const figuresIn = (name) => JSON.parse(readFileSync(join(outputsOf(name), 'bao-cao.json'), 'utf8'));

  return {
    /** What is left of the job when nothing is understood: how fast any reader with these packages can become. */
    floor: (workspace) => node('– chỉ giải nén, đọc XML', [join(release, 'dist/cli/floor-job.js'), workspace, PERIOD]),

    /** The job without tong-hop.xlsx, of tkcds and of the peer with each reader; `mode`: `report`, or `figures` without .docx. */
    jobs(workspace, mode) {
      const job = join(release, 'dist/cli/docx-job.js');
      const peers = readers.map((reader) => ({
        name: `Python, ${reader}`,
        program: python.program,
        words: [
          PEER,
          workspace,
          PERIOD,
          outputsOf(reader),
          '--reader',
          reader,
          ...(mode === 'figures' ? ['--figures'] : []),
        ],
      }));
      return [node(OURS, [job, workspace, PERIOD, AS_OF, outputsOf(OURS), mode]), ...peers];
    },

    /** The commands that a clerk runs. */
    commands(workspace) {
      const words = ['--quiet', '-C', workspace, '--period', PERIOD, '--as-of', AS_OF];
      return ['validate', 'report'].map((command) => program(`tkcds ${command}`, [command, ...words]));
    },

    /**
     * Starts, beside that of Node itself; what is loaded to measure would weigh more than what is measured. `alone`: a form of the directive that ships
     * with the program, checked where no workspace is; `form`: one of the workspace, checked there.
     */
    starts: ({ alone, form, workspace }) =>
      [
        node('node -e 0', ['-e', '0']),
        program('tkcds --help', ['--help']),
        { ...program('tkcds validate, một biểu mẫu', ['validate', alone]), cwd: outputsOf('alone') },
        program('– trong thư mục làm việc của xã', ['validate', form, '-C', workspace]),
      ].map((contestant) => ({ ...contestant, isPlain: true })),

    checking: (file) => program('tkcds validate', ['validate', file]),

    /** Lines that say where the figures that were written last differ from each peer's. */
    async figureDifferences(workspace) {
      const ours = figuresOfProgram(figuresIn(OURS), await indicatorCodes(workspace));
      return readers.flatMap((reader) =>
        differences(ours, figuresIn(reader).figures).map((line) => `${reader}: ${line}`),
      );
    },

    /** Removes what earlier commands wrote into the workspace. */
    forget: (workspace) => rmSync(join(workspace, 'ket-qua'), { recursive: true, force: true }),
  };
}
