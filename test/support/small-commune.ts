import { readFileSync } from 'node:fs';
import type { Outcome } from '../../src/model/diagnostic.ts';
import type { Directive } from '../../src/model/directive.ts';
import { parsePlainDate, type PlainDate } from '../../src/model/plain-date.ts';
import type { Round } from '../../src/model/round.ts';
import type { Unit } from '../../src/model/unit.ts';
import { readDirective } from '../../src/pipeline-directive.ts';

/**
 * The small invented commune of the rule pages and golden tests, xã Suối Mây: three villages, two schools, two offices.
 * Described in fixtures/small-commune.md.
 */
export const DIRECTIVE_FILE = 'ubnd-xa-tinh-khe-cds-2025.yaml';

/** The text of a file that ships with the program. */
export function shippedText(path: string): string {
  return readFileSync(new URL(`../../templates/${path}`, import.meta.url), 'utf8');
}

/** The day of that text; a test with an impossible day is wrong. */
export function day(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === undefined) throw new Error(`${text} is not a day`);
  return date;
}

const directives = new Map<string, Outcome<Directive | undefined>>();

/** What reading the directive gives; the same object for the same text, so that what is remembered of a directive serves again. */
export function directiveOf(text: string, file: string): Outcome<Directive | undefined> {
  const key = JSON.stringify([file, text]);
  const outcome = directives.get(key) ?? readDirective(text, file);
  directives.set(key, outcome);
  return outcome;
}

/** The campaign directive, or that text of it. */
export function campaignDirective(text = shippedText(`directives/${DIRECTIVE_FILE}`)): Directive {
  const { value, diagnostics } = directiveOf(text, DIRECTIVE_FILE);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}

interface RegisterRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly adults?: number;
  readonly households?: number;
}

const REGISTER: readonly RegisterRow[] = [
  { id: 'TH01', name: 'Thôn Thượng', type: 'village', adults: 1200, households: 410 },
  { id: 'TH02', name: 'Thôn Trung', type: 'village', adults: 850, households: 300 },
  { id: 'TH03', name: 'Thôn Hạ', type: 'village', adults: 640, households: 215 },
  { id: 'TR01', name: 'Trường Tiểu học Suối Mây', type: 'school' },
  { id: 'TR02', name: 'Trường Trung học cơ sở Suối Mây', type: 'school' },
  { id: 'VP01', name: 'Văn phòng HĐND và UBND xã', type: 'office' },
  { id: 'PB01', name: 'Phòng Kinh tế', type: 'department' },
];

function registerCell(row: number, column: string, value: number) {
  return { value, raw: String(value), ref: { file: 'don-vi.xlsx', sheet: 'Đơn vị', address: `${column}${row}` } };
}

/** The register as if read from don-vi.xlsx, with the cells of its numbers. */
export function smallCommuneUnits(): readonly Unit[] {
  return REGISTER.map(({ id, name, type, adults, households }, index) => ({
    id,
    name,
    type,
    formerCommune: '',
    aliases: [],
    adults: adults === undefined ? undefined : registerCell(index + 2, 'F', adults),
    adultsSource: adults === undefined ? '' : 'Công an xã',
    adultsAsOf: adults === undefined ? undefined : day('2025-09-30'),
    households: households === undefined ? undefined : registerCell(index + 2, 'I', households),
  }));
}

/** The October round of the small commune, two days after the deadline. */
export function smallCommuneRound(directive = campaignDirective(), asOf = day('2025-11-12')): Round {
  return {
    directive,
    period: {
      id: '2025-10',
      from: day('2025-10-01'),
      to: day('2025-10-31'),
      due: { kind: 'before', date: day('2025-11-10') },
    },
    units: smallCommuneUnits(),
    asOf,
  };
}
