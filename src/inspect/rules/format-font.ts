import { formatInteger } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import type { Run, WordDocument } from '../content/word-document.ts';
import { FORMAT_FONT } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { alike, quoteRun, seenRuns } from '../seen-runs.ts';
import { andOthers, WHOLE } from '../wording.ts';

/** Fonts of signs, which have no letters: bullets and boxes. */
const SIGNS = /^(?:symbol|wingdings(?: [23])?|webdings|segoe ui (?:symbol|emoji)|ms gothic)$/iu;

/** The first font of a piece of text that is not the wanted one; which of a run's fonts is used depends on the letter. */
function otherFont({ text, look: { fonts } }: Run, wanted: string): string | undefined {
  const isOther = (font: string): boolean =>
    font.trim().toLowerCase() !== wanted.toLowerCase() && !SIGNS.test(font.trim());
  if (/[!-~]/u.test(text) && isOther(fonts.ascii)) return fonts.ascii.trim();
  return /[\u00a1-\u1fff\u2010-\u2027]/u.test(text) && isOther(fonts.other) ? fonts.other.trim() : undefined;
}

/** What is drawn may hold letters that nobody reads here. */
function picturesIn({ sections }: WordDocument): number {
  return sections
    .flatMap(({ paragraphs }) => paragraphs)
    .reduce((count, { drawings }) => count + drawings.filter(({ kind }) => kind === 'other').length, 0);
}

/** Phông chữ of every letter, headers and footers included (P4). */
export const formatFont: FormatRule = {
  ...FORMAT_FONT,
  check: ({ word, profile }, report, unsure) => {
    const { font } = profile.allowed;
    const pictures = picturesIn(word);
    if (pictures > 0)
      unsure({
        clause: 'P4',
        spot: WHOLE,
        thing: `Chữ trong ${formatInteger(pictures)} hình ảnh, biểu đồ`,
        allowed: `${font}, màu đen`,
      });
    for (const { found, first, paragraphs } of alike(seenRuns(word), (run) => otherFont(run, font))) {
      const isOld = /^(?:\.Vn|VNI[- ])/iu.test(found) ? ', phông không theo Unicode' : '';
      report({
        clause: 'P4',
        spot: first.spot,
        thing: `Phông chữ của ${quoteRun(first.run)}${andOthers(paragraphs)} là ${quoteValue(found)}${isOld}`,
        found: quoteValue(found),
        allowed: font,
        hint:
          isOld === ''
            ? `Chọn toàn văn bản (Ctrl+A), đổi phông chữ thành ${font}; xem cả đầu trang, chân trang`
            : `Chuyển mã chữ sang Unicode bằng công cụ chuyển mã (Unikey), rồi đổi phông chữ thành ${font}`,
      });
    }
  },
};
