import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Document } from '../../model/document.ts';
import type { Issuer } from '../../model/issuer.ts';
import type { ReportModel } from '../../model/report.ts';
import type { WordFilling, WordTemplate } from '../../model/word-template.ts';
import { blankDetails, blankSettings } from '../issuer-parts.ts';
import { checkTags } from './check-tags.ts';
import { ISSUER_TAGS, wordNames, type WordNames } from './names.ts';

/** The report as it is drawn without a template, and what was found in composing it. */
export interface Composed {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** The settings that the parts of the report print, beside those with a tag of their own. */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  'issuer.name': ['issuer.shortName'],
  body: ['issuer.shortName'],
  appendices: ['issuer.shortName', 'issuer.symbol'],
  letterhead: ['issuer.lines', 'issuer.symbol', 'issuer.place'],
  addressees: ['issuer.addressees'],
  signature: ['issuer.signer.authority', 'issuer.signer.name', 'issuer.recipients'],
};

function pathOf({ location }: Diagnostic): string {
  return location.kind === 'data' ? location.path : '';
}

/** Of what was found in composing only what the template prints; what the template says itself is no blank. */
function findingsOn(
  used: ReadonlySet<string>,
  names: WordNames,
  issuer: Issuer,
  composed: Composed,
): readonly Diagnostic[] {
  const paths = new Set([
    ...[...used].flatMap((name) => PRINTED[name] ?? []),
    ...ISSUER_TAGS.filter(({ name }) => used.has(name)).map(({ path }) => path),
  ]);
  const blanks = blankSettings(issuer, false);
  const isBlank = (found: Diagnostic): boolean => blanks.some(({ rule }) => rule === found.rule);
  const hasText = used.has('body') || used.has('appendices');
  const text = hasText ? composed.diagnostics.filter((found) => !isBlank(found)) : [];
  const cited = [...used].flatMap((name) => names.citations.get(name) ?? []);
  const details = blankDetails([...new Set(cited)], issuer);
  const known = new Set(text.map(pathOf));
  return [
    ...blanks.filter((found) => paths.has(pathOf(found))),
    ...text,
    ...details.filter((found) => !known.has(pathOf(found))),
  ];
}

function only<T>(map: ReadonlyMap<string, T>, used: ReadonlySet<string>): readonly (readonly [string, T])[] {
  return [...map].filter(([name]) => used.has(name));
}

/**
 * What the tags of a template stand for. A tag that is unknown or stands where it cannot be filled is a finding of severity
 * error, and then there is no value.
 */
export function fillWord(
  template: WordTemplate,
  model: ReportModel,
  issuer: Issuer,
  composed: Composed,
  request: { readonly file: string; readonly isDraft: boolean },
): Outcome<WordFilling | undefined> {
  const names = wordNames(model, issuer, composed.document);
  const faults = checkTags(template, names, request);
  if (faults.length > 0) return { value: undefined, diagnostics: faults };
  const used = new Set(template.tags.map(({ name }) => name));
  const lists = new Set([...used].flatMap((name) => names.fields.get(name) ?? []));
  return {
    value: {
      values: new Map(only(names.values, used)),
      lists: new Map(only(names.lists, lists)),
      blocks: new Map(only(names.blocks, used).map(([name, draw]) => [name, draw()])),
      charts: new Map(only(names.charts, used).map(([name, draw]) => [name, draw()])),
    },
    diagnostics: findingsOn(used, names, issuer, composed),
  };
}
