import type { DecreeProfile, PartId } from '../../profiles/nd-30-2020.ts';
import type { PartLayout } from '../../profiles/profile.ts';
import { quoteValue } from '../../vi/text.ts';
import type { Run } from '../content/word-document.ts';
import { visibleRuns, type Line } from '../parts/lines.ts';
import { partLines } from '../parts/part-lines.ts';
import { FORMAT_TEXT_STYLE } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { andOthers, spotOfLine } from '../wording.ts';

/** Under these a rule is drawn, so that an underline is a matter of `format-rule-line`. */
const APART: ReadonlySet<string> = new Set(['motto', 'issuer', 'abstract']);

/** Whether headings are bold depends on their level: that is a matter of `format-heading`. */
function layoutOf(part: PartId, { allowed }: DecreeProfile): PartLayout {
  const layout = allowed.parts[part];
  return part === 'heading' ? { ...layout, weight: 'any' } : layout;
}

function styleWords({ weight, slant }: Pick<PartLayout, 'weight' | 'slant'>): string {
  const bold = weight === 'any' ? '' : weight === 'bold' ? ', đậm' : ', không đậm';
  return `chữ ${slant === 'italic' ? 'nghiêng' : 'đứng'}${bold}`;
}

function wrongness({ look }: Run, { weight, slant }: PartLayout, allowsUnderline: boolean): string | undefined {
  if (weight === 'bold' && !look.isBold) return 'không đậm';
  if (weight === 'regular' && look.isBold) return 'đậm';
  if (slant === 'upright' && look.isItalic) return 'nghiêng';
  if (slant === 'italic' && !look.isItalic) return 'đứng';
  return look.isUnderlined && !allowsUnderline ? 'gạch chân' : undefined;
}

/** What is wrong with a line; of running text only what holds of all of it, for a few words may stand out. */
function wrongnessOf(line: Line, part: string, layout: PartLayout): string | undefined {
  const found = visibleRuns(line).map((run) => wrongness(run, layout, APART.has(part)));
  if (part === 'body') return found.length > 0 && found.every((one) => one !== undefined) ? found[0] : undefined;
  return found.find((one) => one !== undefined);
}

/** Kiểu chữ of each component: bold, italic, not underlined (C1–C16, C18, A1–A3). */
export const formatTextStyle: FormatRule = {
  ...FORMAT_TEXT_STYLE,
  check: ({ parts, profile }, report) => {
    for (const { part, lines } of partLines(parts)) {
      const layout = layoutOf(part, profile);
      const wrong = lines.flatMap((line) => {
        const found = wrongnessOf(line, part, layout);
        return found === undefined ? [] : [{ line, found }];
      });
      const [first] = wrong;
      if (first === undefined) continue;
      const paragraphs = new Set(wrong.map(({ line }) => line.paragraph)).size;
      report({
        clause: layout.clause,
        spot: spotOfLine(layout.name, first.line),
        thing: `Kiểu chữ của ${quoteValue(first.line.text)}${andOthers(paragraphs)} là chữ ${first.found}`,
        found: first.found,
        allowed: `${styleWords(layout)}${first.found === 'gạch chân' ? ', không gạch chân' : ''}`,
        hint: `Chọn các chữ đó, đặt lại thành ${styleWords(layout)}, không gạch chân`,
      });
    }
  },
};
