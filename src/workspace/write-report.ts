import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { renderFigures, renderSummaryTable } from '../pipeline.ts';
import { formatInteger } from '../vi/number.ts';
import { programVersion } from './assets.ts';
import { writeTogether } from './atomic-write.ts';
import { checkWritten } from './check-written.ts';
import { refuseClosed } from './closing/journal.ts';
import { composeRound, type ReportVersion } from './compose-round.ts';
import { drawReport } from './draw-report.ts';
import { sealJson, sha256 } from './fingerprint.ts';
import type { FileReader } from './read-files.ts';
import type { JudgedRound } from './judge-round.ts';
import { convertToPdf, findOffice } from './office.ts';
import { openRound, type OpenRound } from './open-round.ts';
import { withOutputLock } from './output-lock.ts';
import { linkPaths } from './link-paths.ts';
import { reportInputs } from './report-inputs.ts';
import { chooseReportNames, type ReportNames, RESULTS_FOLDER } from './report-outputs.ts';
import { tellProgress, tellStep } from './run-watch.ts';
import { onDisk } from './system-error.ts';
import { loadWordTemplate } from './word-template.ts';

/** A report that was written. */
export interface WrittenReport {
  readonly judged: JudgedRound;
  /** Everything found, in the files and in the making of the report. */
  readonly diagnostics: readonly Diagnostic[];
  /** The commune's own Word file that the report was written into; undefined when the program drew it. */
  readonly wordTemplate: string | undefined;
  /** Absolute paths. */
  readonly docxPath: string;
  readonly xlsxPath: string;
  readonly jsonPath: string;
  /** Undefined when no PDF was asked for. */
  readonly pdfPath: string | undefined;
  /** Whether the PDF of an earlier run was removed, because it no longer shows what the report says. */
  readonly hasRemovedPdf: boolean;
  readonly docxSha256: string;
  readonly xlsxSha256: string;
  /** Absolute paths of the outputs that are new or other than before; the rest held these very bytes already. */
  readonly written: readonly string[];
  /** Names of older files that somebody has edited and that were left alone. */
  readonly kept: readonly string[];
}

/** How the report is to be written. */
export interface ReportRequest {
  readonly version: ReportVersion;
  /** Also as PDF, if LibreOffice is there. */
  readonly hasPdf: boolean;
}

function computedWords({ model, checked }: JudgedRound): string {
  const { expected, received } = model.overallRate;
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${formatInteger(received)}/${formatInteger(expected)} đơn vị đã nộp, ${formatInteger(errors)} lỗi`;
}

/** A PDF of an earlier run shows figures that are no longer those of the report beside it; nobody has edited it. */
function removeStalePdf(path: string, hasPdf: boolean, { hasOwnPdf }: ReportNames): boolean {
  if (hasPdf || !hasOwnPdf) return false;
  onDisk('xóa', path, () => {
    rmSync(path);
  });
  return true;
}

/** How and where the report is written, and with which program its PDF is made. */
interface WriteOrder extends ReportRequest {
  readonly office: string | undefined;
  readonly folder: string;
}

async function writeHere(
  opened: OpenRound,
  read: FileReader,
  { version, hasPdf, office, folder }: WriteOrder,
): Promise<WrittenReport> {
  const { workspace, round } = opened;
  const own = loadWordTemplate(workspace);
  const composed = await composeRound(opened, read, version);
  const { judged, template } = composed;
  tellStep('tính số liệu', computedWords(composed.judged));
  tellProgress('Viết báo cáo Word');
  const { docx, diagnostics } = await drawReport(composed, workspace.settings, own);
  const pdf = office === undefined ? undefined : await convertToPdf(office, docx);
  tellProgress('Viết bảng tổng hợp');
  const names = chooseReportNames(folder);
  const inputs = reportInputs(opened, template, own);
  const made = { programVersion: programVersion(), reportFile: names.docx, inputs };
  const pathOf = linkPaths(workspace.folder, round.period.id);
  const xlsx = await renderSummaryTable(judged.model, { ...made, pathOf });
  const [docxSha256, xlsxSha256] = [sha256(docx), sha256(xlsx)];
  const json = renderFigures(judged.model, {
    ...made,
    reportSha256: docxSha256,
    reportVersion: version,
    summaryFile: names.xlsx,
    summarySha256: xlsxSha256,
    ...(pdf === undefined ? {} : { pdf: { file: names.pdf, sha256: sha256(pdf) } }),
  });
  const pathTo = (name: string): string => join(folder, name);
  const pdfPath = pathTo(names.pdf);
  const written = writeTogether([
    { path: pathTo(names.docx), bytes: docx },
    { path: pathTo(names.xlsx), bytes: xlsx },
    { path: pathTo(names.json), bytes: new TextEncoder().encode(sealJson(json)) },
    ...(pdf === undefined ? [] : [{ path: pdfPath, bytes: pdf }]),
  ]);
  return {
    judged,
    diagnostics: [
      ...diagnostics,
      ...(await checkWritten(docx, names.docx, own === undefined ? 'of-the-program' : 'of-the-commune')),
    ],
    wordTemplate: own?.file,
    docxPath: pathTo(names.docx),
    xlsxPath: pathTo(names.xlsx),
    jsonPath: pathTo(names.json),
    pdfPath: pdf === undefined ? undefined : pdfPath,
    hasRemovedPdf: removeStalePdf(pdfPath, hasPdf, names),
    docxSha256,
    xlsxSha256,
    kept: names.kept,
    written,
  };
}

/** The round as it is now that nobody else writes into the workspace: it may have been opened before another run received a file. */
async function asItIsNow({ workspace, round, isNamed, today }: OpenRound, read: FileReader): Promise<OpenRound> {
  const opened = await openRound(workspace, { period: round.period.id, asOf: round.asOf, today }, read);
  return { ...opened, isNamed };
}

/**
 * Runs the whole round and writes `bao-cao.docx`, `tong-hop.xlsx`, `bao-cao.json` and, if asked for, `bao-cao.pdf` together.
 * Throws a WorkspaceError when nothing was written.
 */
export function writeReport(
  opened: OpenRound,
  read: FileReader,
  request: ReportRequest = { version: 'draft', hasPdf: false },
): Promise<WrittenReport> {
  const { workspace, round } = opened;
  const office = request.hasPdf ? findOffice() : undefined;
  const folder = join(workspace.folder, RESULTS_FOLDER, round.period.id);
  // Nobody may receive, adjust or accept between reading what came and recording from what the report was made.
  return withOutputLock(workspace.folder, () => {
    refuseClosed(workspace.folder, round.period.id);
    return withOutputLock(folder, async () =>
      writeHere(await asItIsNow(opened, read), read, { ...request, office, folder }),
    );
  });
}
