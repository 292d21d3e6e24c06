import type { Section } from '../content/word-document.ts';
import { FORMAT_MARGIN } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { isWithin, measure, rangeWords, spotOfSection, WHOLE } from '../wording.ts';

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
    word.sections.forEach(({ page }, section) => {
      for (const [side, name] of SIDES) {
        const allowed = profile.allowed.margins[side];
        const found = page.margins[side];
        if (isWithin(found, allowed, TOLERANCE)) continue;
        const shown = measure(found);
        report({
          clause: 'P3',
          spot: spotOfSection(name, section),
          thing: `${name} là ${shown} mm`,
          found: `${shown} mm`,
          allowed: `${rangeWords(allowed)} mm`,
          hint: `Vào thẻ Bố cục (Layout) → Lề (Margins) → Lề tùy chỉnh (Custom Margins), đặt ${name.toLocaleLowerCase('vi')} ${measure(allowed[0])} mm`,
        });
      }
    });
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
