import { extname, basename } from 'node:path';
import type { Unit } from '../../model/unit.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { searchKey } from '../../vi/text.ts';
import { copyName } from '../file-name.ts';

/** Leaves room for the folders before it within the 260 characters of a Windows path. */
const LONGEST = 60;

/** `Thôn Vĩnh Thạnh` → `thon-vinh-thanh`; '' of a text without letters and digits. */
function slug(text: string): string {
  const words = searchKey(text).replace(/[^a-z0-9]+/gu, '-');
  return words.slice(0, LONGEST).replace(/^-+|-+$/gu, '');
}

/** The ending that the sender gave, if it can be one. */
function endingOf(name: string): string {
  const ending = extname(name).toLowerCase();
  return /^\.[a-z0-9]{1,5}$/u.test(ending) ? ending : '';
}

/**
 * The name under which a file is kept: `TH01-thon-thuong.xlsx` for the report of one unit, else the sender's own name in plain letters
 * without what looks personal.
 */
export function cleanName(name: string, units: readonly Unit[], copy: number): string {
  const [unit, ...others] = units;
  const ending = endingOf(name);
  const own = slug(maskPersonalData(basename(name, extname(name))));
  const stem = unit !== undefined && others.length === 0 ? `${slug(unit.id).toUpperCase()}-${slug(unit.name)}` : own;
  return copyName(stem === '' ? 'bao-cao' : stem, ending, copy);
}
