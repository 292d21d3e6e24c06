import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticOf, type Diagnostic } from '../../model/diagnostic.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger } from '../../vi/number.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { INBOX_FOLDER, loadInbox } from '../inbox.ts';
import { ledgerFindings, ledgerText } from '../ledger/ledger.ts';
import { parseLedger } from '../ledger/entries.ts';
import { withReceipts } from '../ledger/apply-receipts.ts';
import type { Workspace } from '../open-workspace.ts';
import { isThere } from '../presence.ts';
import { RECEIVED_AFTER_CUTOFF } from '../problems.ts';
import { hashedInputs, inputCandidates } from '../report-inputs.ts';
import { RESULTS_FOLDER, writtenFigureFiles } from '../report-outputs.ts';
import { findDirective } from '../directives.ts';
import { loadReportTemplate } from '../report-template.ts';
import { settingsPartHash } from '../settings-part.ts';
import { onDisk } from '../system-error.ts';
import { readSealedFigures, type WrittenFigures } from '../written-figures.ts';
import { ARCHIVE_FOLDER, archivePath, journalPath, parseJournal, tornJournal, type ClosedLine } from './journal.ts';
import { VERIFY_RECORD_BROKEN } from './problems.ts';
import { loadSnapshot, snapshotPath, type SnapshotFault } from './snapshot.ts';
import {
  compareFiles,
  compareLedger,
  hashOf,
  isAdded,
  isChanged,
  isMissing,
  isSharedChanged,
  type Basis,
  type RecordedFile,
} from './verify-files.ts';

