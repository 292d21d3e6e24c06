import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256, type Clerk } from './clerk.ts';
import { CODES } from './ground-truth.ts';
import type { PlainFigures, UnitFigures } from './plain-figures.ts';

/** What is compared of `bao-cao.json`; its shape is the one that docs/bao-cao-json.md documents. */
interface Written {
  readonly units: readonly (UnitFigures & { readonly id: string; readonly unitType: string })[];
  readonly directive: { readonly indicators: readonly { readonly id: string }[] };
  readonly rates: {
    readonly overall: { readonly expected: number; readonly received: number; readonly onTime: number };
  };
  readonly coverages: readonly {
    readonly ratio: Pair;
    readonly verdict: string;
    readonly countedUnitCount: number;
    readonly expectedUnitCount: number;
    readonly rows: readonly {
      readonly unit: string;
      readonly state: string;
      readonly numerator: { readonly value: number } | null;
      readonly denominator: { readonly value: number } | null;
    }[];
  }[];
  readonly totals: readonly {
    readonly indicator: string;
    readonly value: number;
    readonly parts: readonly {
      readonly unit: string;
      readonly value: number;
      readonly cell: { readonly file: string };
    }[];
  }[];
  readonly changes?: readonly {
    readonly previous: { readonly id: string };
    readonly unitCount: number;
    readonly before: Pair;
    readonly now: Pair;
  }[];
}
interface Pair {
  readonly numerator: number;
  readonly denominator: number;
}

const INDICATORS = new Map<string, (typeof CODES)[number]>([
  ['adults', 'CT01'],
  ['signature-holders', 'CT02'],
  ['signature-new', 'CT03'],
  ['people-guided', 'CT05'],
  ['households-visited', 'CT06'],
]);

const pair = ({ numerator, denominator }: Pair): readonly [number, number] => [numerator, denominator];

/** The year's files by their names in the inbox; told by their bytes. */
function namesIn({ folder, sent }: Clerk, month: string): (name: string) => string {
  const inbox = join(folder, 'nop', month);
  const names = existsSync(inbox) ? readdirSync(inbox) : [];
  const ids = new Map(names.map((name) => [name, sent.get(sha256(readFileSync(join(inbox, name))))]));
  return (name) => ids.get(name) ?? `? ${name}`;
}

/** The villages by their codes, with what `pick` takes of each and the year's names of its files. */
function unitsOf<T>(
  { units }: Pick<Written, 'units'>,
  nameOf: (name: string) => string,
  pick: (unit: UnitFigures) => T,
): Readonly<Record<string, T & { readonly files: readonly string[] }>> {
  const villages = units.filter(({ unitType }) => unitType === 'village');
  return Object.fromEntries(
    villages.map((unit) => [unit.id, { ...pick(unit), files: [...new Set(unit.files.map(nameOf))].toSorted() }]),
  );
}

function lookOf({ status, isCounted, receivedOn, receivedBy, acceptedLate }: UnitFigures) {
  return { status, isCounted, receivedOn, receivedBy, acceptedLate };
}

/** What the written report says, in the words of the independent figures. */
export function writtenFigures(clerk: Clerk, month: string): PlainFigures {
  const text = readFileSync(join(clerk.folder, 'ket-qua', month, 'bao-cao.json'), 'utf8');
  const written = JSON.parse(text) as Written;
  const nameOf = namesIn(clerk, month);
  const [coverage] = written.coverages;
  if (coverage === undefined) throw new Error('no coverage');
  const [change] = written.changes ?? [];
  const { expected, received, onTime } = written.rates.overall;
  return {
    units: unitsOf(written, nameOf, (unit) => ({ ...lookOf(unit), isConflicting: unit.isConflicting })),
    rate: { expected, received, onTime },
    coverage: {
      ratio: pair(coverage.ratio),
      verdict: coverage.verdict,
      counted: [coverage.countedUnitCount, coverage.expectedUnitCount],
      rows: Object.fromEntries(
        coverage.rows.map((row) => [
          row.unit,
          [row.state, row.numerator?.value ?? null, row.denominator?.value ?? null],
        ]),
      ),
    },
    totals: Object.fromEntries(
      written.totals.map(({ indicator, value, parts }) => [
        INDICATORS.get(indicator) ?? indicator,
        { value, parts: Object.fromEntries(parts.map((part) => [part.unit, [part.value, nameOf(part.cell.file)]])) },
      ]),
    ),
    change:
      change === undefined
        ? undefined
        : {
            previous: change.previous.id,
            unitCount: change.unitCount,
            before: pair(change.before),
            now: pair(change.now),
          },
  };
}

/** What `tkcds status --json` says, in the same words. */
export function lookedUp(clerk: Clerk, month: string, answer: unknown): unknown {
  const { units, rates } = answer as Pick<Written, 'rates' | 'units'>;
  const { expected, received, onTime } = rates.overall;
  return { units: unitsOf({ units }, namesIn(clerk, month), lookOf), rate: { expected, received, onTime } };
}
