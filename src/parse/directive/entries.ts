import type {
  CitedDocument,
  Computation,
  Indicator,
  Measure,
  Source,
  TaskGroup,
  UnitType,
} from '../../model/directive.ts';
import type { DirectiveFile } from './schema.ts';

/** The entry of a list that may be left out. */
export type Entry<List> = NonNullable<List> extends readonly (infer Item)[] ? Item : never;

interface SourceKeys {
  readonly clause?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The schema has seen to it that there is a clause, or a note that says why there is none. */
export function sourceOf({ clause, note }: SourceKeys): Source {
  const isClause = clause !== undefined && clause !== null && clause !== '';
  return isClause ? { kind: 'clause', clause } : { kind: 'configuration', note: note ?? '' };
}

/** A blank is “not given”. */
function given(text: string | null | undefined): string | undefined {
  return text === null || text === '' ? undefined : text;
}

/** A cited document; what its text leaves blank is undefined. */
export function citedDocument(entry: NonNullable<DirectiveFile['document']>): CitedDocument {
  const { id, type, number, symbol, issuedOn, issuer, subject } = entry;
  return {
    id,
    type,
    number: given(number),
    symbol,
    issuedOn: issuedOn ?? undefined,
    issuer,
    subject,
    source: sourceOf(entry),
  };
}

/** A kind of unit. */
export function unitType(entry: Entry<DirectiveFile['unitTypes']>): UnitType {
  const { id, name, plural, aliases, mustReport, receivesForm } = entry;
  const source = sourceOf(entry);
  return { id, name, plural, aliases: aliases ?? [], mustReport, receivesForm: receivesForm ?? true, source };
}

/** A clause with its tasks and the unit types it binds. */
export function taskGroup({ id, clause, title, binds, tasks }: Entry<DirectiveFile['taskGroups']>): TaskGroup {
  return {
    id,
    clause,
    title,
    binds: binds.map((entry) => ({ unitType: entry.unitType, source: sourceOf(entry) })),
    tasks: tasks.map((entry) => ({
      id: entry.id,
      title: entry.title,
      aliases: entry.aliases ?? [],
      guidance: entry.guidance,
      source: sourceOf(entry),
    })),
  };
}

/** A number that units are asked for. */
export function indicator(entry: Entry<DirectiveFile['indicators']>): Indicator {
  const computed: Computation | undefined = entry.computed ?? undefined;
  const { id, code, title, aliases, counts, unitTypes, whenBlank, guidance } = entry;
  const source = sourceOf(entry);
  const plain = { id, code, title, aliases: aliases ?? [], counts, unitTypes, whenBlank, guidance, computed, source };
  return {
    ...plain,
    ...(entry.cumulative === true ? { isCumulative: true } : {}),
    ...(entry.standing === true ? { isStanding: true } : {}),
  };
}

/** A figure of the commune. */
export function measure(entry: Entry<DirectiveFile['measures']>): Measure {
  const source = sourceOf(entry);
  switch (entry.kind) {
    case 'coverage': {
      const { kind, id, title, numerator, denominator, target } = entry;
      return { kind, id, title, numerator, denominator, unitType: entry.unitType, target, source };
    }
    case 'sum':
      return {
        kind: entry.kind,
        id: entry.id,
        title: entry.title,
        indicator: entry.indicator,
        unitType: entry.unitType,
        source,
      };
  }
}
