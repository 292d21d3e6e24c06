import { type ChartRunOptions, ChartRun } from 'docx/charts';
import type { Chart, ChartSeries, Shade } from '../../model/document.ts';
import { oneLine } from '../clean-text.ts';

/** Grey is told apart in print without colour. Word needs colours by value, not of the theme. */
const SHADES: Readonly<Record<Shade, string>> = { dark: '404040', middle: '8C8C8C', light: 'C8C8C8', pale: 'E6E6E6' };
const INK = '000000';
/** Sizes of text, in points. */
const TITLE_SIZE = 12;
const LABEL_SIZE = 9;
/** More labels than this stand upright, or they would cover one another. */
const MOST_LEVEL_LABELS = 6;
/** Pixels of 1/96 inch, as the library measures charts. */
const TWIPS_PER_PIXEL = 15;
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

function seriesOf({ name, values, labels, shades }: ChartSeries, isPlain: boolean): Series {
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
    dataLabels: { value: true, font: small, ...(isPlain ? { position: 'outsideEnd' as const } : {}) },
    // The sign of decimals follows the reader's system unless the label has its own text.
    pointLabels: labels.map((label, index) =>
      label === '' ? false : { text: label, font: labelFont(shades[index], isPlain) },
    ),
  };
}

/** Labels inside dark bars are white; those above the bars are not inside. */
function labelFont(shade: Shade | undefined, isPlain: boolean): Font {
  return shade === 'dark' && !isPlain ? { ...small, color: 'FFFFFF' } : small;
}

function nameOf(category: string): string {
  const letters = Array.from(oneLine(category));
  return letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME - 1).join('')}…` : letters.join('');
}

function optionsOf(chart: Chart, width: number): ChartRunOptions {
  const isPlain = chart.arrangement === 'plain';
  const names = chart.categories.map(nameOf);
  const base = {
    title: { text: oneLine(chart.title), font: { ...font, size: TITLE_SIZE, bold: true } },
    categories: names,
    series: chart.series.map((series) => seriesOf(series, isPlain)),
    font,
    altText: { name: oneLine(chart.title), title: oneLine(chart.title), description: oneLine(chart.description) },
    chartArea: { fill: 'FFFFFF', border: 'none' as const },
    legend: { position: 'bottom' as const, font: small },
    gapWidth: 40,
  };
  const valueAxis = {
    minimum: 0,
    gridlines: true,
    font: small,
    ...(chart.unit === 'percent' ? { numberFormat: '0%', maximum: 1 } : {}),
  };
  const pixels = Math.floor(width / TWIPS_PER_PIXEL);
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