/** What a round was compared with, and what differs. */
export interface VerifiedRound {
  readonly period: string;
  /** `open`: there is neither a closing nor a report to compare with, only the ledger by itself. */
  readonly state: 'closed' | 'open' | 'reported';
  /** How many files were hashed and compared. */
  readonly fileCount: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The files that a record names, with what it is. */
interface Reference {
  readonly basis: Basis;
  readonly figures: WrittenFigures;
  readonly outputs: readonly RecordedFile[];
  readonly ledgerLineCount: number | undefined;
}

/** Belong to one round alone; the other files of the commune's own live on in the rounds that follow. */
const OF_ONE_ROUND: ReadonlySet<string> = new Set(['acceptances', 'adjustments', 'ledger']);

function broken(file: string, message: string): Diagnostic {
  const hint = 'Lấy lại tệp từ bản sao lưu; tệp do chương trình ghi, không sửa tay';
  return diagnosticOf(VERIFY_RECORD_BROKEN, { message, hint, location: { kind: 'file', file } });
}

const FAULTS: Readonly<Record<SnapshotFault, string>> = {
  changed: 'đã bị sửa sau khi khóa kỳ',
  missing: 'không còn trong thư mục làm việc',
  unreadable: 'không đọc được',
};

/** The record of closings by itself: its lines, the snapshots it names, and those that it does not name. */
function journalFindings(folder: string, period: string): readonly Diagnostic[] {
  const file = journalPath(period);
  const { lines, unreadable, broken: unlinked } = parseJournal(folder, period);
  const closings = lines.filter((line) => line.kind === 'closed');
  const path = join(folder, archivePath(period));
  const names = isThere(path) ? onDisk('mở thư mục', archivePath(period), () => readdirSync(path)) : [];
  const named = new Set(closings.map(({ snapshot }) => snapshot));
  const stray = names.filter((name) => /^khoa-\d+\.json$/u.test(name) && !named.has(name)).sort();
  return [
    ...[...unreadable, ...unlinked].map((line) =>
      broken(file, `Dòng ${formatInteger(line)} của sổ khóa kỳ ${period} đã bị sửa, xóa hoặc chèn sau khi ghi`),
    ),
    ...closings.flatMap((line) => {
      const fault = loadSnapshot(folder, period, line);
      const name = snapshotPath(period, line);
      return typeof fault === 'string' ? [broken(name, `Bản lưu “${name}” ${FAULTS[fault]}`)] : [];
    }),
    ...tornJournal(folder, period),
    ...stray.map((name) =>
      broken(`${archivePath(period)}/${name}`, `Bản lưu “${name}” không có trong sổ khóa kỳ ${period}: sổ đã mất dòng`),
    ),
  ];
}

function ofClosing(folder: string, period: string, line: ClosedLine): Reference | undefined {
  const snapshot = loadSnapshot(folder, period, line);
  if (typeof snapshot === 'string') return undefined;
  const basis = { period, isClosed: true, words: `bản khóa kỳ ${period} ngày ${formatDate(line.decidedOn)}` };
  const { figures, outputs, ledger } = snapshot;
  return { basis, figures, outputs, ledgerLineCount: ledger?.lineCount };
}

/** The last report of a round that is not closed; a file of figures whose seal is broken is a finding. */
function ofReport(
  folder: string,
  period: string,
): { readonly reference: Reference | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const results = `${RESULTS_FOLDER}/${period}`;
  const read = writtenFigureFiles(join(folder, results)).map((name) => ({
    name,
    sealed: readSealedFigures(join(folder, results), name),
  }));
  const diagnostics = read
    .filter(({ sealed }) => sealed === undefined)
    .map(({ name }) => broken(`${results}/${name}`, `Tệp số liệu “${name}” của kỳ ${period} đã bị sửa sau khi ghi`));
  const figures = read.find(({ sealed }) => sealed !== undefined)?.sealed?.figures;
  if (figures === undefined) return { reference: undefined, diagnostics };
  const { report, summary, pdf } = figures;
  const outputs = [report, summary, ...(pdf === undefined ? [] : [pdf])].map(({ file, sha256 }) => ({
    file: `${results}/${file}`,
    sha256,
  }));
  const basis = { period, isClosed: false, words: `báo cáo kỳ ${period} chốt ngày ${formatDate(figures.round.asOf)}` };
  return { reference: { basis, figures, outputs, ledgerLineCount: undefined }, diagnostics };
}

/** The files that arrived, those that came after the cut-off day left out, against the recorded ones. */
function sourceFindings(folder: string, { basis, figures }: Reference): readonly Diagnostic[] {
  const { period } = basis;
  const { lines } = parseLedger(ledgerText(folder, period));
  const inbox = loadInbox(folder, period);
  const present = withReceipts(inbox.files, lines, figures.round.asOf).value.map(({ source }) => source);
  const shown = (file: string): string => `${INBOX_FOLDER}/${period}/${file}`;
  const now = new Map(present.map(({ file, sha256 }) => [maskPersonalData(file), sha256]));
  const recorded = new Set(figures.sources.map(({ file }) => file));
  const compared = figures.sources.flatMap(({ file, sha256 }) => {
    const hash = now.get(file);
    if (hash === undefined) return [isMissing(shown(file), basis)];
    return hash === (sha256 ?? '') ? [] : [isChanged(shown(file), basis)];
  });
  // They lay there, too; the report says that they came after its cut-off day.
  const later = new Set(
    figures.findings.flatMap(({ rule, location }) => (rule === RECEIVED_AFTER_CUTOFF.id ? (location.file ?? []) : [])),
  );
  const added = [...now.keys()].filter((file) => !recorded.has(file) && !later.has(file));
  return [...compared, ...added.map((file) => isAdded(shown(file), basis))];
}

/** The hash of what the settings say of the round now; undefined when they, or the directives, do not have it any more. */
async function settingsPartNow(
  { folder, settings }: Workspace,
  { basis, figures }: Reference,
): Promise<string | undefined> {
  const directive = (await findDirective(figures.directive.id, folder))?.value;
  return directive === undefined ? undefined : settingsPartHash(settings, basis.period, directive);
}

/** The commune's own files against the recorded ones. */
function inputFindings(
  folder: string,
  { basis, figures, ledgerLineCount }: Reference,
  settingsPart: string | undefined,
): readonly Diagnostic[] {
  const { period, isClosed } = basis;
  const directive = figures.directive.id;
  const candidates = inputCandidates(folder, { period, directive, history: [] }, loadReportTemplate(folder));
  const now = hashedInputs(candidates);
  const isOwn = (role: string): boolean => !isClosed || OF_ONE_ROUND.has(role);
  const compared = figures.inputs.flatMap((input) => {
    const { role, file, sha256 } = input;
    if (role === 'ledger') return compareLedger(folder, { file, sha256, lineCount: ledgerLineCount }, basis);
    if (input.partSha256 !== undefined && input.partSha256 === settingsPart) return [];
    const own = now.find((one) => one.role === role);
    const hash = own?.file === file ? own.sha256 : hashOf(join(folder, file), file);
    if (hash === sha256 && (own === undefined || own.file === file)) return [];
    if (!isOwn(role)) return [isSharedChanged(file, basis)];
    return hash === undefined ? [isMissing(file, basis)] : [isChanged(file, basis)];
  });
  const added = now
    .filter(({ role }) => figures.inputs.every((input) => input.role !== role))
    .map(({ role, file }) => (isOwn(role) ? isAdded(file, basis) : isSharedChanged(file, basis)));
  return [...compared, ...added];
}

/** Hashes everything of a round again and says what differs; reads only. */
export async function verifyRound(workspace: Workspace, period: string): Promise<VerifiedRound> {
  const { folder } = workspace;
  const last = parseJournal(folder, period).lines.at(-1);
  const isClosed = last?.kind === 'closed';
  const report = isClosed ? { reference: undefined, diagnostics: [] } : ofReport(folder, period);
  const reference = isClosed ? ofClosing(folder, period, last) : report.reference;
  const own = [...journalFindings(folder, period), ...report.diagnostics, ...ledgerFindings(folder, period)];
  if (reference === undefined) {
    return { period, state: isClosed ? 'closed' : 'open', fileCount: 0, diagnostics: own };
  }
  const { figures, outputs, basis } = reference;
  return {
    period,
    state: isClosed ? 'closed' : 'reported',
    fileCount: figures.sources.length + figures.inputs.length + outputs.length,
    diagnostics: [
      ...own,
      ...sourceFindings(folder, reference),
      ...inputFindings(folder, reference, await settingsPartNow(workspace, reference)),
      ...compareFiles(folder, outputs, basis),
    ],
  };
}

/** The periods with something to verify: those of the settings in their order, and any others that were closed once. */
export function verifiablePeriods({ folder, settings }: Workspace): readonly string[] {
  const path = join(folder, ARCHIVE_FOLDER);
  const archived = isThere(path)
    ? onDisk('mở thư mục', ARCHIVE_FOLDER, () => readdirSync(path)).filter((name) =>
        isThere(join(folder, journalPath(name))),
      )
    : [];
  return [...new Set([...settings.rounds.map(({ period }) => period.id), ...archived.sort()])];
}
