import type { Diagnostic, Location } from '../../model/diagnostic.ts';
import type { Directive } from '../../model/directive.ts';
import type { Unit } from '../../model/unit.ts';
import { nameWords } from '../../vi/name-words.ts';
import { closest } from '../../vi/suggest.ts';
import { matchKey, quoteValue, searchKey } from '../../vi/text.ts';
import { mismatch, type UnitClues } from './unit-findings.ts';
import { unitsNamed } from './unit-match.ts';
import { communeOf } from './unit-place.ts';
import { bareKey } from './unit-suggestion.ts';

/** The words of a text, separated by single blanks. */
function wordsOf(text: string): readonly string[] {
  return matchKey(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * The code in the file's name that is made like the unit's own and is another one: for `TH01` that is `TH02`, and where the
 * program itself puts the code (`TR01 - …`) any of as many letters and digits. Undefined when the own code stands there, too.
 */
function codeInFileName(path: string, id: string): string | undefined {
  const [code, ...more] = wordsOf(id);
  const [, letters = '', digits = ''] = /^(\p{L}+)(\d+)$/u.exec(code ?? '') ?? [];
  if (letters === '' || more.length > 0) return undefined;
  const base = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/u, '').replace(/_/gu, ' ');
  const words = wordsOf(base);
  if (words.includes(matchKey(id))) return undefined;
  const [first] = /^[\p{L}\p{N}]+(?=\s+[-–—]\s)/u.exec(base.trim()) ?? [];
  const isAlike = (word: string, prefix: string): boolean =>
    new RegExp(String.raw`^${prefix}\d{${String(digits.length)}}$`, 'u').test(word);
  const found =
    words.find((word) => isAlike(word, letters)) ??
    wordsOf(first ?? '').find((word) => isAlike(word, String.raw`\p{L}{${String(letters.length)}}`));
  return found?.toUpperCase();
}

/** Whether the name is plainly another unit's: neither a way to write this one, nor a slip, nor more words around it. */
function isPlainlyOther(name: string, unit: Unit, { unitTypes, document }: Directive): boolean {
  const names = { units: [unit], unitTypes, commune: communeOf(document?.issuer ?? '') };
  if (name === '' || unitsNamed(name, names).length > 0) return false;
  const numbersOf = (text: string): string =>
    nameWords(text)
      .flatMap(({ number }) => number ?? [])
      .join(' ');
  const [own, other] = [numbersOf(unit.name), numbersOf(name)];
  if (own !== '' && other !== '' && own !== other) return true;
  const bare = bareKey(unit.name, unitTypes);
  return !` ${searchKey(name)} `.includes(` ${bare} `) && closest(name, [unit.name, bare]) === undefined;
}

/**
 * What contradicts the unit of a form's hidden marks when there is no register to ask: another code in the file's name, or
 * plainly another name in the form.
 */
export function contradictions(unit: Unit, clues: UnitClues, directive: Directive): readonly Diagnostic[] {
  const { file, path, stamp, name, nameRef } = clues;
  if (stamp === undefined) return [];
  const found: Diagnostic[] = [];
  if (stamp.unitName !== '' && isPlainlyOther(name, unit, directive)) {
    const location: Location = nameRef === undefined ? { kind: 'file', file } : { kind: 'cell', ref: nameRef };
    found.push(mismatch(`Phiếu ghi tên đơn vị ${quoteValue(name)}`, unit, location));
  }
  const code = codeInFileName(path, stamp.unit);
  if (code !== undefined) {
    found.push(mismatch(`Tên tệp có mã đơn vị ${quoteValue(code)}`, unit, { kind: 'file', file }));
  }
  return found;
}
