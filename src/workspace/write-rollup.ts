import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Rollup } from '../model/rollup.ts';
import { composeRollup, renderProvinceTable, renderRollupCsv, renderRollupJson, rollUp } from '../pipeline-rollup.ts';
import { renderReport } from '../pipeline.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { programVersion } from './assets.ts';
import { writeTogether } from './atomic-write.ts';
import { checkWritten } from './check-written.ts';
import type { CommuneList } from './commune-list.ts';
import { sealJson, sha256 } from './fingerprint.ts';
import { withOutputLock } from './output-lock.ts';
import { type CommuneReports, openReportsFolder, readCommuneReports } from './rollup-files.ts';
import { chooseRollupNames } from './rollup-outputs.ts';
import { shownFileName } from './file-name.ts';
import { WorkspaceError } from './workspace-error.ts';

/** What is to be added up, and where to. */
export interface RollupOrder {
  /** The folder as typed. */
  readonly typed: string;
  readonly cwd: string;
  /** Undefined when no list was given. */
  readonly list: CommuneList | undefined;
  /** Only the rounds with this id. */
  readonly period: string | undefined;
  /** Absolute: where to write. */
  readonly out: string;
}

/** The province's figures as they were written. */
export interface WrittenRollup {
  readonly rollup: Rollup;
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths. */
  readonly paths: { readonly xlsx: string; readonly docx: string; readonly csv: string; readonly json: string };
  /** Names of older files that somebody has edited and that were left alone. */
  readonly kept: readonly string[];
}

/** Why there is nothing to add up: no file that can be used, or none of the round that was asked for. */
function nothingFound(
  { typed, period }: RollupOrder,
  { reads }: CommuneReports,
  found: readonly Diagnostic[],
): WorkspaceError {
  const folder = quoteValue(shownFileName(typed));
  const ids = reads.flatMap(({ value: { report } }) => (report === undefined ? [] : [report.period.id]));
  if (period === undefined || ids.length === 0) {
    return new WorkspaceError(`Trong ${folder} không có bao-cao.json nào dùng được`, found);
  }
  const others = [...new Set(ids)].sort().map(quoteValue);
  return new WorkspaceError(
    `Trong ${folder} không có số liệu của kỳ ${quoteValue(period)}; có kỳ ${joinWords(others)}`,
  );
}

function addUp(order: RollupOrder): { readonly rollup: Rollup; readonly found: readonly Diagnostic[] } {
  const { typed, cwd, list, period } = order;
  const name = shownFileName(typed).replace(/\\/gu, '/').replace(/\/+$/u, '');
  const reports = readCommuneReports(openReportsFolder(typed, cwd), name);
  const { value: rollup, diagnostics } = rollUp(reports.reads, { folder: name, communes: list?.communes, period });
  const found = [...reports.diagnostics, ...diagnostics];
  if (rollup.rounds.length === 0) throw nothingFound(order, reports, found);
  return { rollup, found };
}

/**
 * Adds up the communes' figures in a folder and writes `tong-hop-tinh.xlsx`, `phu-luc-tinh.docx`, `tong-hop-tinh.csv` and
 * `tong-hop-tinh.json` together. Throws a WorkspaceError when nothing was written.
 */
export function writeRollup(order: RollupOrder): Promise<WrittenRollup> {
  const { rollup, found } = addUp(order);
  return withOutputLock(order.out, async () => {
    const encoder = new TextEncoder();
    const names = chooseRollupNames(order.out);
    const docx = await renderReport(composeRollup(rollup));
    const diagnostics = [...found, ...(await checkWritten(docx, names.docx))];
    const xlsx = await renderProvinceTable(rollup, diagnostics);
    const csv = encoder.encode(renderRollupCsv(rollup));
    const json = renderRollupJson(rollup, diagnostics, {
      programVersion: programVersion(),
      list: order.list?.source,
      outputs: [
        { kind: 'xlsx', file: names.xlsx, sha256: sha256(xlsx) },
        { kind: 'docx', file: names.docx, sha256: sha256(docx) },
        { kind: 'csv', file: names.csv, sha256: sha256(csv) },
      ],
    });
    const pathTo = (name: string): string => join(order.out, name);
    const paths = {
      xlsx: pathTo(names.xlsx),
      docx: pathTo(names.docx),
      csv: pathTo(names.csv),
      json: pathTo(names.json),
    };
    writeTogether([
      { path: paths.xlsx, bytes: xlsx },
      { path: paths.docx, bytes: docx },
      { path: paths.csv, bytes: csv },
      { path: paths.json, bytes: encoder.encode(sealJson(json)) },
    ]);
    return { rollup, diagnostics, paths, kept: names.kept };
  });
}
