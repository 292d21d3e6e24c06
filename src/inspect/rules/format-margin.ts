import type { Section } from '../content/word-document.ts';
import { FORMAT_MARGIN } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { isWithin, measure, rangeWords, sectionsBy, spotOfSections, WHOLE } from '../wording.ts';

/** 1133 twips are 19.98 mm: what programs make of 20 mm. In millimetres. */
const TOLERANCE = 0.1;

const SIDES = [
  ['top', 'Lề trên'],
  ['bottom', 'Lề dưới'],
  ['left', 'Lề trái'],
  ['right', 'Lề phải'],
] as const satisfies readonly (readonly [keyof Section['page']['margins'], string])[];

/** Định lề trang, of every section; a gutter counts as margin (P3). */
export const formatMargin: FormatRule = {
  ...FORMAT_MARGIN,
  check: ({ word, profile }, report) => {
    for (const [side, name] of SIDES) {
      const allowed = profile.allowed.margins[side];
      const wrong = sectionsBy(word.sections, ({ page: { margins } }) =>
        isWithin(margins[side], allowed, TOLERANCE) ? undefined : `${measure(margins[side])} mm`,
      );
      for (const [found, sections] of wrong) {
        report({
          clause: 'P3',
          spot: spotOfSections(name, sections),
          thing: `${name} là ${found}`,
          found,
          allowed: `${rangeWords(allowed)} mm`,
          hint: `Vào thẻ Bố cục (Layout) → Lề (Margins) → Lề tùy chỉnh (Custom Margins), đặt ${name.toLocaleLowerCase('vi')} ${measure(allowed[0])} mm`,
        });
      }
    }
    if (!word.mirrorsMargins) return;
    report({
      clause: 'P3',
      spot: WHOLE,
      thing: 'Lề trái và lề phải đổi chỗ cho nhau ở trang chẵn (lề đối xứng)',
      found: 'lề đối xứng',
      allowed: `mọi trang có lề trái ${rangeWords(profile.allowed.margins.left)} mm`,
      hint: 'Vào Lề tùy chỉnh (Custom Margins), ở ô Nhiều trang (Multiple pages) chọn Bình thường (Normal)',
    });
  },
};
