import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outputOf } from './program.ts';

const LIBREOFFICE = 'apt-get install libreoffice-writer libreoffice-calc fonts-liberation2';

/**
 * Lets LibreOffice convert office files to that format into that folder. Every call has its own profile folder: two LibreOffices
 * with one profile wait for each other.
 */
export async function convertInto(folder: string, format: string, files: readonly string[]): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'tkcds-soffice-'));
  const headless = ['--headless', '--convert-to', format, '--outdir', folder];
  try {
    await outputOf(
      'soffice',
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...headless, ...files],
      LIBREOFFICE,
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
