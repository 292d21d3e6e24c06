import { diagnosticOf, type Diagnostic, type Problem } from '../model/diagnostic.ts';
import { grouped } from '../model/grouped.ts';
import type {
  CommuneCoverage,
  CommuneOutcome,
  CommuneReport,
  CommuneTotal,
  Named,
  NamedIndicator,
} from '../model/rollup.ts';
import { countNoun } from '../vi/count-words.ts';
import { formatDate } from '../vi/date.ts';
import { formatInteger, formatTarget } from '../vi/number.ts';
import { joinWords, matchKey, quoteValue } from '../vi/text.ts';
import { coverageKey, totalKey } from './add-up.ts';
import type { GatheredRound } from './gather.ts';
import {
  ROLLUP_COUNT_DATES_DIFFER,
  ROLLUP_CUTOFFS_DIFFER,
  ROLLUP_DEFINITION_DIFFERS,
  ROLLUP_DIRECTIVE_DIFFERS,
  ROLLUP_DRAFT,
  ROLLUP_TARGET_DIFFERS,
  ROLLUP_TITLE_DIFFERS,
} from './problems.ts';

/** A report that counts, with the name of its commune. */
interface Counted {
  readonly name: string;
  readonly report: CommuneReport;
}

/** Up to so many communes are named of each variety; of more their number is told. */
const MOST_NAMED = 5;

function countedOf(communes: readonly CommuneOutcome[]): readonly Counted[] {
  return communes.flatMap(({ commune: { name }, report }) => (report === undefined ? [] : [{ name, report }]));
}

function communeWords(names: readonly string[]): string {
  if (names.length <= MOST_NAMED) return joinWords(names.map(quoteValue));
  return `${formatInteger(names.length)} xã`;
}

/** `31/10/2025 (90 xã); 05/11/2025 (“A” và “B”)`, the most frequent first; undefined when there is one variety only. */
function varieties(found: readonly { readonly name: string; readonly label: string }[]): string | undefined {
  const groups = [...grouped(found, ({ label }) => label)];
  if (groups.length < 2) return undefined;
  return groups
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([label, members]) => `${label} (${communeWords([...new Set(members.map(({ name }) => name))])})`)
    .join('; ');
}

function countedDays({ countedFrom, countedTo }: CommuneReport): string {
  if (countedFrom === undefined || countedTo === undefined) return 'không ghi ngày';
  if (countedFrom === countedTo) return formatDate(countedFrom);
  return `từ ${formatDate(countedFrom)} đến ${formatDate(countedTo)}`;
}

/** One finding on the round as a whole, when the label is not the same at all communes. */
interface Question {
  readonly kind: Problem;
  readonly thing: string;
  readonly labelOf: (report: CommuneReport) => string;
  readonly hint: string;
}

const QUESTIONS: readonly Question[] = [
  {
    kind: ROLLUP_DIRECTIVE_DIFFERS,
    thing: 'các xã làm theo văn bản giao nhiệm vụ, phiên bản khác nhau',
    labelOf: ({ directive }) => `${quoteValue(directive.id)} phiên bản ${String(directive.version)}`,
    hint: 'Kiểm tra xem các văn bản này có giao cùng chỉ tiêu không; số liệu chỉ được cộng khi cùng mã chỉ tiêu',
  },
  {
    kind: ROLLUP_COUNT_DATES_DIFFER,
    thing: 'số liệu của các xã tính đến những ngày khác nhau',
    labelOf: countedDays,
    hint: 'Ghi rõ trong báo cáo là số liệu tính đến nhiều ngày, hoặc đề nghị các xã tính đến cùng một ngày rồi gửi lại',
  },
  {
    kind: ROLLUP_CUTOFFS_DIFFER,
    thing: 'các xã chốt số liệu vào những ngày khác nhau',
    labelOf: ({ asOf }) => formatDate(asOf),
    hint: 'Xem lại nếu tỷ lệ nộp báo cáo giữa các xã cần so sánh tại cùng một ngày',
  },
];

function roundFinding(kind: Problem, folder: string, message: string, hint: string): Diagnostic {
  return diagnosticOf(kind, { message, hint, location: { kind: 'file', file: folder } });
}

function drafts(counted: readonly Counted[]): readonly Diagnostic[] {
  return counted
    .filter(({ report }) => report.version === 'draft')
    .map(({ name, report: { source, openErrorCount, period } }) =>
      diagnosticOf(ROLLUP_DRAFT, {
        message: `Kỳ ${period.id}: số liệu của ${quoteValue(name)} là bản dự thảo, còn ${formatInteger(openErrorCount)} lỗi chưa xử lý; vẫn được tính`,
        hint: 'Đề nghị xã xử lý hết lỗi, viết bản chính thức bằng “tkcds report --final” và gửi lại bao-cao.json',
        location: { kind: 'file', file: source.file },
        facts: { errors: openErrorCount },
      }),
    );
}

