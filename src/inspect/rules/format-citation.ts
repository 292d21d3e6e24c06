import { formatInteger } from '../../vi/number.ts';
import { matchKey, quoteValue } from '../../vi/text.ts';
import { shownText } from '../parts/lines.ts';
import { FORMAT_CITATION } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { spotOf, WHOLE } from '../wording.ts';

/** `số 1780/SKHCN-CĐS`, also with the number left blank. */
const CITATION = /(?<!\p{L})số\s+([\d….\s]*\/\s*[\p{Lu}\d][\p{L}\d&/-]*)/gu;

/** How far behind its number a document's date may stand, in characters. */
const NEAR = 60;

/** Viện dẫn: a document cited for the first time comes with its date (C11). Issuer and subject take a reader. */
export const formatCitation: FormatRule = {
  ...FORMAT_CITATION,
  check: ({ parts: { legalBases, body } }, report, unsure) => {
    const cited = new Set<string>();
    for (const paragraph of [...legalBases.map((line) => line.paragraph), ...body]) {
      const text = shownText(paragraph.runs);
      for (const match of text.matchAll(CITATION)) {
        const symbol = match[1]?.trim() ?? '';
        const key = matchKey(symbol);
        if (cited.has(key)) continue;
        cited.add(key);
        const behind = text.slice(match.index + match[0].length).slice(0, NEAR);
        if (/ngày|\d{1,2}[/.]\d{1,2}[/.]\d{4}/iu.test(behind)) continue;
        report({
          clause: 'C11',
          spot: spotOf('Lời văn', paragraph),
          thing: `Văn bản số ${quoteValue(symbol)} được viện dẫn lần đầu không ghi ngày tháng`,
          found: quoteValue(symbol),
          allowed: 'tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu ở lần viện dẫn đầu',
          hint: 'Ghi thêm “ngày … tháng … năm … của …” và trích yếu sau số, ký hiệu của văn bản đó',
        });
      }
    }
    if (cited.size === 0) return;
    unsure({
      clause: 'C11',
      spot: WHOLE,
      thing: `Cơ quan ban hành và trích yếu của ${formatInteger(cited.size)} văn bản được viện dẫn`,
      allowed: 'đủ tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành và trích yếu ở lần viện dẫn đầu',
    });
  },
};
