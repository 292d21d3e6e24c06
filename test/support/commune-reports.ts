import { sealJson } from '../../src/workspace/fingerprint.ts';

/** One village of an invented commune: what it sent. */
export interface VillageFigures {
  readonly adults: number;
  readonly holders: number;
  readonly guided: number | undefined;
  readonly state: 'counted' | 'left-out' | 'not-reported';
  readonly status: 'on-time' | 'late' | 'missing';
}

/** An invented commune's round. */
export interface CommuneFigures {
  readonly name: string;
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly countedOn?: string;
  readonly version?: 'draft' | 'final';
  readonly openErrors?: number;
  readonly directive?: { readonly id: string; readonly version: number };
  readonly target?: { readonly comparison: 'more-than' | 'at-least'; readonly percent: number };
  readonly coverageTitle?: string;
  readonly denominatorIndicator?: string;
  readonly villages: readonly VillageFigures[];
}

const TITLES = {
  adults: 'Số người từ đủ 18 tuổi trở lên',
  holders: 'Số người đã có chữ ký số',
  guided: 'Số người được hướng dẫn',
  households: 'Số hộ',
} as const;

/** A village that has reported in time. */
export function aVillage(adults: number, holders: number, guided: number | undefined = 10): VillageFigures {
  return { adults, holders, guided, state: 'counted', status: 'on-time' };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function idOf(index: number): string {
  return `TH${String(index + 1).padStart(2, '0')}`;
}

function cellOf(index: number): object {
  return { file: `${idOf(index)}.xlsx`, sheet: 'Chỉ tiêu', address: 'D5' };
}

function unitOf(village: VillageFigures, index: number, countedOn: string): object {
  const isIn = village.status !== 'missing';
  return {
    id: idOf(index),
    name: `Thôn ${String(index + 1)}`,
    unitType: 'village',
    mustReport: true,
    registeredAdults: null,
    status: village.status,
    isCounted: isIn,
    isConflicting: false,
    files: isIn ? [`${idOf(index)}.xlsx`] : [],
    reportedOn: null,
    reportedOnCell: null,
    countedOn: isIn ? countedOn : null,
    countedOnCell: null,
    errorCount: 0,
    warningCount: 0,
    infoCount: 0,
    assignedTaskCount: 0,
    answeredTaskCount: 0,
    completedTaskCount: 0,
  };
}

function rateOf(villages: readonly VillageFigures[], unitType: string | null): object {
  const expected = villages.length;
  const received = villages.filter(({ status }) => status !== 'missing').length;
  const onTime = villages.filter(({ status }) => status === 'on-time').length;
  return {
    unitType,
    expected,
    received,
    onTime,
    rate: { numerator: received, denominator: expected },
    rateOnTime: { numerator: onTime, denominator: expected },
  };
}

function coverageOf(figures: CommuneFigures): object {
  const { villages, target = { comparison: 'more-than', percent: 50 }, denominatorIndicator = 'adults' } = figures;
  const counted = villages.filter(({ state }) => state === 'counted');
  const [numerator, denominator] = [
    sum(counted.map(({ holders }) => holders)),
    sum(counted.map(({ adults }) => adults)),
  ];
  const product = denominator * target.percent;
  const required = target.comparison === 'more-than' ? Math.floor(product / 100) + 1 : Math.ceil(product / 100);
  const isMet = numerator >= required;
  return {
    id: 'signature-coverage',
    title: figures.coverageTitle ?? 'Tỷ lệ người trưởng thành có chữ ký số',
    source: { kind: 'clause', clause: 'II.3' },
    unitType: 'village',
    numeratorIndicator: 'holders',
    denominatorIndicator,
    target,
    ratio: { numerator, denominator },
    verdict: denominator === 0 ? 'no-data' : isMet ? 'met' : 'not-met',
    shortfall: Math.max(0, required - numerator),
    countedUnitCount: counted.length,
    expectedUnitCount: villages.length,
    bounds: null,
    unbounded: [],
    rows: villages.map(({ adults, holders, state }, index) => ({
      unit: idOf(index),
      state,
      numerator: state === 'counted' ? { value: holders, cell: cellOf(index) } : null,
      denominator: state === 'counted' ? { value: adults, cell: cellOf(index) } : null,
      isMet: false,
      shortfall: null,
    })),
  };
}

function totalOf({ villages }: CommuneFigures): object {
  const parts = villages.flatMap(({ guided, status }, index) =>
    guided === undefined || status === 'missing' ? [] : [{ unit: idOf(index), value: guided, cell: cellOf(index) }],
  );
  return {
    id: 'guided/village',
    title: TITLES.guided,
    indicator: 'guided',
    counts: 'person',
    unitType: 'village',
    value: sum(parts.map(({ value }) => value)),
    countedUnitCount: parts.length,
    expectedUnitCount: villages.length,
    parts,
  };
}

/** The commune's `bao-cao.json` as data, in the shape of docs/bao-cao-json.md. */
export function communeContent(figures: CommuneFigures): Readonly<Record<string, unknown>> {
  const { name, villages, period = '2025-10', countedOn = '2025-10-31', version = 'final', openErrors = 0 } = figures;
  const { from = '2025-10-01', to = '2025-10-31', asOf = '2025-11-12' } = figures;
  return {
    schemaVersion: 1,
    program: { name: 'tkcds', version: '0.1.0' },
    round: { id: period, from, to, due: { kind: 'before', date: '2025-11-10' }, asOf },
    issuer: name === '' ? null : { name },
    directive: {
      ...(figures.directive ?? { id: 'chi-thi-mau', version: 1 }),
      unitTypes: [{ id: 'village', name: 'Thôn' }],
      indicators: Object.entries(TITLES).map(([id, title]) => ({ id, title, counts: 'person' })),
    },
    report: { file: 'bao-cao.docx', sha256: 'a'.repeat(64), version },
    summary: { file: 'tong-hop.xlsx', sha256: 'b'.repeat(64) },
    inputs: [],
    sources: [],
    units: villages.map((village, index) => unitOf(village, index, countedOn)),
    rates: { overall: rateOf(villages, null), byUnitType: [rateOf(villages, 'village')] },
    coverages: [coverageOf(figures)],
    totals: [totalOf(figures)],
    compliance: [],
    leftOut: [],
    accepted: [],
    opinions: [],
    findings: Array.from({ length: openErrors }, () => ({ rule: 'indicator-blank', severity: 'error' })),
  };
}

/** Content as `tkcds report` writes it: indented, with its fingerprint. */
export function sealed(content: object): string {
  return sealJson(`${JSON.stringify(content, undefined, 2)}\n`);
}

/** The commune's `bao-cao.json` as it lies on the disk. */
export function communeJson(figures: CommuneFigures): string {
  return sealed(communeContent(figures));
}

/** Whole numbers from a seed: the same on every machine. */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const FIRST = ['Suối', 'Đồng', 'Bình', 'Phước', 'Nghĩa', 'Sơn', 'Trà', 'Mỹ'];
const SECOND = ['Mây', 'Trăng', 'Nguyên', 'Hậu', 'Thuận', 'Đỉnh', 'Bồng', 'Lại', 'Khê', 'Hòa', 'Kỳ', 'Ơn'];

/** The name of an invented commune of a province of 96. */
export function communeName(index: number): string {
  const kind = index % 12 === 11 ? 'phường' : 'xã';
  return `${kind} ${FIRST[index % 8] ?? ''} ${SECOND[Math.floor(index / 8) % 12] ?? ''}`;
}

/** A commune's villages by chance: some are missing, some have an error, some left a figure blank. */
export function seededVillages(next: (below: number) => number): readonly VillageFigures[] {
  return Array.from({ length: 5 + next(25) }, () => {
    const adults = 200 + next(1_500);
    const fate = next(20);
    const status = fate === 0 ? 'missing' : fate === 1 ? 'late' : 'on-time';
    return {
      adults,
      holders: next(adults + 1),
      guided: next(5) === 0 ? undefined : next(300),
      state: fate === 0 ? 'not-reported' : fate === 2 ? 'left-out' : 'counted',
      status,
    };
  });
}
