import { compareTexts } from '../model/compare-texts.ts';
import { diagnosticOf, fileOf, type Diagnostic, type Outcome } from '../model/diagnostic.ts';
import type { Commune, Rollup, RollupRound } from '../model/rollup.ts';
import { provinceCoverages, provinceRates, provinceTotals } from './add-up.ts';
import { attribute } from './attribute.ts';
import { differences } from './differences.ts';
import { gather, type GatheredRound } from './gather.ts';
import { periodFindings } from './periods.ts';
import { ROLLUP_LIST_ABSENT } from './problems.ts';
import type { ReadReport } from './read-report.ts';

/** What is asked for. */
export interface RollupRequest {
  /** Name of the folder, for findings on no single file. */
  readonly folder: string;
  /** The communes that should report, in order; undefined when nobody has said. */
  readonly communes: readonly Commune[] | undefined;
  /** Only the rounds with this id; undefined for all. */
  readonly period: string | undefined;
}

function listAbsent(folder: string): Diagnostic {
  return diagnosticOf(ROLLUP_LIST_ABSENT, {
    message: 'Không có danh sách xã nên không biết xã nào chưa gửi; “N xã” là số xã đã gửi',
    hint: 'Chạy lại với --communes và tệp danh sách xã gồm hai cột Mã, Tên',
    location: { kind: 'file', file: folder },
  });
}

function roundOf({ period, communes }: GatheredRound): RollupRound {
  const days = communes.flatMap(({ report }) => (report === undefined ? [] : [report.asOf])).sort();
  return {
    period,
    // A round without any report that counts has no figures; its own last day then dates it.
    asOf: days.at(-1) ?? period.to,
    communes,
    coverages: provinceCoverages(communes),
    totals: provinceTotals(communes),
    rates: provinceRates(communes),
  };
}

/** Findings on files first, in their order, then those on rounds, then missing communes. */
function inOrder(diagnostics: readonly Diagnostic[], folder: string): readonly Diagnostic[] {
  const rank = ({ location }: Diagnostic): number => {
    if (location.kind === 'unit') return 2;
    return fileOf(location) === folder ? 1 : 0;
  };
  return diagnostics.toSorted(
    (a, b) => rank(a) - rank(b) || compareTexts(fileOf(a.location) ?? '', fileOf(b.location) ?? ''),
  );
}

/** Adds up what was read of the communes' files, round by round. Total: whatever the files hold, there are figures and findings. */
export function rollUp(
  reads: readonly Outcome<ReadReport>[],
  { folder, communes, period }: RollupRequest,
): Outcome<Rollup> {
  const outcomes = reads.filter(
    ({ value: { report } }) => period === undefined || report === undefined || report.period.id === period,
  );
  const attributed = attribute(
    outcomes.map(({ value }) => value),
    communes,
  );
  const { owned, strays } = attributed.value;
  const gathered = gather(owned, communes);
  const diagnostics = [
    ...outcomes.flatMap((outcome) => outcome.diagnostics),
    ...attributed.diagnostics,
    ...gathered.diagnostics,
    ...periodFindings(gathered.value, folder),
    ...gathered.value.flatMap((round) => differences(round, folder)),
    ...(communes === undefined ? [listAbsent(folder)] : []),
  ];
  return {
    value: { communes, rounds: gathered.value.map(roundOf), strays },
    diagnostics: inOrder(diagnostics, folder),
  };
}
