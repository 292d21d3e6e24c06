import type { FigureCell, FigurePart } from '../model/figure.ts';
import type { ExplainedFigure } from '../model/figure-change.ts';
import type { JsonObject } from '../pipeline.ts';
import { formatInteger } from '../vi/number.ts';
import { quoteValue } from '../vi/text.ts';
import { changesJson, changesLines, previousWords } from './changed-figures.ts';
import { shownName } from './finding-words.ts';

/** So many figures are explained one by one; of more only the titles are listed. */
const MOST_EXPLAINED = 5;
/** So many are listed at all. */
const MOST_LISTED = 40;

function cellLine({ place, raw, adjustment }: FigureCell): string {
  const why = adjustment === undefined ? '' : `; ${adjustment}`;
  if (raw === undefined) return `      ${shownName(place)}${why}`;
  return `      ${shownName(place)}: ${raw === '' ? 'để trống' : `ghi ${quoteValue(raw)}`}${why}`;
}

function partLines({ name, text, cells }: FigurePart): readonly string[] {
  return [`  ${name}: ${text}`, ...cells.map(cellLine)];
}

function explained({ figure, changes }: ExplainedFigure): readonly string[] {
  const { printed, title, how, parts } = figure;
  return [
    `${printed} – ${title}`,
    `  Cách tính: ${how}`,
    ...parts.flatMap(partLines),
    ...changesLines(changes, printed),
    '',
  ];
}

function listed({ figure: { printed, title }, changes }: ExplainedFigure): string {
  return `  ${printed} – ${title}${previousWords(changes, printed)}`;
}

/** The figures with their cells and their changes; of many those of the whole commune, and of the others only what they are. */
export function figureLines(figures: readonly ExplainedFigure[]): readonly string[] {
  if (figures.length <= MOST_EXPLAINED) return figures.flatMap(explained);
  const whole = figures.filter(({ figure }) => figure.unit === undefined);
  const isFew = whole.length <= MOST_EXPLAINED;
  const others = isFew ? figures.filter(({ figure }) => figure.unit !== undefined) : figures;
  const rest = others.length - MOST_LISTED;
  return [
    ...(isFew ? whole.flatMap(explained) : []),
    isFew && whole.length > 0
      ? `Và ${formatInteger(others.length)} số liệu của từng đơn vị:`
      : `Có ${formatInteger(figures.length)} số liệu như vậy:`,
    ...others.slice(0, MOST_LISTED).map(listed),
    ...(rest > 0 ? [`  … và ${formatInteger(rest)} số liệu khác`] : []),
    'Ghi thêm mã đơn vị, hoặc ghi mã chỉ tiêu, mã nhiệm vụ, chữ trong tên số liệu để xem từng ô.',
  ];
}

/** The same as JSON, all of them. */
export function figuresJson(figures: readonly ExplainedFigure[]): readonly JsonObject[] {
  return figures.map(({ figure: { printed, title, how, unit, parts }, changes }) => ({
    printed,
    title,
    how,
    unit: unit ?? null,
    parts: parts.map((part) => ({
      unit: part.unit,
      name: part.name,
      text: part.text,
      cells: part.cells.map(({ place, raw, adjustment, sha256 }) => ({
        place,
        raw: raw ?? null,
        adjustment: adjustment ?? null,
        sha256: sha256 === '' ? null : sha256,
      })),
    })),
    changes: changesJson(changes),
  }));
}
