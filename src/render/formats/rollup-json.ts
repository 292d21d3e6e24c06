import type { Diagnostic } from '../../model/diagnostic.ts';
import type {
  CommuneOutcome,
  Named,
  ProvinceCoverage,
  ProvinceRate,
  ProvinceTotal,
  Rollup,
  RollupRound,
  RollupSource,
  Standing,
} from '../../model/rollup.ts';
import { findingJson } from '../json/findings.ts';
import { nameJson, ratioJson, type JsonObject } from '../json/json-value.ts';
import { longRows } from '../rollup/rows.ts';

/** What the figures of the province cannot know of themselves. */
export interface RollupContext {
  readonly programVersion: string;
  /** The list of communes; undefined when none was given. */
  readonly list: RollupSource | undefined;
  /** What was written with the figures, by kind. */
  readonly outputs: readonly (RollupSource & { readonly kind: 'xlsx' | 'docx' | 'csv' })[];
}

/** The version of the shape. It grows when a field goes, or means something else. Described in docs/tong-hop-tinh.md. */
const SCHEMA_VERSION = 1;
/** Tells the file from every other JSON, so that the next run knows its own. */
const FORMAT = 'tong-hop-tinh';

function standingJson(standing: Standing): JsonObject {
  const { countedCommuneCount, expectedCommuneCount, countedUnitCount, expectedUnitCount } = standing;
  return { countedCommuneCount, expectedCommuneCount, countedUnitCount, expectedUnitCount };
}

function typeJson(unitType: Named | undefined): JsonObject {
  return { unitType: unitType?.id ?? null, unitTypeName: unitType?.name ?? null };
}

function coverageJson(coverage: ProvinceCoverage): JsonObject {
  const { definition, target, ratio, verdict, shortfall } = coverage;
  return {
    id: definition.id,
    title: definition.title,
    ...typeJson(definition.unitType),
    numeratorIndicator: definition.numerator.id,
    denominatorIndicator: definition.denominator.id,
    counts: definition.numerator.counts,
    target: target === undefined ? null : { comparison: target.comparison, percent: target.percent },
    ratio: ratioJson(ratio),
    verdict,
    shortfall: shortfall ?? null,
    ...standingJson(coverage),
  };
}

function totalJson(total: ProvinceTotal): JsonObject {
  const { definition, value } = total;
  return {
    id: definition.id,
    title: definition.title,
    ...typeJson(definition.unitType),
    indicator: definition.indicator,
    counts: definition.counts,
    value,
    ...standingJson(total),
  };
}

function rateJson(rate: ProvinceRate): JsonObject {
  const { unitType, expected, received, onTime, countedCommuneCount, expectedCommuneCount } = rate;
  return { ...typeJson(unitType), expected, received, onTime, countedCommuneCount, expectedCommuneCount };
}

function communeJson({ commune: { code, name }, state, reason, files }: CommuneOutcome): JsonObject {
  return { code: code === '' ? null : code, name, state, reason, files: files.map(nameJson) };
}

/** A round with the figures of the province, without those of each commune. */
export function rollupRoundJson({ period, asOf, communes, coverages, totals, rates }: RollupRound): JsonObject {
  return {
    id: period.id,
    from: period.from,
    to: period.to,
    asOf,
    communes: communes.map(communeJson),
    coverages: coverages.map(coverageJson),
    totals: totals.map(totalJson),
    rates: rates.map(rateJson),
  };
}

/** The province's figures as `tong-hop-tinh.json`: a public format, the same bytes for the same files. */
export function renderRollupJson(rollup: Rollup, diagnostics: readonly Diagnostic[], context: RollupContext): string {
  const { list, outputs, programVersion } = context;
  const content: JsonObject = {
    format: FORMAT,
    schemaVersion: SCHEMA_VERSION,
    program: { name: 'tkcds', version: programVersion },
    communeList:
      list === undefined
        ? null
        : { file: nameJson(list.file), sha256: list.sha256, communeCount: rollup.communes?.length ?? 0 },
    outputs: outputs.map(({ kind, file, sha256 }) => ({ kind, file, sha256 })),
    rounds: rollup.rounds.map(rollupRoundJson),
    strays: rollup.strays.map(({ source: { file, sha256 }, reason }) => ({ file: nameJson(file), sha256, reason })),
    rows: longRows(rollup).map((row) => ({ ...row })),
    findings: diagnostics.map(findingJson),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
