import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../model/round.ts';
import type { Unit } from '../model/unit.ts';
import { renderUnitForm } from '../pipeline.ts';
import { writeTogether, type Output } from './atomic-write.ts';
import { copyName, safeFileName } from './file-name.ts';
import { isThere } from './presence.ts';
import { onDisk } from './system-error.ts';

/** The folder of a workspace where forms are written, one folder a period. */
export const FORMS_FOLDER = 'bieu-mau';

/** What became of one unit's form. */
export interface FormFile {
  readonly unit: Unit;
  readonly path: string;
  /** `written`: new; `unchanged`: it was there already; `beside`: another file has its name and was left alone. */
  readonly state: 'written' | 'unchanged' | 'beside';
}

/** The first name that is free or already holds these bytes; a form somebody has changed is passed over. */
function placeFor(folder: string, stem: string, bytes: Uint8Array): Omit<FormFile, 'unit'> {
  for (let copy = 1; ; copy++) {
    const path = join(folder, copyName(stem, '.xlsx', copy));
    if (!isThere(path)) return { path, state: copy === 1 ? 'written' : 'beside' };
    if (onDisk('đọc', path, () => readFileSync(path)).equals(bytes)) return { path, state: 'unchanged' };
  }
}

/** Writes one blank form a unit into the folder, all or none; never over a file that differs. */
export async function writeForms(round: Round, units: readonly Unit[], folder: string): Promise<readonly FormFile[]> {
  const outputs: Output[] = [];
  const files: FormFile[] = [];
  for (const unit of units) {
    const bytes = await renderUnitForm(round, unit);
    const place = placeFor(folder, safeFileName(`${unit.id} - ${unit.name}`), bytes);
    outputs.push({ path: place.path, bytes });
    files.push({ unit, ...place });
  }
  writeTogether(outputs);
  return files;
}
