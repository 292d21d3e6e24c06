import type { HostileFile, Results } from '../support/hostile-file.ts';
import { flipped, seeded } from '../support/seeded.ts';
import { soundForm, type FormFormat } from '../support/sound-form.ts';

/** Packed formats carry a checksum of every part: what is damaged is refused, or the damage lies where nobody looks. */
const PACKED: ReadonlySet<FormFormat> = new Set(['ods', 'xlsb', 'xlsx']);
const FORMATS: readonly FormFormat[] = ['csv', 'html', 'ods', 'xls', 'xlsb', 'xlsx', 'xml'];

/** What may come of a packed form: all figures, or none. */
const ALL_OR_NOTHING = [
  'damaged',
  'encrypted',
  'read',
  'text',
  'too-large: partBytes',
  'too-large: zipEntries',
  'unknown',
];

/** Without checksums, a letter that became another letter is no damage that anybody could see. */
function mayCome(format: FormFormat): Results {
  return PACKED.has(format) ? ALL_OR_NOTHING : 'any';
}

/** The form cut off in so many places, the first and the last bytes among them. */
export function truncations(format: FormFormat, count: number): readonly HostileFile[] {
  const whole = soundForm(format);
  const next = seeded(whole.length);
  const ends = new Set([1, 2, 4, 8, 22, 30, 512, 1536, whole.length - 22, whole.length - 2, whole.length - 1]);
  while (ends.size < count) ends.add(1 + next(whole.length - 1));
  return [...ends].map((end) => ({
    name: `the .${format} form after ${String(end)} of ${String(whole.length)} bytes`,
    extension: format,
    bytes: () => whole.subarray(0, end),
    results: mayCome(format),
  }));
}

/** The form with turned bits: one, a few, many; another seed each time. */
export function flips(format: FormFormat, count: number): readonly HostileFile[] {
  const whole = soundForm(format);
  return Array.from({ length: count }, (_, seed) => {
    const bits = [1, 3, 20, 300][seed % 4] ?? 1;
    return {
      name: `the .${format} form with ${String(bits)} bits turned, seed ${String(seed)}`,
      extension: format,
      bytes: () => flipped(whole, bits, seed),
      results: mayCome(format),
    };
  });
}

/** The form with a stretch of bytes gone, doubled, or put elsewhere. */
export function splices(format: FormFormat, count: number): readonly HostileFile[] {
  const whole = soundForm(format);
  return Array.from({ length: count }, (_, seed) => {
    const next = seeded(seed + 7);
    const [from, length, to] = [next(whole.length), 1 + next(600), next(whole.length)];
    const piece = whole.subarray(from, from + length);
    const bytes = (): Uint8Array => {
      const rest = Buffer.concat([whole.subarray(0, from), whole.subarray(from + length)]);
      if (seed % 3 === 0) return rest;
      const base = seed % 3 === 1 ? rest : whole;
      return Buffer.concat([base.subarray(0, to), piece, base.subarray(to)]);
    };
    return {
      name: `the .${format} form respliced, seed ${String(seed)}`,
      extension: format,
      bytes,
      results: mayCome(format),
    };
  });
}

/** The formats that the sound form is damaged in. */
export const DAMAGED_FORMATS = FORMATS;
