import { matchKey } from '../../vi/text.ts';
import { urgencyNamed } from '../parts/words.ts';
import { FORMAT_COLOR } from '../problems.ts';
import type { FormatRule } from '../rule.ts';
import { alike, quoteRun, seenRuns } from '../seen-runs.ts';
import { andOthers } from '../wording.ts';

/** Màu đen, of every letter; only the stamps of urgency are red (P4, C18). */
export const formatColor: FormatRule = {
  ...FORMAT_COLOR,
  check: ({ word, profile }, report) => {
    const seen = seenRuns(word).filter(({ run }) => matchKey(run.text) === '' || urgencyNamed(run.text) === undefined);
    const { color } = profile.allowed;
    for (const { found, first, paragraphs } of alike(seen, ({ look }) =>
      look.color === color ? undefined : look.color,
    )) {
      report({
        clause: 'P4',
        spot: first.spot,
        thing: `Màu chữ của ${quoteRun(first.run)}${andOthers(paragraphs)} là #${found}`,
        found: `#${found}`,
        allowed: 'màu đen',
        hint: 'Chọn toàn văn bản (Ctrl+A), vào Màu phông (Font Color), chọn Tự động (Automatic)',
      });
    }
  },
};
