import type { ReportModel } from '../../model/report.ts';
import type { Round } from '../../model/round.ts';
import { changeJson, complianceJson, coverageJson, opinionJson, totalJson } from '../json/figures.ts';
import { findingJson, leftOutJson } from '../json/findings.ts';
import { nameJson, type JsonObject } from '../json/json-value.ts';
import { rateJson, sourcesJson, unitJson } from '../json/units.ts';

/** What the figures cannot know of themselves: who computed them, and which report states them. */
export interface FiguresContext {
  readonly programVersion: string;
  /** The name of the report, such as `bao-cao.docx`. */
  readonly reportFile: string;
  /** Lower-case hex. */
  readonly reportSha256: string;
  readonly reportVersion: 'draft' | 'final';
  /** The name of the working table beside it, such as `tong-hop.xlsx`. */
  readonly summaryFile: string;
  /** Lower-case hex. */
  readonly summarySha256: string;
  /** The name of the PDF beside it and its hash; undefined when none was made. */
  readonly pdf?: { readonly file: string; readonly sha256: string };
  /** The commune's own files that the report rests on, beside those of the inbox. */
  readonly inputs: readonly InputFile[];
}

/** A file of the commune's own, as it was when the report was made. */
export interface InputFile {
  readonly role:
    | 'register'
    | 'settings'
    | 'directive'
    | 'confirmations'
    | 'acceptances'
    | 'adjustments'
    | 'history'
    | 'ledger'
    | 'wording'
    | 'word-template';
  readonly file: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Of the settings: the hash of what they say of this round, lower-case hex. */
  readonly partSha256?: string;
}

/**
 * The version of the shape. It grows when a field goes, or means something else; a new field leaves it as it is. Every
 * field is described in docs/bao-cao-json.md.
 */
const SCHEMA_VERSION = 1;

function inputJson({ role, file, sha256, partSha256 }: InputFile): JsonObject {
  return { role, file: nameJson(file), sha256, ...(partSha256 === undefined ? {} : { partSha256 }) };
}

/** The figures of the report as `bao-cao.json`: a public format, the same bytes for the same figures. */
export function renderJson(model: ReportModel, context: FiguresContext): string {
  const content: JsonObject = {
    schemaVersion: SCHEMA_VERSION,
    program: { name: 'tkcds', version: context.programVersion },
    round: roundJson(model.round),
    issuer: model.round.issuer === undefined ? null : { name: model.round.issuer },
    directive: directiveJson(model.round),
    report: { file: context.reportFile, sha256: context.reportSha256, version: context.reportVersion },
    summary: { file: context.summaryFile, sha256: context.summarySha256 },
    ...(context.pdf === undefined ? {} : { pdf: { file: context.pdf.file, sha256: context.pdf.sha256 } }),
    inputs: context.inputs.map(inputJson),
    sources: sourcesJson(model),
    units: model.units.map(unitJson),
    rates: { overall: rateJson(model.overallRate), byUnitType: model.rates.map(rateJson) },
    coverages: model.coverages.map(coverageJson),
    ...(model.changes === undefined ? {} : { changes: model.changes.map(changeJson) }),
    totals: model.totals.map(totalJson),
    compliance: model.compliance.map(complianceJson),
    leftOut: model.leftOut.map(leftOutJson),
    accepted: model.accepted.map(({ diagnostic, reason }) => ({ finding: findingJson(diagnostic), reason })),
    opinions: model.opinions.map(opinionJson),
    findings: model.diagnostics.map(findingJson),
  };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The directive and what its ids are called: who adds up several communes sees by it whether they mean the same. */
function directiveJson({ directive: { id, version, unitTypes, indicators } }: Round): JsonObject {
  return {
    id,
    version,
    unitTypes: unitTypes.map((unitType) => ({ id: unitType.id, name: unitType.name })),
    indicators: indicators.map((indicator) => ({
      id: indicator.id,
      title: indicator.title,
      counts: indicator.counts,
    })),
  };
}

function roundJson({ period, asOf }: Round): JsonObject {
  const { id, from, to, due } = period;
  return { id, from, to, due: { kind: due.kind, date: due.date }, asOf };
}
