import type { Diagnostic } from '../model/diagnostic.ts';
import type { CitedDocument, Directive } from '../model/directive.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { Round } from '../model/round.ts';
import { loadAcceptances, type AcceptanceEntry } from './acceptances.ts';
import { loadAdjustments, type AdjustmentEntry } from './adjustments.ts';
import { tornJournal } from './closing/journal.ts';
import { withConfirmations } from './confirmations-apply.ts';
import { loadConfirmations, type ConfirmationEntry } from './confirmations.ts';
import { findDirective, loadDirective } from './directives.ts';
import { loadHistory, precedingRound } from './history/load-history.ts';
import { issuerDifference } from './issuer-difference.ts';
import type { LedgerLine } from './ledger/entries.ts';
import { acceptedLateness, loadLedger } from './ledger/ledger.ts';
import type { Workspace } from './open-workspace.ts';
import { askedRound } from './period-choice.ts';
import type { FileReader } from './read-files.ts';
import { findRegister, loadRegister } from './register.ts';
import { roundDifferences, unknownDocuments } from './round-differences.ts';
import type { RoundSettings, Settings } from './settings.ts';

/** What the command line says of the round. */
export interface RoundRequest {
  /** The period's id, or undefined for the current one. */
  readonly period: string | undefined;
  readonly asOf: PlainDate;
  /** The present day; `asOf` when nobody looks back. */
  readonly today?: PlainDate;
}

/** A round of the workspace with everything that was found in the commune's own files. */
export interface OpenRound {
  readonly workspace: Workspace;
  readonly round: Round;
  /** What the clerk has confirmed; the round understands it already, as far as it has its place there. */
  readonly confirmations: readonly ConfirmationEntry[];
  /** The errors of the round that somebody has accepted. */
  readonly acceptances: readonly AcceptanceEntry[];
  /** The numbers that the commune has adjusted; the round counts with those of them that were adjusted by its day. */
  readonly adjustments: readonly AdjustmentEntry[];
  /** What came when, as the receipt ledger has it. */
  readonly ledger: readonly LedgerLine[];
  /** The present day, later than the day at which the round is seen when one looks back. */
  readonly today: PlainDate;
  /** False when the program chose the period; it then says which. */
  readonly isNamed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

function directiveIdsOf(rounds: readonly RoundSettings[]): readonly string[] {
  return rounds.map(({ directive }) => directive);
}

async function directivesOf(ids: readonly string[], folder: string): Promise<readonly Directive[]> {
  const outcomes = await Promise.all([...new Set(ids)].map((id) => findDirective(id, folder)));
  const found = outcomes.map((outcome) => outcome?.value);
  return found.filter((directive) => directive !== undefined);
}

/** The directives that confirmed words are about, and those of all rounds, whose forms may have other words. */
function directivesNamed(
  confirmations: readonly ConfirmationEntry[],
  { folder, settings }: Workspace,
): Promise<readonly Directive[]> {
  if (confirmations.length === 0) return Promise.resolve([]);
  const named = confirmations.flatMap(({ directive }) => directive ?? []);
  return directivesOf([...named, ...directiveIdsOf(settings.rounds)], folder);
}

/** The directive with what its text leaves blank and the settings know: every output then cites its documents alike. */
function withDetails(directive: Directive, { issuer }: Settings): Directive {
  const complete = (cited: CitedDocument): CitedDocument => {
    const details = issuer.documents.get(cited.id);
    const number = cited.number ?? (details?.number === '' ? undefined : details?.number);
    return { ...cited, number, issuedOn: cited.issuedOn ?? details?.issuedOn };
  };
  const document = directive.document === undefined ? undefined : complete(directive.document);
  return { ...directive, document, legalBasis: directive.legalBasis.map(complete) };
}

/**
 * Opens one round of the workspace: its directive and the unit register. Throws a WorkspaceError when one cannot be used; a
 * register without units, where nobody could be missed, only when not told that it may be empty.
 */
export async function openRound(
  workspace: Workspace,
  { period, asOf, today = asOf }: RoundRequest,
  read: FileReader,
  registerState: 'has-units' | 'may-be-empty' = 'has-units',
): Promise<OpenRound> {
  const { rounds, issuer } = workspace.settings;
  const chosen = askedRound(rounds, period, asOf);
  const directive = await loadDirective(chosen.directive, workspace.folder, chosen.places.directive);
  const confirmations = loadConfirmations(workspace.folder);
  const asked = { unitTypes: directive.value.unitTypes, day: chosen.period.to };
  const register =
    registerState === 'has-units'
      ? await loadRegister(workspace.folder, asked, read)
      : await findRegister(workspace.folder, asked, read);
  const ledger = loadLedger(workspace.folder, chosen.period.id);
  const adjustments = loadAdjustments(workspace.folder, chosen.period.id, directive.value);
  const history = loadHistory(workspace.folder, rounds, chosen, register.value);
  const preceding = precedingRound(rounds, chosen, history);
  const round: Round = {
    directive: withDetails(directive.value, workspace.settings),
    period: chosen.period,
    ...register.value,
    ...(issuer.shortName === '' ? {} : { issuer: issuer.shortName }),
    ...(history.length === 0 ? {} : { history }),
    ...(preceding === undefined ? {} : { preceding }),
    acceptedLate: acceptedLateness(ledger.lines, asOf),
    adjustments: adjustments.filter(({ adjustedOn }) => adjustedOn <= asOf),
    asOf,
  };
  const confirmed = withConfirmations(round, confirmations, await directivesNamed(confirmations, workspace));
  return {
    workspace,
    round: confirmed.value,
    confirmations,
    acceptances: loadAcceptances(workspace.folder, chosen.period.id),
    adjustments,
    ledger: ledger.lines,
    today,
    isNamed: period === chosen.period.id,
    diagnostics: [
      ...workspace.diagnostics,
      ...roundDifferences(chosen, directive.value),
      ...issuerDifference(workspace.settings, directive.value),
      ...unknownDocuments(workspace.settings, await directivesOf(directiveIdsOf(rounds), workspace.folder)),
      ...directive.diagnostics,
      ...register.diagnostics,
      ...confirmed.diagnostics,
      ...ledger.diagnostics,
      ...tornJournal(workspace.folder, chosen.period.id),
    ],
  };
}
