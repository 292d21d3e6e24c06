import { type Face, LETTERS_BY_WIDTH } from './times-new-roman-widths.ts';

export type { Face } from './times-new-roman-widths.ts';

/** Marks over and under letters, and what is never seen. */
const NO_ROOM = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Chinese, Japanese and Korean letters, full-width forms, pictures: as wide as the type is high. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{10ffff}]/u;
const WIDE_WIDTH = 1000;

/** The widths of one face, in thousandths of the type's size. */
interface FaceWidths {
  readonly known: ReadonlyMap<string, number>;
  /** What is taken for a letter that is not known: the average of the small letters. */
  readonly average: number;
}

function widthsOf(face: Face): FaceWidths {
  const known = new Map(
    Object.entries(LETTERS_BY_WIDTH[face]).flatMap(([width, letters]) =>
      Array.from(letters, (letter) => [letter, Number(width)] as const),
    ),
  );
  const small = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => known.get(letter) ?? 0);
  return { known, average: small.reduce((sum, width) => sum + width, 0) / small.length };
}

/** Made at first use: most runs of the program write nothing to print. */
const faces = new Map<Face, FaceWidths>();

function faceOf(face: Face): FaceWidths {
  const widths = faces.get(face) ?? widthsOf(face);
  faces.set(face, widths);
  return widths;
}

/** How wide each letter of a text is in Times New Roman, the font of all profiles so far (P4), in thousandths of the type's size. */
export function letterWidths(text: string, face: Face): readonly number[] {
  const { known, average } = faceOf(face);
  return Array.from(text, (letter) => {
    const width = known.get(letter);
    if (width !== undefined) return width;
    if (NO_ROOM.test(letter)) return 0;
    return WIDE.test(letter) ? WIDE_WIDTH : average;
  });
}

/** The ideal width of a text in points. */
export function textWidth(text: string, size: number, face: Face): number {
  const thousandths = letterWidths(text.normalize('NFC'), face).reduce((sum, width) => sum + width, 0);
  return (thousandths * size) / 1000;
}
