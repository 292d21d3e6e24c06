import { markup, NOTHING, type Markup } from './markup.ts';

/** How a part of a bar is filled; told apart by pattern as well as by colour. */
export type Fill = 'full' | 'striped' | 'dotted' | 'empty';

/** A part of a bar; its length is `count` of the bar's whole. */
export interface BarPart {
  readonly fill: Fill;
  readonly count: number;
}

const HEIGHT = 22;

/** The share as a length along the bar, in percent with two digits; never beyond its end. */
function length(count: number, whole: number): string {
  const hundredths = whole === 0 ? 0 : Math.min(10_000, Math.round((count * 10_000) / whole));
  return `${(hundredths / 100).toFixed(2)}%`;
}

/**
 * A horizontal bar as wide as its place. `title` says the same in words, for those who do not see it; `target` is a line
 * across it, in percent of the whole.
 */
export function bar(title: string, whole: number, parts: readonly BarPart[], target?: number): Markup {
  let before = 0;
  const drawn = parts.flatMap(({ fill, count }) => {
    const x = length(before, whole);
    before += count;
    if (count === 0) return [];
    return [markup`<rect class="${fill}" x="${x}" y="0" width="${length(count, whole)}" height="${HEIGHT}"/>`];
  });
  const at = target === undefined ? undefined : length(target, 100);
  const line =
    at === undefined
      ? NOTHING
      : markup`<line class="halo" x1="${at}" y1="0" x2="${at}" y2="${HEIGHT}"/><line class="target" x1="${at}" y1="0" x2="${at}" y2="${HEIGHT}"/>`;
  return markup`<svg class="bar" role="img" width="100%" height="${HEIGHT}"><title>${title}</title><rect class="ground" x="0" y="0" width="100%" height="${HEIGHT}"/>${drawn}${line}</svg>`;
}

/** The patterns that the bars are filled with; once a page, before the first bar. */
export const PATTERNS: Markup = markup`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="striped" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff4d6"/><rect width="3" height="7" fill="#8a5300"/></pattern>
<pattern id="dotted" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#fff"/><circle cx="3" cy="3" r="1.4" fill="#8f1d1d"/></pattern>
</defs></svg>`;

/** A piece of the legend: the fill and what it means. */
export function legendEntry(fill: Fill, words: string): Markup {
  return markup`<li><svg class="key" width="28" height="16" aria-hidden="true" focusable="false"><rect class="ground" width="28" height="16"/><rect class="${fill}" width="28" height="16"/></svg> ${words}</li>`;
}
