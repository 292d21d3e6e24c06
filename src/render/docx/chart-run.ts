import { type ChartRunOptions, ChartRun } from 'docx/charts';
import type { Chart, ChartSeries, Shade } from '../../model/document.ts';
import { oneLine } from '../clean-text.ts';

/** Grey is told apart in print without colour. Word needs colours by value, not of the theme. */
const SHADES: Readonly<Record<Shade, string>> = { dark: '404040', middle: '8C8C8C', light: 'C8C8C8', pale: 'E6E6E6' };
const INK = '000000';
/** Sizes of text, in points. */
const TITLE_SIZE = 12;
const LABEL_SIZE = 9;
/** Of the numbers at crowded bars. */
const SMALLEST_LABEL = 6;
/** The widest label, `49,98%`, in its size. */
const LABEL_WIDTH = 3.1;
/** In columns broader than their labels these stand inside, at the foot: above they would meet the line of the target. */
const MOST_BROAD_COLUMNS = 12;
/** Up to this many counts in a bar the axis shows every one; by itself it would show halves, too. */
const MOST_SINGLE_STEPS = 10;
/** More labels than this stand upright, or they would cover one another. */
const MOST_LEVEL_LABELS = 6;
/** Pixels of 1/96 inch, as the library measures charts. */
const TWIPS_PER_PIXEL = 15;
const POINTS_PER_PIXEL = 0.75;
const HEIGHT = { plain: 300, letter: 5.5, bar: 46, frame: 110 } as const;
/** A longer name of a bar is cut: upright it would leave no room for the bars. */
const LONGEST_NAME = 34;

type Series = Extract<ChartRunOptions, { readonly type: 'column' }>['series'][number];

interface Font {
  readonly name: string;
  readonly color: string;
  readonly size: number;
}

const font = { name: 'Times New Roman', color: INK } as const;
const small: Font = { ...font, size: LABEL_SIZE };

/** How the numbers at the bars are written. */
interface LabelStyle {
  readonly isInside: boolean;
  readonly size: number;
  readonly position?: 'insideBase' | 'outsideEnd';
}

/** Labels of a chart of that width in pixels: as large as fit beside one another. */
function labelStyle({ arrangement, categories }: Chart, pixels: number): LabelStyle {
  if (arrangement === 'stacked') return { isInside: true, size: LABEL_SIZE };
  const isInside = categories.length <= MOST_BROAD_COLUMNS;
  const room = (pixels * POINTS_PER_PIXEL) / Math.max(1, categories.length);
  const size = Math.min(LABEL_SIZE, Math.max(SMALLEST_LABEL, Math.floor(room / LABEL_WIDTH)));
  return { isInside, size, position: isInside ? 'insideBase' : 'outsideEnd' };
}

function seriesOf({ name, values, labels, shades }: ChartSeries, style: LabelStyle): Series {
  const own = { name: oneLine(name), values: values.map((value) => value ?? null) };
  if (shades === 'line') {
    return {
      ...own,
      type: 'line',
      color: INK,
      markers: false,
      dataLabels: false,
      line: { color: INK, width: 1.5, dash: 'dash' },
    };
  }
  return {
    ...own,
    color: SHADES[shades[0] ?? 'dark'],
    colors: shades.map((shade) => SHADES[shade]),
    dataLabels: labels.length > 0 && {
      value: true,
      font: small,
      ...(style.position === undefined ? {} : { position: style.position }),
    },
    // The sign of decimals follows the reader's system unless the label has its own text.
    pointLabels: labels.map((label, index) =>
      label === '' ? false : { text: label, font: labelFont(shades[index], style) },
    ),
  };
}

/** Labels inside dark bars are white; those above the bars are not inside. */
function labelFont(shade: Shade | undefined, { isInside, size }: LabelStyle): Font {
  return { ...font, size, color: shade === 'dark' && isInside ? 'FFFFFF' : INK };
}

/** The axis of the values: shares up to 100 %, or counts without halves. */
function valueAxisOf({ unit, categories, series }: Chart) {
  const axis = { minimum: 0, gridlines: true, font: small };
  if (unit === 'percent') return { ...axis, numberFormat: '0%', maximum: 1 };
  const counts = categories.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const isShort = Math.max(0, ...counts) <= MOST_SINGLE_STEPS;
  return { ...axis, numberFormat: '#,##0', ...(isShort ? { interval: 1 } : {}) };
}

/** The name of a bar as it is drawn: on one line, cut where it is too long. */
export function barName(category: string): string {
  const letters = Array.from(oneLine(category));
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : letters.join('');
}

function optionsOf(chart: Chart, width: number): ChartRunOptions {
  const isPlain = chart.arrangement === 'plain';
  const names = chart.categories.map(barName);
  const pixels = Math.floor(width / TWIPS_PER_PIXEL);
  const style = labelStyle(chart, pixels);
  const base = {
    title: { text: oneLine(chart.title), font: { ...font, size: TITLE_SIZE, bold: true } },
    categories: names,
    series: chart.series.map((series) => seriesOf(series, style)),
    font,
    altText: { name: oneLine(chart.title), title: oneLine(chart.title), description: oneLine(chart.description) },
    chartArea: { fill: 'FFFFFF', border: 'none' as const },
    legend: { position: 'bottom' as const, font: small },
    gapWidth: 40,
  };
  const valueAxis = valueAxisOf(chart);
  if (isPlain) {
    const isUpright = names.length > MOST_LEVEL_LABELS;
    const longest = Math.max(...names.map(({ length }) => length));
    const height = HEIGHT.plain + (isUpright ? Math.round(longest * HEIGHT.letter) : 0);
    const transformation = { width: pixels, height };
    return {
      type: 'column',
      ...base,
      valueAxis,
      categoryAxis: { font: small, ...(isUpright ? { labelRotation: -90 } : {}) },
      transformation,
    };
  }
  const height = HEIGHT.frame + HEIGHT.bar * chart.categories.length;
  const categoryAxis = { font: small, reverseOrder: true };
  return {
    type: 'bar',
    ...base,
    valueAxis,
    stacking: 'stacked',
    overlap: 100,
    categoryAxis,
    transformation: { width: pixels, height },
  };
}

/** The chart as Word draws it from its numbers; “Edit Data” opens them in Excel. `width`: of the text, in twips. */
export function chartRun(chart: Chart, width: number): ChartRun {
  return new ChartRun(optionsOf(chart, width));
}
