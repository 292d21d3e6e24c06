import type { Figure, FigureCell, FigurePart } from '../model/figure.ts';
import type { JsonObject } from '../pipeline.ts';
import { formatInteger } from '../vi/number.ts';
import { quoteValue } from '../vi/text.ts';
import { shownName } from './finding-words.ts';

/** So many figures are explained one by one; of more only the titles are listed. */
const MOST_EXPLAINED = 5;
/** So many are listed at all. */
const MOST_LISTED = 40;

function cellLine({ place, raw, adjustment }: FigureCell): string {
  const why = adjustment === undefined ? '' : `; ${adjustment}`;
  return `      ${shownName(place)}: ${raw === '' ? 'để trống' : `ghi ${quoteValue(raw)}`}${why}`;
}

function partLines({ name, text, cells }: FigurePart): readonly string[] {
  return [`  ${name}: ${text}`, ...cells.map(cellLine)];
}

function explained({ printed, title, how, parts }: Figure): readonly string[] {
  return [`${printed} – ${title}`, `  Cách tính: ${how}`, ...parts.flatMap(partLines), ''];
}

/** The figures with their cells; of many only what they are. */
export function figureLines(figures: readonly Figure[]): readonly string[] {
  if (figures.length <= MOST_EXPLAINED) return figures.flatMap(explained);
  const rest = figures.length - MOST_LISTED;
  return [
    `Có ${formatInteger(figures.length)} số liệu như vậy:`,
    ...figures.slice(0, MOST_LISTED).map(({ printed, title }) => `  ${printed} – ${title}`),
    ...(rest > 0 ? [`  … và ${formatInteger(rest)} số liệu khác`] : []),
    'Ghi thêm mã đơn vị, hoặc ghi mã chỉ tiêu, mã nhiệm vụ, chữ trong tên số liệu để xem từng ô.',
  ];
}

/** The same as JSON, all of them. */
export function figuresJson(figures: readonly Figure[]): readonly JsonObject[] {
  return figures.map(({ printed, title, how, unit, parts }) => ({
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
        raw,
        adjustment: adjustment ?? null,
        sha256: sha256 === '' ? null : sha256,
      })),
    })),
  }));
}
