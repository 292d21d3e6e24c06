import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outputOf } from './program.ts';

const LIBREOFFICE = 'apt-get install libreoffice-writer libreoffice-calc fonts-liberation2';
const POPPLER = 'apt-get install poppler-utils';

/**
 * Lets LibreOffice save files of one folder in another format, into that folder. Every call has its own profile folder: two
 * LibreOffices with one profile wait for each other.
 */
export async function convertWithLibreOffice(files: readonly string[], format: string, folder: string): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'tkcds-soffice-'));
  try {
    const headless = ['--headless', '--convert-to', format, '--outdir', folder];
    await outputOf(
      'soffice',
      [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...headless, ...files],
      LIBREOFFICE,
    );
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/** Converts office files (.docx, .xlsx …) to PDF beside them with LibreOffice and gives the paths of the PDFs, in order. */
export async function convertAllToPdf(files: readonly string[]): Promise<readonly string[]> {
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const inFolder = files.filter((file) => dirname(file) === folder);
    await convertWithLibreOffice(inFolder, 'pdf', folder);
  }
  return files.map(pdfBeside);
}

/** Converts one office file to a PDF beside it and gives the path of the PDF. */
export async function convertToPdf(file: string): Promise<string> {
  const [pdf = pdfBeside(file)] = await convertAllToPdf([file]);
  return pdf;
}

function pdfBeside(file: string): string {
  const pdf = join(dirname(file), `${basename(file, extname(file))}.pdf`);
  // LibreOffice ends with 0 when it could not read a file; only the missing PDF tells.
  if (!existsSync(pdf)) throw new Error(`LibreOffice made no PDF of ${basename(file)}`);
  return pdf;
}

/** The text of each page, as laid out. */
export async function pagesOf(pdf: string): Promise<readonly string[]> {
  const text = await outputOf('pdftotext', ['-layout', '-enc', 'UTF-8', pdf, '-'], POPPLER);
  return text.split('\f').slice(0, -1);
}

/** The font families a PDF uses, without style and subset prefix, such as `LiberationSerif`; sorted. */
export async function fontFamiliesOf(pdf: string): Promise<readonly string[]> {
  const table = await outputOf('pdffonts', [pdf], POPPLER);
  const names = table
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/u)[0] ?? '');
  const families = names
    .filter((name) => name !== '')
    .map((name) => name.replace(/^[A-Z]{6}\+/u, '').replace(/-.*$/u, ''));
  return [...new Set(families)].sort();
}

/** Width and height of each page, in points (A4 upright: 595 × 842). */
export async function pageSizesOf(
  pdf: string,
): Promise<readonly { readonly width: number; readonly height: number }[]> {
  const text = await outputOf('pdfinfo', ['-l', '9999', pdf], POPPLER);
  return [...text.matchAll(/^Page\s+\d+ size:\s+([\d.]+) x ([\d.]+) pts/gmu)].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }));
}
