/** How a text is set, as far as its width goes. Italics are narrower than upright letters and count as such. */
export type Weight = 'regular' | 'bold';

type WidthTable = readonly (readonly [number, string])[];

/** Advance widths of Times New Roman in thousandths of the size: width → characters. */
const TABLES: Readonly<Record<Weight, WidthTable>> = {
  regular: [
    [180, "'"],
    [200, '|'],
    [250, ' ,.'],
    [278, '/:;\\ijlt'],
    [333, '!()-I[]`fr‘’·'],
    [350, '•'],
    [389, 'Js'],
    [408, '"'],
    [444, '?acez“”'],
    [469, '^'],
    [480, '{}'],
    [500, '#$*0123456789_bdđghknopquvxy–'],
    [529, 'ơ'],
    [541, '~ư'],
    [549, '≥≤'],
    [556, 'FPS'],
    [564, '+<=>'],
    [611, 'ELTZ'],
    [667, 'BCR'],
    [722, 'ADĐGHKNOQUVXYwƠ'],
    [776, 'Ư'],
    [778, '&m'],
    [833, '%'],
    [889, 'M'],
    [921, '@'],
    [944, 'W'],
    [1000, '—…'],
  ],
  bold: [
    [220, '|'],
    [250, ' ,.'],
    [278, "'/\\il"],
    [333, '!()-:;[]`fjt‘’·'],
    [350, '•'],
    [389, 'Is'],
    [394, '{}'],
    [444, 'cerz'],
    [500, '#$*0123456789?J_agovxy“”–'],
    [554, 'ơ'],
    [556, 'Sbdđhknpqu'],
    [570, '+<=>≤≥~"^'],
    [600, 'ư'],
    [611, 'FP'],
    [667, 'BELTZ'],
    [722, 'ACDĐNRUVXYw'],
    [778, 'GHKOQƠ'],
    [796, 'Ư'],
    [833, '&m'],
    [930, '@'],
    [944, 'M'],
    [1000, '%W—…'],
  ],
};

function byCharacter(table: WidthTable): ReadonlyMap<string, number> {
  return new Map(
    table.flatMap(([width, characters]) => Array.from(characters, (character) => [character, width] as const)),
  );
}

const WIDTH_OF: Readonly<Record<Weight, ReadonlyMap<string, number>>> = {
  regular: byCharacter(TABLES.regular),
  bold: byCharacter(TABLES.bold),
};

/** A character the tables do not know is taken to be as wide as it is high. */
const UNKNOWN_WIDTH = 1000;
/** The combining marks that do not change the width of their letter: all tones, and those of ă â ê ô, but not the horn of ơ ư. */
const MARKS = /[\u0300-\u0306\u0309\u0323]/gu;

/** The ideal width of a text in points. */
export function textWidth(text: string, size: number, weight: Weight): number {
  let thousandths = 0;
  for (const character of text.normalize('NFD').replace(MARKS, '').normalize('NFC')) {
    thousandths += WIDTH_OF[weight].get(character) ?? UNKNOWN_WIDTH;
  }
  return (thousandths * size) / 1000;
}
