import type { Block, Document, Section } from '../../model/document.ts';
import type { ProvinceCoverage, Rollup, RollupRound } from '../../model/rollup.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { withEndMark } from '../end-mark.ts';
import { appendixTitle } from '../issuer-parts.ts';
import { appendixLabel } from '../numbering.ts';
import { lowerFirst } from '../wording.ts';
import { belowTarget, coverageTable, standingWords } from './coverage-table.ts';
import { leftOutTable, missingTable, ratesTable, totalsTable } from './other-tables.ts';

/** An appendix before it has its number. */
interface Draft {
  readonly round: RollupRound;
  readonly title: string;
  readonly orientation: Section['orientation'];
  readonly blocks: readonly Block[];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', inlines: [{ text, style: 'plain' }] };
}

function heading(number: number, text: string): Block {
  return { kind: 'heading', level: 2, text: `${String(number)}. ${text}` };
}

function roundText({ period: { id, from, to } }: RollupRound): string {
  return `kỳ ${id} (từ ngày ${formatDate(from)} đến ngày ${formatDate(to)})`;
}

function countOf({ communes }: RollupRound, state: RollupRound['communes'][number]['state']): string {
  return formatInteger(communes.filter((outcome) => outcome.state === state).length);
}

/** Who stands behind the figures; nothing is said of missing communes when nobody knows who should report. */
function receivedText(round: RollupRound, { communes }: Rollup): string {
  const counted = `${countOf(round, 'counted')}/${formatInteger(round.communes.length)} xã được tính`;
  const leftOut = `${countOf(round, 'left-out')} xã có gửi nhưng không được tính`;
  const missing =
    communes === undefined
      ? 'không có danh sách xã nên không xác định được xã chưa gửi'
      : `${countOf(round, 'missing')} xã chưa nhận được`;
  return `Số liệu ${roundText(round)}: ${counted}; ${leftOut}; ${missing}.`;
}

function resultText(coverage: ProvinceCoverage): string {
  const { definition, ratio, target, verdict } = coverage;
  const title = capitalize(definition.title);
  if (verdict === 'no-data') return `${title}: chưa có số liệu.`;
  const share = `${formatPercent(ratio, target?.percent)} (${formatInteger(ratio.numerator)}/${formatInteger(ratio.denominator)})`;
  const isPartial = coverage.countedCommuneCount < coverage.expectedCommuneCount;
  const standing = `tính trên ${standingWords(coverage)}${isPartial ? '; số này chưa phải của toàn tỉnh' : ''}`;
  if (target === undefined)
    return `${title}: ${share}, ${standing}. Các xã có mức chỉ tiêu khác nhau nên không kết luận chung.`;
  const isMet = verdict === 'met' ? 'đạt' : 'chưa đạt';
  return `${title}: ${share}, ${standing}; chỉ tiêu ${formatTarget(target)}: ${isMet}.`;
}

/** The lists of a round: each under its heading, and said so when it is empty. */
function listsOf(round: RollupRound, rollup: Rollup): readonly Block[] {
  const below = round.coverages.map((coverage) => ({
    title: `Xã chưa đạt: ${lowerFirst(coverage.definition.title)}`,
    blocks: belowTarget(coverage),
    none: 'Không có xã nào chưa đạt trong số xã có số liệu.',
  }));
  const lists = [
    ...below,
    {
      title: 'Xã chưa nhận được số liệu',
      blocks: missingTable(round.communes),
      none:
        rollup.communes === undefined
          ? 'Không có danh sách xã nên không xác định được.'
          : 'Mọi xã trong danh sách đều đã gửi.',
    },
    {
      title: 'Số liệu đã nhận nhưng không được tính',
      blocks: leftOutTable(round.communes, rollup.strays),
      none: 'Không có.',
    },
  ];
  return lists.flatMap(({ title, blocks, none }, index) => [
    heading(index + 1, title),
    ...(blocks.length === 0 ? [paragraph(none)] : blocks),
  ]);
}

function draftsOf(round: RollupRound, rollup: Rollup): readonly Draft[] {
  const overall = round.rates.find(({ unitType }) => unitType === undefined);
  const of = `của các xã, phường, đặc khu, kỳ ${round.period.id}`;
  const shares = round.coverages.map((coverage): Draft => ({
    round,
    title: `${capitalize(coverage.definition.title)} ${of}`,
    orientation: 'landscape',
    blocks: [paragraph(receivedText(round, rollup)), paragraph(resultText(coverage)), ...coverageTable(coverage)],
  }));
  const portrait = [
    [`Danh sách xã chưa đạt, chưa gửi, không được tính, kỳ ${round.period.id}`, listsOf(round, rollup)],
    [`Tỷ lệ báo cáo của các đơn vị ${of}`, overall === undefined ? [] : ratesTable(overall)],
    [`Số liệu khác ${of}`, totalsTable(round.totals)],
  ] as const;
  const others = portrait
    .filter(([, blocks]) => blocks.length > 0)
    .map(([title, blocks]): Draft => ({ round, title, orientation: 'portrait', blocks }));
  return [...shares, ...others];
}

/** Whose report the appendices go with is written in by hand. */
const UNKNOWN_ISSUER = { symbol: '', shortName: '', medium: 'paper' } as const;

/** The appendices to the province's report: for each round the shares, the lists, the reporting rates and the sums. */
export function composeRollup(rollup: Rollup): Document {
  const drafts = rollup.rounds.flatMap((round) => draftsOf(round, rollup));
  const sections = drafts.map(({ round, title, orientation, blocks }, index): Section => {
    const label = appendixLabel(index, drafts.length);
    const head = appendixTitle(UNKNOWN_ISSUER, round.asOf, { documentName: 'Báo cáo', label, title });
    return { kind: 'appendix', orientation, blocks: [head, ...withEndMark(blocks)] };
  });
  return { title: 'Phụ lục tổng hợp số liệu chuyển đổi số của các xã, phường, đặc khu', draftNote: '', sections };
}
