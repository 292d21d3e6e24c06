import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import {
  composeDocument,
  type InputFile,
  renderFigures,
  renderReport,
  renderSummaryTable,
  uprightAppendices,
} from '../pipeline.ts';
import { programVersion } from './assets.ts';
import { writeTogether } from './atomic-write.ts';
import { checkWritten } from './check-written.ts';
import { CONFIRMATIONS_FILE, hasConfirmations } from './confirmations.ts';
import { fileOfDirective } from './directives.ts';
import { sealJson, sha256 } from './fingerprint.ts';
import type { FileReader } from './read-files.ts';
import { judgeRound, type JudgedRound } from './judge-round.ts';
import type { OpenRound } from './open-round.ts';
import { withOutputLock } from './output-lock.ts';
import { chooseReportNames, linkPaths, RESULTS_FOLDER } from './report-outputs.ts';
import { REGISTER_FILE } from './register.ts';
import { loadReportTemplate, type ReportTemplate } from './report-template.ts';
import { SETTINGS_FILE, type Settings } from './settings.ts';
import { onDisk } from './system-error.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A report that was written. */
export interface WrittenReport {
  readonly judged: JudgedRound;
  /** Everything found, in the files and in the making of the report. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absolute paths. */
  readonly docxPath: string;
  readonly xlsxPath: string;
  readonly jsonPath: string;
  readonly docxSha256: string;
  readonly xlsxSha256: string;
  /** Names of older files that somebody has edited and that were left alone. */
  readonly kept: readonly string[];
}

/** A finding on the settings, which the stages know by path alone, at its line and column. */
function placed(found: Diagnostic, { locate, issuer }: Settings): Diagnostic {
  const { location } = found;
  const isVague = location.kind === 'data' && location.file === issuer.file && location.line === 0;
  return isVague ? { ...found, location: locate(location.path) } : found;
}

function lineOf({ location }: Diagnostic): number {
  return location.kind === 'data' ? location.line : 0;
}

/** The commune's own files that the report rests on, with their hashes. */
function inputsOf({ workspace: { folder }, round }: OpenRound, template: ReportTemplate): readonly InputFile[] {
  const directive = fileOfDirective(round.directive.id, folder);
  const files = [
    { role: 'register', file: REGISTER_FILE, path: join(folder, REGISTER_FILE) },
    { role: 'settings', file: SETTINGS_FILE, path: join(folder, SETTINGS_FILE) },
    ...(directive === undefined ? [] : [{ role: 'directive' as const, ...directive }]),
    ...(hasConfirmations(folder)
      ? [{ role: 'confirmations' as const, file: CONFIRMATIONS_FILE, path: join(folder, CONFIRMATIONS_FILE) }]
      : []),
    { role: 'wording', file: template.file, path: template.path },
  ] as const;
  return files.map(({ role, file, path }) => ({
    role,
    file,
    sha256: sha256(onDisk('đọc', file, () => readFileSync(path))),
  }));
}

/** Runs the whole round and writes `bao-cao.docx`, `tong-hop.xlsx` and `bao-cao.json` together. Throws a WorkspaceError when nothing was written. */
export function writeReport(opened: OpenRound, read: FileReader): Promise<WrittenReport> {
  const { workspace, round } = opened;
  const folder = join(workspace.folder, RESULTS_FOLDER, round.period.id);
  return withOutputLock(folder, async () => {
    const judged = await judgeRound(opened, read);
    const template = loadReportTemplate(workspace.folder);
    const document = composeDocument(judged.model, workspace.settings.issuer, template);
    if (document.value === undefined) {
      throw new WorkspaceError(`Mẫu lời văn báo cáo “${template.file}” có chỗ chưa đúng`, document.diagnostics);
    }
    const isUpright = workspace.settings.appendixOrientation === 'portrait';
    const docx = await renderReport(isUpright ? uprightAppendices(document.value) : document.value);
    const docxSha256 = sha256(docx);
    const names = chooseReportNames(folder);
    const inputs = inputsOf(opened, template);
    const made = { programVersion: programVersion(), reportFile: names.docx, inputs };
    const xlsx = await renderSummaryTable(judged.model, { ...made, pathOf: linkPaths(round.period.id) });
    const xlsxSha256 = sha256(xlsx);
    const hashes = { reportSha256: docxSha256, summaryFile: names.xlsx, summarySha256: xlsxSha256 };
    const json = sealJson(renderFigures(judged.model, { ...made, ...hashes }));
    const docxPath = join(folder, names.docx);
    const xlsxPath = join(folder, names.xlsx);
    const jsonPath = join(folder, names.json);
    writeTogether([
      { path: docxPath, bytes: docx },
      { path: xlsxPath, bytes: xlsx },
      { path: jsonPath, bytes: new TextEncoder().encode(json) },
    ]);
    const wording = document.diagnostics
      .map((found) => placed(found, workspace.settings))
      .toSorted((a, b) => lineOf(a) - lineOf(b));
    const form = await checkWritten(docx, names.docx);
    const diagnostics = [...judged.checked.diagnostics, ...wording, ...form];
    return { judged, diagnostics, docxPath, xlsxPath, jsonPath, docxSha256, xlsxSha256, kept: names.kept };
  });
}
