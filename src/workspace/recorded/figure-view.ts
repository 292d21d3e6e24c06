import type { FigureBasis } from '../../model/figure-change.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { UnitRegister } from '../../model/register.ts';
import type { FigureView } from '../../pipeline-figures.ts';
import { formatDate } from '../../vi/date.ts';
import { joinWords } from '../../vi/text.ts';
import { programVersion } from '../assets.ts';
import { findDirective } from '../directives.ts';
import { successorOf } from '../history/follow-units.ts';
import { judgeRound } from '../judge-round.ts';
import type { OpenRound } from '../open-round.ts';
import type { FileReader } from '../read-files.ts';
import { reportInputs } from '../report-inputs.ts';
import { loadReportTemplate } from '../report-template.ts';
import { closingRecords, presentClosing, reopenedWords, reportRecord, type KeptRecord } from './kept-records.ts';
import { recordedModel } from './recorded-model.ts';
import type { RecordedFigures } from './schema.ts';

/** Figures to explain, with the record they are taken from when the round is closed. */
export interface WorkspaceFigures extends FigureView {
  readonly record: KeptRecord | undefined;
}

/** What figures rest on besides what the units sent. */
interface Setting {
  readonly inputs: readonly RecordedFigures['inputs'][number][];
  readonly program: { readonly version: string };
  readonly asOf: PlainDate;
}

/** The roles of files that are words and no figures. */
const CHANGES_NO_FIGURE: ReadonlySet<string> = new Set(['wording', 'word-template']);

function settingOf({ inputs, program, round }: RecordedFigures): Setting {
  return { inputs, program, asOf: round.asOf };
}

/** The files of the commune's own as they lie there now. */
function presentSetting(opened: OpenRound): Setting {
  const { workspace, round } = opened;
  const inputs = reportInputs(opened, loadReportTemplate(workspace.folder), undefined);
  return { inputs, program: { version: programVersion() }, asOf: round.asOf };
}

/** Whether the file says the same of the round; of the settings, other rounds and remarks do not count. */
function isSameInput(one: Setting['inputs'][number], other: Setting['inputs'][number]): boolean {
  if (one.role !== other.role || one.file !== other.file) return false;
  return one.sha256 === other.sha256 || (one.partSha256 !== undefined && one.partSha256 === other.partSha256);
}

/** What else may have changed a figure between the two, in words. */
function circumstancesOf(before: Setting, now: Setting): readonly string[] {
  const ofFigures = ({ inputs }: Setting) => inputs.filter(({ role }) => !CHANGES_NO_FIGURE.has(role));
  const [old, current] = [ofFigures(before), ofFigures(now)];
  const changed = [
    ...current.filter((one) => !old.some((other) => isSameInput(one, other))),
    ...old.filter((one) => !current.some((other) => isSameInput(one, other))),
  ];
  const files = [...new Set(changed.map(({ file }) => file))].sort();
  return [
    ...(files.length === 0 ? [] : [`tệp của xã đã thay đổi từ khi đó: ${joinWords(files)}`]),
    ...(before.asOf === now.asOf
      ? []
      : [`ngày chốt số liệu khi đó là ${formatDate(before.asOf)}, nay là ${formatDate(now.asOf)}`]),
    ...(before.program.version === now.program.version
      ? []
      : [`khi đó tính bằng tkcds ${before.program.version}, nay bằng tkcds ${now.program.version}`]),
  ];
}

/** The record as something to compare with; undefined when its directive is there no more. */
async function basisOf(
  record: KeptRecord,
  { workspace: { folder }, round }: OpenRound,
  more: Pick<FigureBasis, 'circumstances' | 'kind' | 'notes' | 'words'>,
): Promise<FigureBasis | undefined> {
  const { figures, file, units } = record;
  const isOwn = figures.directive.id === round.directive.id;
  const directive = isOwn ? round.directive : (await findDirective(figures.directive.id, folder))?.value;
  if (directive === undefined) return undefined;
  const register: UnitRegister = { units: round.units, mergers: round.mergers ?? [] };
  return {
    ...more,
    period: figures.round.id,
    file,
    model: recordedModel(figures, directive, units),
    follow: successorOf({ from: figures.round.from, units }, register),
  };
}

/** The closest earlier round whose figures are kept. */
async function previousBasis(opened: OpenRound): Promise<FigureBasis | undefined> {
  const { folder, settings } = opened.workspace;
  const earlier = settings.rounds
    .filter(({ period }) => period.from < opened.round.period.from)
    .toSorted((a, b) => (a.period.from < b.period.from ? 1 : -1));
  for (const { period } of earlier) {
    const record = presentClosing(folder, period.id) ?? reportRecord(folder, period.id);
    if (record === undefined) continue;
    const state = record.kind === 'closing' ? 'đã' : 'chưa khóa,';
    return basisOf(record, opened, {
      kind: 'previous-round',
      words: `kỳ trước ${period.id} (${state} ${record.words}; ${record.file})`,
      circumstances: [],
      notes: reopenedWords(folder, period.id).map((words) => `Kỳ ${period.id} được ${words}`),
    });
  }
  return undefined;
}

/** This round as it was closed or written before, the last first; `present`: the record that is explained itself. */
async function ownBases(opened: OpenRound, present: KeptRecord | undefined): Promise<readonly FigureBasis[]> {
  const { workspace, round } = opened;
  const period = round.period.id;
  const closings = closingRecords(workspace.folder, period).filter(({ file }) => file !== present?.file);
  const report = present === undefined ? reportRecord(workspace.folder, period) : undefined;
  // A report that a closing has kept is named by the closing, which also says why the round was opened again.
  const isKept = closings.some(({ figures }) => figures.report.sha256 === report?.figures.report.sha256);
  const setting = present === undefined ? presentSetting(opened) : settingOf(present.figures);
  const notes = reopenedWords(workspace.folder, period).map((words) => `Kỳ được ${words}`);
  const records = [...(report === undefined || isKept ? [] : [report]), ...closings];
  const bases = records.map((record) => {
    const isReport = record.kind === 'report';
    const words = isReport
      ? `báo cáo đã viết (${record.words}; ${record.file})`
      : `bản ${record.words} của kỳ này (${record.file})`;
    const circumstances = circumstancesOf(settingOf(record.figures), setting);
    const kind = record.kind;
    return basisOf(record, opened, { kind, words, circumstances, notes: isReport ? [] : notes });
  });
  return (await Promise.all(bases)).filter((basis) => basis !== undefined);
}

/**
 * The figures of the round and what they are to be compared with. A closed round is explained from its snapshot, an open one from what
 * lies in its inbox.
 */
export async function figureView(opened: OpenRound, read: FileReader): Promise<WorkspaceFigures> {
  const { workspace, round } = opened;
  const record = presentClosing(workspace.folder, round.period.id);
  const previous = await previousBasis(opened);
  const bases = [...(await ownBases(opened, record)), ...(previous === undefined ? [] : [previous])];
  if (record === undefined) return { model: (await judgeRound(opened, read)).model, origin: 'files', bases, record };
  return { model: recordedModel(record.figures, round.directive, record.units), origin: 'recorded', bases, record };
}
