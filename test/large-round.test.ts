import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, Document, Table } from '../src/model/document.ts';
import type { ReportModel } from '../src/model/report.ts';
import type { Unit } from '../src/model/unit.ts';
import { composeDocument, inspectDocument, renderReport, summarize } from '../src/pipeline.ts';
import { structureErrors } from './external/support/ooxml-structure.ts';
import { anArrival, aRef, aRound, aUnit, located } from './support/builders.ts';
import { printDiagnostics } from './support/print-diagnostics.ts';
import { campaignDirective, shippedText } from './support/small-commune.ts';
import { smallCommuneIssuer } from './support/small-settings.ts';

// A round of 400 units: the files would be too long to be read, so that what holds of them is computed here.

const VILLAGES = 300;
const SCHOOLS = 100;
/** Of every seventh village nothing came. */
const MISSING_EVERY = 7;

interface Village {
  readonly unit: Unit;
  readonly adults: number;
  readonly holders: number;
  readonly newHolders: number;
  readonly hasReported: boolean;
}

const directive = campaignDirective();

function numbered(prefix: string, index: number): string {
  return `${prefix}${String(index + 1).padStart(3, '0')}`;
}

/** No two villages are alike; their shares run from 30 % to 69 %. */
function aVillage(index: number): Village {
  const adults = 500 + 13 * index;
  const cell = located(adults, aRef(`F${index + 2}`, 'Đơn vị', 'don-vi.xlsx'));
  return {
    unit: aUnit({ id: numbered('TH', index), name: `Thôn số ${index + 1}`, adults: cell }),
    adults,
    holders: Math.floor((adults * (30 + (index % 40))) / 100),
    newHolders: index % 11,
    hasReported: (index + 1) % MISSING_EVERY !== 0,
  };
}

const villages = Array.from({ length: VILLAGES }, (_, index) => aVillage(index));
const schools = Array.from({ length: SCHOOLS }, (_, index) =>
  aUnit({ id: numbered('TR', index), name: `Trường số ${index + 1}`, type: 'school', adults: undefined }),
);
const units = [...villages.map(({ unit }) => unit), ...schools];
const reporting = villages.filter(({ hasReported }) => hasReported);

const sumOf = (count: (village: Village) => number): number =>
  reporting.reduce((sum, village) => sum + count(village), 0);

function villageArrival({ unit, adults, holders, newHolders }: Village) {
  const counts = { adults, 'signature-holders': holders, 'signature-new': newHolders };
  return anArrival({ directive, unit, counts });
}

function tablesOf({ sections }: Document): readonly Table[] {
  const blocks: readonly Block[] = sections.flatMap((section) => section.blocks);
  return blocks.filter((block) => block.kind === 'table');
}

/** What stands in the second column, behind the number of the row. */
function namedIn(table: Table): readonly string[] {
  return table.rows.map(({ cells }) => cells[1] ?? '');
}

let model: ReportModel;
let document: Document;
let docx: Uint8Array;

beforeAll(async () => {
  const arrivals = [
    ...reporting.map(villageArrival),
    ...schools.map((unit, index) => anArrival({ directive, unit, counts: { 'news-items': index } })),
  ];
  model = summarize({ arrivals, diagnostics: [] }, aRound({ directive, units }));
  const template = { file: 'bao-cao.md', text: shippedText('reports/bao-cao.md') };
  const { value, diagnostics } = await composeDocument(model, smallCommuneIssuer(), template);
  if (value === undefined) throw new Error(printDiagnostics(diagnostics));
  document = value;
  docx = await renderReport(document);
}, 120_000);

describe('a round of 400 units', () => {
  test('every unit has its outcome, and its row in an appendix', () => {
    expect(model.units.map(({ unit }) => unit.id)).toEqual(units.map(({ id }) => id));
    const named = new Set(tablesOf(document).flatMap(namedIn));
    expect(units.filter(({ name }) => !named.has(name)).map(({ name }) => name)).toEqual([]);
  });

  test('the share is that of the sums', () => {
    const [coverage] = model.coverages;
    const [holders, adults] = [sumOf((village) => village.holders), sumOf((village) => village.adults)];
    expect(coverage?.ratio).toEqual({ numerator: holders, denominator: adults });
    expect(coverage?.verdict).toBe(2 * holders > adults ? 'met' : 'not-met');
    const met = coverage?.rows.filter(({ isMet }) => isMet).map(({ unit }) => unit.id);
    const expected = reporting.filter((village) => 2 * village.holders > village.adults).map(({ unit }) => unit.id);
    expect(met).toEqual(expected);
  });

  test('what is missing bounds the share', () => {
    const [coverage] = model.coverages;
    const everyone = villages.reduce((sum, { adults }) => sum + adults, 0);
    const [holders, adults] = [sumOf((village) => village.holders), sumOf((village) => village.adults)];
    expect(coverage?.bounds?.lowest).toEqual({ numerator: holders, denominator: everyone });
    expect(coverage?.bounds?.highest).toEqual({ numerator: holders + everyone - adults, denominator: everyone });
  });

  test.each([
    ['signature-new', 'village', () => sumOf(({ newHolders }) => newHolders), reporting.length, VILLAGES],
    ['news-items', 'school', () => (SCHOOLS * (SCHOOLS - 1)) / 2, SCHOOLS, SCHOOLS],
  ] as const)('%s of every %s adds up', (id, type, sum, counted, expected) => {
    const total = model.totals.find(({ indicator, unitType }) => indicator.id === id && unitType.id === type);
    expect([total?.value, total?.countedUnitCount, total?.expectedUnitCount]).toEqual([sum(), counted, expected]);
  });

  test('who did not report is counted and named', () => {
    const missing = villages.filter(({ hasReported }) => !hasReported).map(({ unit }) => unit);
    expect(model.units.filter(({ status }) => status === 'missing').map(({ unit }) => unit.id)).toEqual(
      missing.map(({ id }) => id),
    );
    expect(model.overallRate).toMatchObject({ expected: 400, received: 400 - missing.length });
  });

  test('Word opens the report without repair', () => {
    expect(structureErrors(docx)).toEqual([]);
  });

  test('its form is that of the decree', async () => {
    const found = await inspectDocument(docx, 'bao-cao.docx');
    expect(printDiagnostics(found.filter(({ severity }) => severity !== 'info'))).toBe('');
  });

  test('made again, it has the same bytes', async () => {
    expect(Buffer.from(docx).equals(await renderReport(document))).toBe(true);
  }, 60_000);
});
