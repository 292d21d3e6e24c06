// Which Python there is, and which of the peer's packages it has.
import { spawnSync } from 'node:child_process';

/** Debian's own comes first: that is where python3-openpyxl and python3-docx are. */
const PROGRAMS = ['/usr/bin/python3', 'python3', 'python'];

const has = (program, packages) =>
  spawnSync(program, ['-c', `import ${packages.join(', ')}`], { stdio: 'ignore' }).status === 0;

/** The first Python with openpyxl and python-docx, and the readers that it can run; undefined when there is none. */
export function findPython() {
  const program = PROGRAMS.find((one) => has(one, ['openpyxl', 'docx']));
  if (program === undefined) return undefined;
  return { program, readers: has(program, ['pandas']) ? ['openpyxl', 'pandas'] : ['openpyxl'] };
}
