import type { Directive } from '../model/directive.ts';
import { sha256 } from './fingerprint.ts';
import type { Settings } from './settings.ts';

/** The ids of the documents that a report of the directive cites. */
function citedDocuments({ document, legalBasis }: Directive): ReadonlySet<string> {
  return new Set([...(document === undefined ? [] : [document]), ...legalBasis].map(({ id }) => id));
}

/**
 * The hash of what the settings say of the report of one round (lower-case hex): the same when comments, other rounds or documents that
 * only their directives cite are added. Undefined when the settings do not have the round.
 */
export function settingsPartHash(settings: Settings, period: string, directive: Directive): string | undefined {
  const round = settings.rounds.find((one) => one.period.id === period);
  if (round === undefined) return undefined;
  const { issuer, appendixOrientation, wordTemplate } = settings;
  const cited = citedDocuments(directive);
  const documents = [...issuer.documents]
    .filter(([id]) => cited.has(id))
    .map(([id, { number, issuedOn }]) => [id, number, issuedOn ?? null])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  const { id, from, to, due } = round.period;
  const part = [
    [issuer.superior, issuer.lines, issuer.shortName, issuer.symbol, issuer.place, issuer.urgency, issuer.medium],
    [issuer.signerAuthority, issuer.signerName, issuer.addressees, issuer.recipients],
    documents,
    [appendixOrientation, wordTemplate],
    [id, from, to, due.kind, due.date, round.directive],
  ];
  return sha256(JSON.stringify(part));
}
