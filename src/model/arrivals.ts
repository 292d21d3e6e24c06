import { compareTexts } from './compare-texts.ts';
import { fileOf, type Diagnostic, type Outcome } from './diagnostic.ts';
import { grouped } from './grouped.ts';
import type { PlainDate } from './plain-date.ts';
import type { Round } from './round.ts';
import type { Arrival, Submission } from './submission.ts';

/** A file that is byte for byte another report of the same unit. */
export interface Copy {
  readonly copy: Submission;
  /** The first of them by name, the one that counts. */
  readonly original: Submission;
}

/** What one unit sent that could be understood, with copies of one file set apart. */
export interface UnitReports {
  /** One for each different file, by file name. */
  readonly originals: readonly [Submission, ...Submission[]];
  readonly copies: readonly Copy[];
  /**
   * The last of the originals that no error keeps out, which counts. Several when nothing says which of them came last: they contradict one another, because
   * only one report can be meant.
   */
  readonly standing: readonly Submission[];
  /** Earlier reports in whose place a later one came, the latest first. */
  readonly replaced: readonly Submission[];
}

/** The moment at which the round is seen; nothing can have happened after it. */
type Seen = Pick<Round, 'asOf' | 'period'>;

/** The date that the report states, if it can be true. */
function statedDay({ reportedOn }: Submission, { asOf, period }: Seen): PlainDate | undefined {
  if (reportedOn.kind !== 'value') return undefined;
  return period.from <= reportedOn.value && reportedOn.value <= asOf ? reportedOn.value : undefined;
}

/**
 * The day on which the report came: the receipt ledger's, else the date that the report states (ngày báo cáo), else undefined. File
 * times are no evidence.
 */
export function receivedDay(submission: Submission, seen: Seen): PlainDate | undefined {
  return submission.receipt?.receivedOn ?? statedDay(submission, seen);
}

/**
 * Whether the first report came after the second: on a later day, or on the same day by a later entry in the ledger, or entered
 * together with it and with a later date in the report itself.
 */
function isLater(a: Submission, b: Submission, seen: Seen): boolean {
  const [dayA, dayB] = [receivedDay(a, seen), receivedDay(b, seen)];
  if (dayA === undefined || dayB === undefined) return false;
  if (dayA !== dayB) return dayA > dayB;
  if (a.receipt === undefined || b.receipt === undefined) return false;
  if (a.receipt.entry !== b.receipt.entry) return a.receipt.entry > b.receipt.entry;
  const [statedA, statedB] = [statedDay(a, seen), statedDay(b, seen)];
  return statedA !== undefined && statedB !== undefined && statedA > statedB;
}

/** The reports that none came after, and the others, the latest first. */
function bySequence(originals: readonly Submission[], seen: Seen): Pick<UnitReports, 'standing' | 'replaced'> {
  const isReplaced = (one: Submission): boolean => originals.some((other) => isLater(other, one, seen));
  const replaced = originals.filter(isReplaced);
  const rank = (one: Submission): number => replaced.filter((other) => isLater(other, one, seen)).length;
  return {
    standing: originals.filter((one) => !isReplaced(one)),
    replaced: replaced.toSorted((a, b) => rank(a) - rank(b) || compareTexts(a.file, b.file)),
  };
}

/**
 * The reports of each unit that sent any, units in the order of their first file. Equal means equal SHA-256; two reports in
 * one file are never copies of one another.
 */
