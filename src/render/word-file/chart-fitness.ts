import { readXml } from '../../opc/xml.ts';

const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'http://schemas.openxmlformats.org/drawingml/2006/main',
]);

/** Charts of categories with several series, whose numbers the library can replace. */
const FIT: ReadonlySet<string> = new Set([
  'barChart',
  'bar3DChart',
  'lineChart',
  'line3DChart',
  'areaChart',
  'area3DChart',
]);
const ANY_CHART = /^\p{L}\w*Chart$/u;

/** A chart of a template: why it cannot be filled, and the words in it. */
export interface ChartFitness {
  /** Vietnamese; undefined when it can. */
  readonly reason: string | undefined;
  readonly texts: readonly string[];
}

/**
 * Whether the numbers of a chart can be replaced. Labels typed by hand would stay as they are beside other numbers, so that such
 * a chart is not filled.
 */
export function chartFitness(part: Uint8Array): ChartFitness {
  const kinds = new Set<string>();
  const texts: string[] = [];
  let hasTypedLabel = false;
  let isText = false;
  const isWellFormed = readXml(part, NAMESPACES, {
    root: 'chartSpace',
    open: (name, _attributes, parent) => {
      if (parent === 'plotArea' && ANY_CHART.test(name)) kinds.add(name);
      if (name === 'tx' && parent === 'dLbl') hasTypedLabel = true;
      isText = name === 't';
      return true;
    },
    text: (text) => {
      if (isText) texts.push(text);
    },
  });
  return { reason: reasonOf(isWellFormed, [...kinds], hasTypedLabel), texts };
}

function reasonOf(isWellFormed: boolean, kinds: readonly string[], hasTypedLabel: boolean): string | undefined {
  if (!isWellFormed || kinds.length === 0) return 'không đọc được dữ liệu của biểu đồ';
  if (kinds.some((kind) => !FIT.has(kind))) return 'chỉ điền được biểu đồ cột, thanh, đường hoặc miền';
  return hasTypedLabel ? 'biểu đồ có nhãn số liệu gõ tay, sẽ không đổi theo số liệu mới' : undefined;
}
