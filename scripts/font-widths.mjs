// `npm run font-widths`: writes src/profiles/times-new-roman-widths.ts, how wide each letter of Times New Roman is, from what the docx library
// knows of it (docs/adr/0022); needed when a letter or sign is to be added.
import { Document, Paragraph, TextRun } from 'docx';
import { layoutDocument } from 'docx/layout';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';

const FILE = fileURLToPath(new URL('../src/profiles/times-new-roman-widths.ts', import.meta.url));
const FONT = 'Times New Roman';

/** In type of 100 points a thousandth of the type's size is a tenth of a point. The library speaks of pixels, 96 to the inch. */
const SIZE = 100;
const THOUSANDTHS_PER_PIXEL = (72 / 96) * (1000 / SIZE);

/** What can stand in a Vietnamese report: Latin letters with all Vietnamese ones, and the signs between and beside them. */
const RANGES = [
  [0x21, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
];
const SIGNS = '←↑→↓↔⇒∑−√∞≈≠≤≥€₫№™•·■□●○◆✓☐☑';

const FACES = {
  regular: {},
  bold: { bold: true },
  italic: { italics: true },
  boldItalic: { bold: true, italics: true },
};

function characters() {
  const codes = RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
  return [...new Set([...codes.map((code) => String.fromCodePoint(code)), ...SIGNS])].toSorted();
}

/** The widths of the characters in thousandths of the type's size, each on a line of its own between letters: a blank at the end counts for nothing. */
function measure(texts, face) {
  const children = texts.map(
    (text) => new Paragraph({ children: [new TextRun({ ...face, font: FONT, size: 2 * SIZE, text })] }),
  );
  const { pages } = layoutDocument(new Document({ sections: [{ children }] }), { guess: true });
  const lines = pages.flatMap(({ body }) => body.map((block) => block.lines[0].textWidth * THOUSANDTHS_PER_PIXEL));
  if (lines.length !== texts.length) throw new Error(`${texts.length} texts, ${lines.length} lines`);
  return lines.map(Math.round);
}

/** The characters of each width, widths rising. */
function byWidth(texts, face) {
  const [between, ...widths] = measure(
    ['nn', ' ', ...texts].map((text) => (text === 'nn' ? text : `n${text}n`)),
    face,
  );
  const groups = new Map();
  [' ', ...texts].forEach((text, index) => {
    const width = widths[index] - between;
    groups.set(width, `${groups.get(width) ?? ''}${text}`);
  });
  return [...groups].toSorted(([one], [other]) => one - other);
}

/** As prettier would have it, invisible ones by their number. */
function quoted(text) {
  const shown = text.replaceAll('\\', '\\\\').replace(/[\u00a0\u2011\u2028-\u202f]/gu, (character) => {
    return `\\u${character.codePointAt(0).toString(16).padStart(4, '0')}`;
  });
  return `'${shown.replaceAll("'", "\\'")}'`;
}

function source() {
  const texts = characters();
  const faces = Object.entries(FACES).map(([name, face]) => {
    const letters = byWidth(texts, face).map(([width, group]) => `${width}: ${quoted(group)},`);
    return `${name}: { ${letters.join(' ')} },`;
  });
  return `// Written by \`npm run font-widths\`; not to be edited by hand.

/** How letters are cut: upright, bold, slanted, both. */
export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** The letters of Times New Roman by their widths, in thousandths of the type's size. */
export const LETTERS_BY_WIDTH: Readonly<Record<Face, Readonly<Record<number, string>>>> = { ${faces.join(' ')} };
`;
}

await writeFile(FILE, await format(source(), { ...(await resolveConfig(FILE)), filepath: FILE }));