export function reportsByUnit(arrivals: readonly Arrival[], seen: Seen): readonly UnitReports[] {
  const byName = arrivals
    .flatMap(({ submission }) => submission ?? [])
    .toSorted((a, b) => compareTexts(a.file, b.file));
  const refused = new Set(arrivals.flatMap(({ submission, isRefused }) => (isRefused === true ? submission : [])));
  return [...grouped(byName, ({ unit }) => unit.id).values()].map(([first, ...others]) => {
    const originals: [Submission, ...Submission[]] = [first];
    const copies: Copy[] = [];
    for (const submission of others) {
      const original = originals.find(({ sha256, file }) => sha256 === submission.sha256 && file !== submission.file);
      if (original === undefined) originals.push(submission);
      else copies.push({ copy: submission, original });
    }
    const eligible = originals.filter((one) => !refused.has(one));
    return { originals, copies, ...bySequence(eligible.length === 0 ? originals : eligible, seen) };
  });
}

/** The report of each unit that counts; a unit whose files contradict one another has none. */
export function soleSubmissions(arrivals: readonly Arrival[], seen: Seen): readonly Submission[] {
  return reportsByUnit(arrivals, seen).flatMap(({ standing }) => (standing.length === 1 ? standing : []));
}

/** The names of the files that are copies of another one. */
export function copiedFiles(arrivals: readonly Arrival[], seen: Seen): ReadonlySet<string> {
  return new Set(reportsByUnit(arrivals, seen).flatMap(({ copies }) => copies.map(({ copy }) => copy.file)));
}

/**
 * Says which reports a finding is about. Where a file holds the reports of several units, a finding about one of them names
 * it in `facts.unit`; without that, a finding at the file is about all of them, and one inside it about those whose unit is
 * not known. Nothing for a unit that sent nothing and for files of our own.
 */
export function ownerFunction(arrivals: readonly Arrival[]): (diagnostic: Diagnostic) => readonly Arrival[] {
  const byFile = grouped(arrivals, ({ source }) => source.file);
  return ({ location, facts }) => {
    if (location.kind === 'data' || location.kind === 'unit') return [];
    const inFile = byFile.get(fileOf(location) ?? '') ?? [];
    if (inFile.length <= 1) return inFile;
    if (facts['unit'] !== undefined) return inFile.filter(({ unit }) => unit?.id === facts['unit']);
    return location.kind === 'file' ? inFile : inFile.filter(({ unit }) => unit === undefined);
  };
}

/**
 * Whether the report had not come yet on the day at which the round is seen: nobody has entered when it came, and it states a later day. A
 * day that has not come even today is no evidence but a slip of the pen.
 */
function cameLater({ submission }: Arrival, { asOf }: Seen, today: PlainDate): boolean {
  if (submission === undefined || submission.receipt !== undefined) return false;
  const { reportedOn } = submission;
  return reportedOn.kind === 'value' && asOf < reportedOn.value && reportedOn.value <= today;
}

/** What is there of a file on the day at which the round is seen, and its reports that came `later`. */
export function splitByDay(
  { value, diagnostics }: Outcome<readonly Arrival[]>,
  seen: Seen,
  today: PlainDate,
): Outcome<readonly Arrival[]> & { readonly later: readonly Arrival[] } {
  const later = new Set(value.filter((arrival) => cameLater(arrival, seen, today)));
  if (later.size === 0) return { value, diagnostics, later: [] };
  const ownersOf = ownerFunction(value);
  const isOfLater = (owners: readonly Arrival[]): boolean => owners.length > 0 && owners.every((one) => later.has(one));
  return {
    value: value.filter((arrival) => !later.has(arrival)),
    diagnostics: diagnostics.filter((diagnostic) => !isOfLater(ownersOf(diagnostic))),
    later: [...later],
  };
}

/** Marks the reports that an error at their file keeps out. */
export function withRefusals(arrivals: readonly Arrival[], diagnostics: readonly Diagnostic[]): readonly Arrival[] {
  const ownersOf = ownerFunction(arrivals);
  const errors = diagnostics.filter(({ severity, location }) => severity === 'error' && location.kind === 'file');
  const refused = new Set(errors.flatMap(ownersOf));
  return arrivals.map((arrival) =>
    arrival.submission !== undefined && refused.has(arrival) ? { ...arrival, isRefused: true } : arrival,
  );
}
