import type { TrendPoint } from '../../model/coverage-trend.ts';
import type { Ratio } from '../../model/ratio.ts';
import { formatPercent } from '../../vi/number.ts';
import { markup, NOTHING, type Markup } from './markup.ts';

/** The scale of the small lines of one chart: the same for all of them, in percent. */
export interface TrendScale {
  readonly lowest: number;
  readonly highest: number;
}

const WIDTH = 120;
const HEIGHT = 34;
/** Room for the marks at the edges. */
const EDGE = 5;

function percentOf({ numerator, denominator }: Ratio): number {
  return (numerator * 100) / denominator;
}

/** Whole tens of percent around everything that is drawn, so that small movements are seen and can be compared. */
export function trendScale(trends: readonly (readonly TrendPoint[])[], target: number): TrendScale {
  const percents = trends.flat().flatMap(({ ratio }) => (ratio === undefined ? [] : [percentOf(ratio)]));
  const [low, high] = [Math.min(target, ...percents), Math.max(target, ...percents)];
  return {
    lowest: Math.floor(low / 10) * 10,
    highest: Math.max(Math.ceil(high / 10) * 10, Math.floor(low / 10) * 10 + 10),
  };
}

/** Two digits behind the point, so that the same figures give the same bytes everywhere. */
function coordinate(value: number): string {
  return value.toFixed(2);
}

interface Place {
  readonly x: string;
  readonly y: string;
}

function heightOf(percent: number, { lowest, highest }: TrendScale): string {
  return coordinate(HEIGHT - EDGE - ((percent - lowest) / (highest - lowest)) * (HEIGHT - 2 * EDGE));
}

function placesOf(points: readonly TrendPoint[], scale: TrendScale): readonly (Place | undefined)[] {
  const step = points.length < 2 ? 0 : (WIDTH - 2 * EDGE) / (points.length - 1);
  return points.map(({ ratio }, index) =>
    ratio === undefined ? undefined : { x: coordinate(EDGE + step * index), y: heightOf(percentOf(ratio), scale) },
  );
}

/** Lines between rounds that follow one another; where a round is missing there is a gap. */
function lineOf(places: readonly (Place | undefined)[]): string {
  return places
    .map((place, index) => {
      if (place === undefined) return '';
      return `${places[index - 1] === undefined ? 'M' : 'L'}${place.x} ${place.y}`;
    })
    .join('');
}

/** `2025-10: 60,0%; 2025-11: không có số liệu`. */
function words(points: readonly TrendPoint[], target: number): string {
  return points
    .map(({ period, ratio }) => `${period}: ${ratio === undefined ? 'không có số liệu' : formatPercent(ratio, target)}`)
    .join('; ');
}

/**
 * A small line through the rounds, the present one marked by a square, the others by circles, with the target across it. `name` and
 * the figures stand in its title, for those who do not see it. Nothing where no round has a figure.
 */
export function trendLine(name: string, points: readonly TrendPoint[], scale: TrendScale, target: number): Markup {
  if (points.every(({ ratio }) => ratio === undefined)) return NOTHING;
  const places = placesOf(points, scale);
  const level = heightOf(target, scale);
  const marks = places.flatMap((place, index) => {
    if (place === undefined) return [];
    const isLast = index === places.length - 1;
    return [
      isLast
        ? markup`<rect class="now" x="${coordinate(Number(place.x) - 4)}" y="${coordinate(Number(place.y) - 4)}" width="8" height="8"/>`
        : markup`<circle class="past" cx="${place.x}" cy="${place.y}" r="2.5"/>`,
    ];
  });
  return markup`<svg class="trend" role="img" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><title>${name} qua các kỳ: ${words(points, target)}</title><line class="level" x1="0" y1="${level}" x2="${WIDTH}" y2="${level}"/><path class="course" d="${lineOf(places)}"/>${marks}</svg>`;
}
