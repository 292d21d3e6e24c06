import { readFileSync } from 'node:fs';
import { aggregate } from '../../../src/aggregate/aggregate.ts';
import { composeReport } from '../../../src/compose/compose-report.ts';
import type { Diagnostic, Outcome } from '../../../src/model/diagnostic.ts';
import type { Directive } from '../../../src/model/directive.ts';
import type { Block, Document, Inline, Section, Table } from '../../../src/model/document.ts';
import type { Issuer } from '../../../src/model/issuer.ts';
import type { ReportModel } from '../../../src/model/report.ts';
import type { Round } from '../../../src/model/round.ts';
import type { Arrival } from '../../../src/model/submission.ts';
import type { Unit } from '../../../src/model/unit.ts';
import { parseDirective } from '../../../src/parse/directive/parse-directive.ts';
import { anArrival, aRef, aRound, aUnit, date, located, type SubmissionDraft } from '../../support/builders.ts';

function shipped(path: string): string {
  return readFileSync(new URL(`../../../templates/${path}`, import.meta.url), 'utf8');
}

function directiveOf(file: string): Directive {
  const { value: directive } = parseDirective(shipped(`directives/${file}`), file);
  if (directive === undefined) throw new Error(`${file} is faulty`);
  return directive;
}

/** The two directives that ship with the program. */
export const campaign = directiveOf('ubnd-xa-tinh-khe-cds-2025.yaml');
export const monthly = directiveOf('chu-ky-so-hang-thang.yaml');

/** The wording that ships with the program. */
export const builtIn = { file: 'bao-cao.md', text: shipped('reports/bao-cao.md') };

function village(id: string, name: string, adults: number | undefined): Unit {
  const cell = adults === undefined ? undefined : located(adults, aRef('F2', 'Đơn vị', 'don-vi.xlsx'));
  return aUnit({ id, name, adults: cell });
}

function other(id: string, name: string, type: string): Unit {
  return aUnit({ id, name, type, adults: undefined });
}

/** The small commune: three villages, two schools, two offices. */
export const villageOne = village('TH01', 'Thôn Thượng', 1200);
export const villageTwo = village('TH02', 'Thôn Trung', 850);
export const villageThree = village('TH03', 'Thôn Hạ', 640);
export const schoolOne = other('TR01', 'Trường Tiểu học Suối Mây', 'school');
export const schoolTwo = other('TR02', 'Trường Trung học cơ sở Suối Mây', 'school');
export const office = other('VP01', 'Văn phòng HĐND và UBND xã', 'office');
export const department = other('PB01', 'Phòng Kinh tế', 'department');
export const smallCommune = [villageOne, villageTwo, villageThree, schoolOne, schoolTwo, office, department] as const;

/** A text that a unit wrote. */
export function opinion(id: 'difficulties' | 'proposals', text: string) {
  return { opinion: id, text: located(text, aRef('B5', 'Khó khăn, đề xuất')) };
}

/** A village's report with those adults and holders. */
export function signatures(unit: Unit, adults: number, holders: number, draft: SubmissionDraft = {}): Arrival {
  const counts = { adults, 'signature-holders': holders, 'signature-new': 10, ...draft.counts };
  return anArrival({ directive: campaign, unit, ...draft, counts });
}

/** The report of a unit that is not a village. */
export function report(unit: Unit, draft: SubmissionDraft = {}): Arrival {
  return anArrival({ directive: campaign, unit, ...draft });
}

/** Everybody has reported in time; 1.005 of 2.000 adults hold a signature, one village is below the target. */
export const allArrived: readonly Arrival[] = [
  signatures(villageOne, 1000, 605),
  signatures(villageTwo, 500, 250),
  signatures(villageThree, 500, 150),
  ...[schoolOne, schoolTwo, office, department].map((unit) => report(unit)),
];

export interface ModelDraft extends Partial<Round> {
  readonly arrivals?: readonly Arrival[];
  readonly diagnostics?: readonly Diagnostic[];
}

/** The campaign round of the small commune; what is not said is as in `allArrived`. */
export function aModel({ arrivals = allArrived, diagnostics = [], ...round }: ModelDraft = {}): ReportModel {
  return aggregate(arrivals, diagnostics, aRound({ directive: campaign, units: smallCommune, ...round }));
}

/** Settings without a blank. */
export function anIssuer(overrides: Partial<Issuer> = {}): Issuer {
  return {
    file: 'tkcds.yaml',
    superior: '',
    lines: ['ỦY BAN NHÂN DÂN', 'XÃ SUỐI MÂY'],
    shortName: 'UBND xã Suối Mây',
    symbol: 'BC-UBND',
    letterSymbol: 'UBND-VHXH',
    place: 'Suối Mây',
    urgency: '',
    medium: 'paper',
    signerAuthority: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    signerName: 'Nguyễn Văn A',
    addressees: ['Sở Khoa học và Công nghệ'],
    recipients: ['Như trên', 'Lưu: VT, VHXH'],
    documents: new Map([
      ['directive', { number: '15', issuedOn: date('2025-09-30') }],
      ['department-request', { number: '', issuedOn: date('2025-09-05') }],
    ]),
    ...overrides,
  };
}

/** That wording over that model; the built-in wording by default. */
export function compose(
  text: string = builtIn.text,
  model: ReportModel = aModel(),
  issuer: Issuer = anIssuer(),
): Outcome<Document | undefined> {
  return composeReport(model, issuer, { file: 'bao-cao.md', text });
}

/** The document, or a fault of the test. */
export function composed(text?: string, model?: ReportModel, issuer?: Issuer): Document {
  const { value: document, diagnostics } = compose(text, model, issuer);
  if (document === undefined) throw new Error(JSON.stringify(diagnostics));
  return document;
}

/** The blocks of a wording that begins after the document's name and abstract, without letterhead and signature. */
export function bodyOf(text: string, model?: ReportModel): readonly Block[] {
  const [main] = composed(`# BÁO CÁO\n\nKết quả\n\n${text}\n\nHết.`, model).sections;
  return (main?.blocks ?? []).slice(3, -2);
}

function words(inlines: readonly Inline[]): string {
  return inlines.map(({ text }) => text).join('');
}

/** What a block says, one entry a line; table rows with ` | `. */
export function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'letterhead':
      return [...block.issuer, block.symbol, block.place];
    case 'title':
      return [block.name, block.abstract];
    case 'addressees':
      return block.names;
    case 'heading':
      return [block.text];
    case 'paragraph':
    case 'note':
      return [words(block.inlines)];
    case 'list':
      return block.entries.map((entry) => `- ${words(entry)}`);
    case 'table':
      return [...block.header.map((row) => row.map(({ text }) => text)), ...block.rows.map(({ cells }) => cells)].map(
        (row) => row.join(' | '),
      );
    case 'chart':
      return [block.title, block.description];
    case 'appendix-title':
      return [block.label, block.title, block.reference];
    case 'signature':
      return [...block.recipients, ...block.authority, block.name];
  }
}

/** Everything the section says. */
export function sectionLines(section: Section | undefined): readonly string[] {
  return (section?.blocks ?? []).flatMap(linesOf);
}

/** Everything the document says, in order. */
export function documentLines(document: Document): readonly string[] {
  return document.sections.flatMap(sectionLines);
}

/** The tables among the blocks. */
export function tablesIn(blocks: readonly Block[]): readonly Table[] {
  return blocks.filter((block) => block.kind === 'table');
}
