import { diagnosticOf, type Diagnostic, type Outcome } from '../model/diagnostic.ts';
import type { Commune, CommuneReport, StrayFile } from '../model/rollup.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import { isSameCommune, shownCommune } from './commune-names.ts';
import { ROLLUP_COMMUNE_UNKNOWN, ROLLUP_COMMUNE_UNNAMED } from './problems.ts';
import type { ReadReport } from './read-report.ts';

/** A file whose commune and round are known; `refusal` says why it does not count, '' when it does. */
export interface OwnedReport {
  readonly commune: Commune;
  readonly report: CommuneReport;
  readonly refusal: string;
}

/** The files by commune, and those that are nobody's. */
export interface Attributed {
  readonly owned: readonly OwnedReport[];
  readonly strays: readonly StrayFile[];
}

function unnamed({ source: { file } }: CommuneReport): Diagnostic {
  return diagnosticOf(ROLLUP_COMMUNE_UNNAMED, {
    message: `Tệp “${maskPersonalData(file)}” không ghi là số liệu của xã nào`,
    hint: 'Đề nghị xã điền mục issuer.shortName trong tkcds.yaml, chạy lại “tkcds report” và gửi lại bao-cao.json',
    location: { kind: 'file', file },
  });
}

function unknown({ source: { file }, issuer }: CommuneReport, listed: readonly Commune[], count: number): Diagnostic {
  const names = listed.map(({ name }) => name);
  const what =
    count === 0
      ? `không có trong danh sách xã${didYouMean(shownCommune(issuer), names)}`
      : 'có thể là của nhiều xã khác nhau';
  return diagnosticOf(ROLLUP_COMMUNE_UNKNOWN, {
    message: `Tệp “${maskPersonalData(file)}” là số liệu của ${quoteValue(issuer)}, tên này ${what}`,
    hint: 'Sửa tên trong danh sách xã (--communes), hoặc đề nghị xã sửa mục issuer.shortName trong tkcds.yaml và gửi lại',
    location: { kind: 'file', file },
  });
}

/** Communes without a list: each name stands for one, and names that can be of one commune are of one. */
function withoutList(reports: readonly CommuneReport[]): readonly Commune[] {
  const found: Commune[] = [];
  for (const { issuer } of reports) {
    if (found.some(({ name }) => isSameCommune(name, issuer))) continue;
    found.push({ code: '', name: shownCommune(issuer) });
  }
  return found;
}

/** Says of each file whose it is. A file without a name, or with one that the list does not know, counts nowhere. */
export function attribute(reads: readonly ReadReport[], listed: readonly Commune[] | undefined): Outcome<Attributed> {
  const owned: OwnedReport[] = [];
  const strays: StrayFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const named = reads.flatMap(({ report }) => (report === undefined || report.issuer === '' ? [] : [report]));
  const communes = listed ?? withoutList(named);
  for (const { source, report, refusal } of reads) {
    if (report === undefined) {
      strays.push({ source, reason: refusal });
      continue;
    }
    const matches = report.issuer === '' ? [] : communes.filter(({ name }) => isSameCommune(name, report.issuer));
    const [commune, ...others] = matches;
    if (commune !== undefined && others.length === 0) {
      owned.push({ commune, report, refusal });
      continue;
    }
    const isNamed = report.issuer !== '';
    diagnostics.push(isNamed ? unknown(report, communes, matches.length) : unnamed(report));
    strays.push({
      source,
      reason: isNamed ? `xã ${quoteValue(report.issuer)} không rõ là xã nào` : 'không ghi tên xã',
    });
  }
  return { value: { owned, strays }, diagnostics };
}
