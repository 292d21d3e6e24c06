import type { Directive } from '../../model/directive.ts';
import type { Block, Chart, ChartSeries, TableRow } from '../../model/document.ts';
import { countNoun } from '../../vi/count-words.ts';
import { capitalize } from '../../vi/text.ts';
import { type Column, figures, marks, noteOf, plainRow, tableOf, words } from '../generated-table.ts';
import { lowerFirst, NO_VALUE } from '../wording.ts';

function sentence(text: string): Block {
  return { kind: 'paragraph', inlines: [{ text, style: 'plain' }] };
}

/** A column of a sample table and what of a list stands in it. */
interface TagColumn {
  readonly column: Column;
  readonly field: string;
  /** Of the total under the rows. */
  readonly total?: string;
}

/** A table whose one row is repeated for each entry of the list, and if a column has one a total. */
function rowTable(list: string, columns: readonly TagColumn[]): readonly Block[] {
  const row = plainRow(columns.map(({ field }) => `{{${list}.${field}}}`));
  const total: TableRow = { cells: columns.map(({ total: text = '' }) => text), emphasis: 'total' };
  const hasTotal = columns.some(({ total: text }) => text !== undefined);
  return tableOf(
    columns.map(({ column }) => column),
    hasTotal ? [row, total] : [row],
  );
}

const INDEX: TagColumn = { column: marks('STT', 7), field: 'index' };

/** Who has reported, who has not, and what could not be used. */
export function sampleReporting(): readonly Block[] {
  return [
    sentence(
      'Đến ngày {{round.as_of}}, có {{reporting.received}}/{{reporting.expected}} đơn vị đã gửi báo cáo (đạt {{reporting.rate}}); gửi đúng hạn {{reporting.on_time}}/{{reporting.expected}} đơn vị (đạt {{reporting.rate_on_time}}).',
    ),
    sentence('Đơn vị chưa có báo cáo sử dụng được ({{reporting.to_remind | size}} đơn vị):'),
    ...rowTable('reporting.to_remind', [
      INDEX,
      { column: words('Đơn vị', 38), field: 'title' },
      { column: words('Loại đơn vị', 22), field: 'type' },
      { column: words('Tình trạng', 33), field: 'state' },
    ]),
    sentence('Tệp và số liệu có lỗi, chưa đưa vào tổng hợp ({{left_out.count}} số liệu):'),
    ...rowTable('left_out.rows', [
      INDEX,
      { column: words('Đơn vị', 24), field: 'title' },
      { column: words('Vị trí', 28), field: 'place' },
      { column: words('Lý do', 41), field: 'reason' },
    ]),
  ];
}

const CHART_SERIES: readonly Pick<ChartSeries, 'name' | 'shades'>[] = [
  { name: 'Hoàn thành', shades: ['dark'] },
  { name: 'Đang thực hiện', shades: ['middle'] },
  { name: 'Chưa thực hiện', shades: ['light'] },
  { name: 'Chưa có số liệu', shades: ['pale'] },
];

/** A chart that is found by its tag; its numbers are only there to show what it will look like. */
function chart(tag: string, rest: Omit<Chart, 'description' | 'kind'>): Chart {
  return { kind: 'chart', description: `{{${tag}}}`, ...rest };
}

/** As many bars with as long names as a commune has: so much room the template keeps for them. */
const SAMPLE_UNITS = Array.from({ length: 10 }, (_, index) => `Tên đơn vị ${index + 1} (tỷ lệ)`);

