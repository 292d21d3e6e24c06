import { describe, expect, test } from 'vitest';
import { READ_PROBLEMS } from '../../src/read/problems.ts';
import { readWorkbook } from '../../src/read/read-workbook.ts';
import { BIFF_FILES } from '../hostile/files/biff.ts';
import { COMPOUND_FILES } from '../hostile/files/compound-files.ts';
import { DAMAGED_FORMATS, flips, truncations } from '../hostile/files/damage.ts';
import { DIRECTORIES } from '../hostile/files/directories.ts';
import { FOREIGN } from '../hostile/files/foreign.ts';
import { ENTITIES } from '../hostile/files/markup.ts';
import { NAMES } from '../hostile/files/names.ts';
import { RELATIONS } from '../hostile/files/relations.ts';
import { XLSB_FILES } from '../hostile/files/xlsb.ts';
import type { HostileFile } from '../hostile/support/hostile-file.ts';

/**
 * The small version of `npm run test:hostile`: some files of each family that costs little, read in this process. That the
 * program stays within its time and memory, only the suite itself can show.
 */
const FAMILIES: readonly (readonly [family: string, files: readonly HostileFile[]])[] = [
  ['directories of zips', DIRECTORIES],
  ['relations', RELATIONS],
  ['entities', ENTITIES],
  ['binary workbooks (.xlsb)', XLSB_FILES],
  ['compound files', COMPOUND_FILES],
  ['records of .xls', BIFF_FILES],
  ['files of other kinds', FOREIGN],
  ['names', NAMES],
  ...DAMAGED_FORMATS.map(
    (format) => [`.${format}, damaged`, [...truncations(format, 4), ...flips(format, 4)]] as const,
  ),
];

const OWN = new Set(READ_PROBLEMS.map(({ id }) => id));
/** Of each family. */
const MOST = 8;
/** Larger files are for the suite; in bytes. */
const LARGEST = 200_000;

/** Some of the files, from the whole length of the list. */
function someOf(files: readonly HostileFile[]): readonly HostileFile[] {
  const step = Math.max(1, Math.floor(files.length / MOST));
  const some = files.filter((_file, index) => index % step === 0);
  return some.filter(({ bytes }) => bytes().length <= LARGEST).slice(0, MOST);
}

describe.each(FAMILIES)('%s', (_family, files) => {
  test.each(someOf(files))('$name', ({ extension, bytes }) => {
    const content = bytes();
    const name = `tep.${extension}`;
    const { value, diagnostics } = readWorkbook(content, name);
    if (value === undefined) expect(diagnostics).not.toEqual([]);
    for (const { rule, message, hint, location } of diagnostics) {
      expect(OWN).toContain(rule);
      expect(JSON.stringify(location)).toContain(name);
      expect(`${message} ${hint}`).toMatch(/[à-ỹđ]/iu);
      expect(`${message} ${hint}`.replace(/“[^”]*”/gu, '')).not.toMatch(/undefined|NaN|Error|Cannot|\[object/u);
    }
    expect(readWorkbook(content, name)).toEqual({ value, diagnostics });
  });
});
