import { compareTexts } from '../model/compare-texts.ts';
import { diagnosticOf, type Diagnostic, type Outcome } from '../model/diagnostic.ts';
import { grouped } from '../model/grouped.ts';
import type { Commune, CommuneOutcome, CommuneReport } from '../model/rollup.ts';
import { formatDate } from '../vi/date.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { joinWords, quoteValue, searchKey } from '../vi/text.ts';
import type { OwnedReport } from './attribute.ts';
import { ROLLUP_COMMUNE_MISSING, ROLLUP_REPORT_COPIED, ROLLUP_REPORT_REPEATED } from './problems.ts';

/** One round with what came from each commune. */
export interface GatheredRound {
  readonly period: CommuneReport['period'];
  readonly communes: readonly CommuneOutcome[];
}

function fileWords(reports: readonly CommuneReport[]): string {
  return joinWords(reports.map(({ source }) => `“${maskPersonalData(source.file)}”`));
}

function copyFinding([first, ...copies]: readonly CommuneReport[], { name }: Commune): readonly Diagnostic[] {
  if (first === undefined || copies.length === 0) return [];
  return copies.map(({ source: { file } }) =>
    diagnosticOf(ROLLUP_REPORT_COPIED, {
      message: `Tệp “${maskPersonalData(file)}” giống hệt tệp ${fileWords([first])} của ${quoteValue(name)}, chỉ tính một lần`,
      hint: 'Xóa bớt một tệp cho gọn; để nguyên cũng không ảnh hưởng số liệu',
      location: { kind: 'file', file },
    }),
  );
}

function repeatedFinding(reports: readonly CommuneReport[], { name }: Commune, period: string): Diagnostic {
  const [first, ...others] = reports;
  const file = first?.source.file ?? '';
  return diagnosticOf(ROLLUP_REPORT_REPEATED, {
    message: `Kỳ ${period}: ${quoteValue(name)} có ${String(reports.length)} tệp số liệu khác nhau: ${fileWords(reports)}; không tệp nào được tính`,
    hint: 'Hỏi xã xem tệp nào đúng, chuyển tệp còn lại ra khỏi thư mục, rồi chạy lại',
    location: { kind: 'file', file },
    related: others.map(({ source }) => ({
      location: { kind: 'file', file: source.file },
      note: 'tệp khác của cùng xã, cùng kỳ',
    })),
  });
}

function missingFinding({ code, name }: Commune, period: string): Diagnostic {
  return diagnosticOf(ROLLUP_COMMUNE_MISSING, {
    message: `Kỳ ${period}: chưa nhận được bao-cao.json dùng được của ${quoteValue(name)}`,
    hint: 'Đôn đốc xã gửi bao-cao.json của kỳ này; đã nhận thì chép vào thư mục rồi chạy lại',
    location: { kind: 'unit', unit: code, name },
    facts: { period },
  });
}

/** What counts of a commune's files of one round: one, or none when they differ. Copies count once. */
function outcomeOf(commune: Commune, owned: readonly OwnedReport[], period: string): Outcome<CommuneOutcome> {
  const files = owned.map(({ report }) => report.source.file);
  const usable = owned.filter(({ refusal }) => refusal === '').map(({ report }) => report);
  const versions = [...grouped(usable, ({ source }) => source.sha256).values()];
  const copies = versions.flatMap((same) => copyFinding(same, commune));
  const reports = versions.map(([first]) => first);
  const [report] = reports;
  if (report === undefined) {
    const state = owned.length === 0 ? 'missing' : 'left-out';
    const reason = [...new Set(owned.map(({ refusal }) => refusal))].join('; ');
    return {
      value: { commune, state, report: undefined, files, reason },
      diagnostics: state === 'missing' ? [missingFinding(commune, period)] : [],
    };
  }
  if (reports.length === 1)
    return { value: { commune, state: 'counted', report, files, reason: '' }, diagnostics: copies };
  return {
    value: { commune, state: 'left-out', report: undefined, files, reason: 'gửi nhiều tệp số liệu khác nhau' },
    diagnostics: [...copies, repeatedFinding(reports, commune, period)],
  };
}

function byName(a: Commune, b: Commune): number {
  return compareTexts(searchKey(a.name), searchKey(b.name)) || compareTexts(a.name, b.name);
}

/** The key of a round: two files are of one round when id and days are the same. */
function roundKey({ period: { id, from, to } }: CommuneReport): string {
  return JSON.stringify([from, to, id]);
}

/** What a round is called in messages: its id, with its days where that does not tell it from another. */
function roundLabels(owned: readonly OwnedReport[]): (period: CommuneReport['period']) => string {
  const periods = new Map(owned.map(({ report }) => [roundKey(report), report.period]));
  return ({ id, from, to }) => {
    const isTelling = [...periods.values()].filter((other) => other.id === id).length === 1;
    return isTelling ? id : `${id} (${formatDate(from)}–${formatDate(to)})`;
  };
}

/** The files by round, in the order of their days, and in each what became of every commune. */
export function gather(
  owned: readonly OwnedReport[],
  listed: readonly Commune[] | undefined,
): Outcome<readonly GatheredRound[]> {
  const diagnostics: Diagnostic[] = [];
  const labelOf = roundLabels(owned);
  const rounds = [...grouped(owned, ({ report }) => roundKey(report))]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([, reports]): GatheredRound => {
      const { period } = reports[0].report;
      const present = [...new Set(reports.map(({ commune }) => commune))].toSorted(byName);
      const outcomes = (listed ?? present).map((commune) =>
        outcomeOf(
          commune,
          reports.filter((each) => each.commune === commune),
          labelOf(period),
        ),
      );
      diagnostics.push(...outcomes.flatMap((outcome) => outcome.diagnostics));
      return { period, communes: outcomes.map(({ value }) => value) };
    });
  return { value: rounds, diagnostics };
}