/** The clauses of the directive: how far their tasks are. */
export function sampleClauses({ taskGroups }: Directive): readonly Block[] {
  const states: readonly (readonly [heading: string, field: string])[] = [
    ['Hoàn thành', 'completed'],
    ['Đang thực hiện', 'in_progress'],
    ['Chưa thực hiện', 'not_started'],
    ['Không trả lời', 'unanswered'],
    ['Chưa đưa vào tổng hợp', 'left_out'],
    ['Chưa có báo cáo', 'not_reported'],
  ];
  return [
    sentence('Số đơn vị theo tình trạng của từng nhiệm vụ như sau:'),
    ...rowTable('groups', [
      { column: marks('Mục', 9), field: 'clause' },
      { column: words('Nhiệm vụ', 48), field: 'tasks.title' },
      { column: figures('Số đơn vị', 9), field: 'units' },
      ...states.map(([heading, field]) => ({ column: figures(heading, 9), field: `tasks.${field}` })),
    ]),
    chart('chart.compliance-by-clause', {
      title: 'Tình trạng nhiệm vụ theo từng mục (số nhiệm vụ của các đơn vị)',
      arrangement: 'stacked',
      unit: 'count',
      categories: taskGroups.map(({ clause }) => `Mục ${clause}`),
      series: CHART_SERIES.map((series, index) => ({
        ...series,
        // Many: of few the axis would count every one, and go on doing so.
        values: taskGroups.map((_, group) => 20 + 10 * ((group + index) % 4)),
        labels: [],
      })),
    }),
  ];
}

/** A share with its target: the sentence, the chart, the units. */
export function sampleShare(id: string, { measures, indicators, unitTypes }: Directive): readonly Block[] {
  const measure = measures.find((candidate) => candidate.id === id);
  if (measure?.kind !== 'coverage') return [];
  const indicator = (wanted: string) => indicators.find((candidate) => candidate.id === wanted);
  const type = unitTypes.find((candidate) => candidate.id === measure.unitType)?.name ?? '';
  const [holders, all] = [indicator(measure.numerator), indicator(measure.denominator)];
  const tag = (name: string): string => `{{coverage.${id}.${name}}}`;
  const counts = countNoun(holders?.counts ?? 'person');
  const share = `${capitalize(measure.title)} là ${tag('ratio')} (${tag('numerator')}/${tag('denominator')} ${counts})`;
  return [
    sentence(
      `${share}, tổng hợp từ số liệu của ${tag('counted')}/${tag('expected')} ${lowerFirst(type)}. So với chỉ tiêu ${tag('target')}, kết quả này ${tag('verdict')}; số ${counts} còn thiếu để đạt chỉ tiêu: ${tag('shortfall')}.`,
    ),
    chart(`chart.coverage-by-unit.${id}`, {
      title: `${capitalize(measure.title)} theo từng ${lowerFirst(type)}`,
      arrangement: 'plain',
      unit: 'percent',
      categories: SAMPLE_UNITS,
      series: [
        { name: 'Tỷ lệ', values: SAMPLE_UNITS.map((_, index) => 0.9 - index / 20), labels: [], shades: ['middle'] },
        { name: 'Chỉ tiêu', values: SAMPLE_UNITS.map(() => 0.5), labels: [], shades: 'line' },
      ],
    }),
    ...rowTable(`coverage.${id}.rows`, [
      INDEX,
      { column: words(type, 24), field: 'title', total: 'Cộng' },
      { column: figures(all?.title ?? '', 15), field: 'denominator', total: tag('denominator') },
      { column: figures(holders?.title ?? '', 15), field: 'numerator', total: tag('numerator') },
      { column: figures('Tỷ lệ', 11), field: 'ratio', total: tag('ratio') },
      { column: marks('Kết quả', 12), field: 'verdict' },
      { column: words('Ghi chú', 20), field: 'remark' },
    ]),
    noteOf(`Ghi chú: Dấu “${NO_VALUE}” nghĩa là không có số liệu đưa vào tổng hợp, không phải bằng 0.`),
  ];
}

/** What the units wrote themselves. */
export function sampleOpinions(list: 'difficulties' | 'proposals', heading: string): readonly Block[] {
  return [
    sentence('Theo đúng nội dung đơn vị đã ghi trong báo cáo:'),
    ...rowTable(`opinions.${list}`, [
      INDEX,
      { column: words('Đơn vị', 28), field: 'title' },
      { column: words(heading, 65), field: 'text' },
    ]),
  ];
}