/** A share or sum of a commune, as the comparisons look at it. */
interface Entry {
  readonly name: string;
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
}

function titled({ id, title }: Pick<NamedIndicator, 'id' | 'title'>): string {
  return `${quoteValue(title)} (${id})`;
}

function typed({ id, name }: Named): string {
  return `loại đơn vị ${quoteValue(name)} (${id})`;
}

function coverageEntry(name: string, coverage: CommuneCoverage): Entry {
  const { id, title, unitType, numerator, denominator } = coverage.definition;
  const meaning = `${titled(numerator)} / ${titled(denominator)}, tính bằng ${countNoun(numerator.counts)}, ${typed(unitType)}`;
  return { name, id, key: coverageKey(coverage), title, meaning };
}

function totalEntry(name: string, total: CommuneTotal): Entry {
  const { id, title, unitType, indicator, counts } = total.definition;
  const meaning = `${titled({ id: indicator, title })}, tính bằng ${countNoun(counts)}, ${typed(unitType)}`;
  return { name, id, key: totalKey(total), title, meaning };
}

function definitionFindings(entries: readonly Entry[], folder: string, period: string): readonly Diagnostic[] {
  return [...grouped(entries, ({ id }) => id)].flatMap(([id, same]) => {
    const first = new Map(same.toReversed().map(({ key, meaning }) => [key, meaning]));
    const meanings = varieties(same.map(({ name, key }) => ({ name, label: first.get(key) ?? key })));
    if (meanings !== undefined) {
      const message = `Kỳ ${period}: mã ${quoteValue(id)} có nghĩa khác nhau ở các xã nên được cộng riêng: ${meanings}`;
      const hint = 'Thống nhất mã chỉ tiêu trong văn bản giao nhiệm vụ của các xã, rồi đề nghị xã lập lại báo cáo';
      return [roundFinding(ROLLUP_DEFINITION_DIFFERS, folder, message, hint)];
    }
    // Punctuation and capitals are no other wording.
    if (new Set(same.map(({ title }) => matchKey(title))).size === 1) return [];
    const titles = varieties(same.map(({ name, title }) => ({ name, label: quoteValue(title) }))) ?? '';
    const message = `Kỳ ${period}: mã ${quoteValue(id)} có tên khác nhau ở các xã, vẫn được cộng chung: ${titles}`;
    const hint =
      'Đọc hai tên xem có cùng nghĩa không; nếu khác nghĩa thì đề nghị xã đổi mã chỉ tiêu và lập lại báo cáo';
    return [roundFinding(ROLLUP_TITLE_DIFFERS, folder, message, hint)];
  });
}

function targetFindings(counted: readonly Counted[], folder: string, period: string): readonly Diagnostic[] {
  const all = counted.flatMap(({ name, report }) => report.coverages.map((coverage) => ({ name, coverage })));
  return [...grouped(all, ({ coverage }) => coverageKey(coverage)).values()].flatMap((same) => {
    const targets = varieties(same.map(({ name, coverage }) => ({ name, label: formatTarget(coverage.target) })));
    if (targets === undefined) return [];
    const title = quoteValue(same[0].coverage.definition.title);
    const message = `Kỳ ${period}: ${title} có mức chỉ tiêu khác nhau ở các xã nên không kết luận chung cho cả tỉnh: ${targets}`;
    const hint =
      'Thống nhất mức chỉ tiêu (target) trong văn bản giao nhiệm vụ của các xã, rồi đề nghị xã lập lại báo cáo';
    return [roundFinding(ROLLUP_TARGET_DIFFERS, folder, message, hint)];
  });
}

/** In what the reports of one round differ that are added up together. `folder` is named as the place of what no single file has. */
export function differences({ period: { id }, communes }: GatheredRound, folder: string): readonly Diagnostic[] {
  const counted = countedOf(communes);
  const ofRound = QUESTIONS.flatMap(({ kind, thing, labelOf, hint }) => {
    const found = varieties(counted.map(({ name, report }) => ({ name, label: labelOf(report) })));
    return found === undefined ? [] : [roundFinding(kind, folder, `Kỳ ${id}: ${thing}: ${found}`, hint)];
  });
  const shares = counted.flatMap(({ name, report }) => report.coverages.map((one) => coverageEntry(name, one)));
  const sums = counted.flatMap(({ name, report }) => report.totals.map((one) => totalEntry(name, one)));
  return [
    ...ofRound,
    ...definitionFindings(shares, folder, id),
    ...definitionFindings(sums, folder, id),
    ...targetFindings(counted, folder, id),
    ...drafts(counted),
  ];
}
