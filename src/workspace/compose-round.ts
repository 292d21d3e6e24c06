import type { Diagnostic } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import { composeDocument, finalReport, uprightAppendices } from '../pipeline.ts';
import { formatInteger } from '../vi/number.ts';
import { judgeRound, type JudgedRound } from './judge-round.ts';
import type { OpenRound } from './open-round.ts';
import type { FileReader } from './read-files.ts';
import { loadReportTemplate, type ReportTemplate } from './report-template.ts';
import type { Settings } from './settings.ts';
import { WorkspaceError } from './workspace-error.ts';

/** A draft has remarks at its figures; the final version has none, and is written only when every error is mended or accepted. */
export type ReportVersion = 'draft' | 'final';

/** A round in the words of its report. */
export interface ComposedRound {
  readonly judged: JudgedRound;
  readonly template: ReportTemplate;
  readonly document: Document;
  /** What was found in composing, places in the settings not yet looked up. */
  readonly found: readonly Diagnostic[];
  /** Everything found, in the files and in the wording. */
  readonly diagnostics: readonly Diagnostic[];
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

/** Findings of the wording and of blank settings, these at their places, in the order of their lines. */
export function placedIn(found: readonly Diagnostic[], settings: Settings): readonly Diagnostic[] {
  return found.map((each) => placed(each, settings)).toSorted((a, b) => lineOf(a) - lineOf(b));
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function refuseOpenErrors(open: readonly Diagnostic[]): void {
  if (open.length === 0) return;
  throw new WorkspaceError(
    `Chưa viết báo cáo chính thức vì còn ${formatInteger(open.length)} lỗi chưa được sửa hoặc chấp nhận; đề nghị đơn vị sửa, hoặc chấp nhận từng loại lỗi bằng: tkcds accept MÃ [ĐƠN VỊ] --reason "lý do"; muốn xem bản dự thảo thì bỏ --final`,
    open,
  );
}

/** Judges the round and puts it into words. Throws a WorkspaceError when the wording is faulty, or the final version is not due yet. */
export async function composeRound(
  opened: OpenRound,
  read: FileReader,
  version: ReportVersion,
): Promise<ComposedRound> {
  const { settings, folder } = opened.workspace;
  const judged = await judgeRound(opened, read);
  const template = loadReportTemplate(folder);
  const { value: draft, diagnostics: found } = await composeDocument(judged.model, settings.issuer, template);
  if (draft === undefined) {
    throw new WorkspaceError(`Mẫu lời văn báo cáo “${template.file}” có chỗ chưa đúng`, found);
  }
  if (version === 'final') refuseOpenErrors([...judged.openErrors, ...found.filter(isError)]);
  const upright = settings.appendixOrientation === 'portrait' ? uprightAppendices(draft) : draft;
  return {
    judged,
    template,
    document: version === 'final' ? finalReport(upright) : upright,
    found,
    diagnostics: [...judged.checked.diagnostics, ...placedIn(found, settings)],
  };
}
