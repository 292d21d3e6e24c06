import type { Chart, Document, Section } from '../../model/document.ts';
import type { Issuer } from '../../model/issuer.ts';
import type { ReportModel } from '../../model/report.ts';
import type { WordBlocks } from '../../model/word-template.ts';
import { TABLES } from '../blocks/index.ts';
import { CHARTS } from '../charts/index.ts';
import { type Citation, citationOf, DOTS } from '../citation.ts';
import { buildContext } from '../context.ts';
import { draftNote } from '../draft.ts';
import type { GeneratedTable } from '../generated-table.ts';
import { asScopeObject, type ScopeObject, type ScopeValue } from '../scope.ts';
import { unitNames, type UnitNames } from '../unit-names.ts';
import { evaluate, type Evaluated } from './evaluate.ts';
import { COVERAGE_SHAPE, GROUP_SHAPE, WORD_SHAPE, type Shape } from './shape.ts';

/** The tag that says in a draft what it is; empty in the final version. */
export const DRAFT_NOTE = 'draft_note';

/** In the commune's own file nothing stands at the figures. */
const WHERE = 'xem các phát hiện trong tong-hop.xlsx';

/** Every tag that a template may have in this round, and what it stands for. */
export interface WordNames extends Evaluated {
  readonly blocks: ReadonlyMap<string, () => WordBlocks>;
  readonly charts: ReadonlyMap<string, () => Chart>;
  /** By their tags. */
  readonly citations: ReadonlyMap<string, Citation>;
}

/** What the settings say of the issuer, as tags: its settings and what is printed. */
export const ISSUER_TAGS: readonly {
  readonly name: string;
  readonly path: string;
  readonly of: (issuer: Issuer) => readonly string[];
}[] = [
  { name: 'issuer.superior', path: 'issuer.superior', of: ({ superior }) => [superior] },
  { name: 'issuer.lines', path: 'issuer.lines', of: ({ lines }) => [lines.join(' ')] },
  { name: 'issuer.symbol', path: 'issuer.symbol', of: ({ symbol }) => [symbol] },
  { name: 'issuer.place', path: 'issuer.place', of: ({ place }) => [place] },
  { name: 'issuer.addressees', path: 'issuer.addressees', of: ({ addressees }) => [addressees.join('; ')] },
  { name: 'issuer.signer_authority', path: 'issuer.signer.authority', of: ({ signerAuthority }) => signerAuthority },
  { name: 'issuer.signer_name', path: 'issuer.signer.name', of: ({ signerName }) => [signerName] },
];

/** Tags that become parts of the report, beside those of tables. */
export const BLOCK_TAGS = ['letterhead', 'title', 'addressees', 'body', 'signature', 'appendices'] as const;

function addIssuer(issuer: Issuer, into: Evaluated): void {
  for (const { name, path, of } of ISSUER_TAGS) {
    const lines = Object.values(asScopeObject(Object.fromEntries(of(issuer).map((line, index) => [`${index}`, line]))));
    const text = lines.filter((line) => typeof line === 'string').join('\n');
    // A body above is usual for none; everything else that is blank is left to be filled in.
    into.values.set(name, text === '' && path !== 'issuer.superior' ? DOTS : text);
  }
}

/** A clause that binds no unit of the register has no row: its zeros would say nothing. */
function boundGroups(groups: ScopeValue | undefined): ScopeValue {
  if (!Array.isArray(groups)) return [];
  return (groups as readonly ScopeObject[]).filter(({ units }) => units !== 0);
}

/** Entries of a list, each under a name of its own: `coverage.<id>.ratio`. */
function addById(prefix: string, shape: Shape, entries: ScopeValue | undefined, into: Evaluated): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries as readonly ScopeObject[]) {
    if (typeof entry['id'] === 'string') evaluate(`${prefix}.${entry['id']}.`, shape, entry, into);
  }
}

function citationsOf({ round }: ReportModel, issuer: Issuer): readonly Citation[] {
  const { document, legalBasis } = round.directive;
  return (document === undefined ? legalBasis : [document, ...legalBasis]).map((cited) => citationOf(cited, issuer));
}

/** The names of a generated table or chart: with what it is about behind it, where there is more than one. */
function subjectsOf({ name, subjects }: GeneratedTable, model: ReportModel): readonly (readonly [string, string])[] {
  return subjects === undefined ? [[name, '']] : subjects(model).map((subject) => [`${name}.${subject}`, subject]);
}

/** Drawn where there is nothing to compare: the numbers of the template must not stay. */
const NO_CHART: Chart = {
  kind: 'chart',
  title: '',
  description: 'Chưa đủ số liệu để vẽ biểu đồ',
  categories: ['Chưa đủ số liệu để vẽ biểu đồ'],
  arrangement: 'plain',
  unit: 'count',
  series: [{ name: 'Chưa có số liệu', values: [undefined], labels: [], shades: ['dark'] }],
};

function chartsOf(model: ReportModel, names: UnitNames): ReadonlyMap<string, () => Chart> {
  const entries = CHARTS.flatMap((chart) =>
    subjectsOf(chart, model).map(([name, subject]) => {
      const draw = (): Chart =>
        chart.compose(model, names, subject).find((block) => block.kind === 'chart') ?? NO_CHART;
      return [`chart.${name}`, draw] as const;
    }),
  );
  return new Map(entries);
}

/** The parts of the report's first section by their tags. */
function partsOf(main: Section | undefined): ReadonlyMap<string, () => WordBlocks> {
  const blocks = main?.blocks ?? [];
  const isOf = (kinds: readonly string[]) => (block: Section['blocks'][number]) => kinds.includes(block.kind);
  const named = ['letterhead', 'title', 'addressees', 'signature'];
  const part = (found: Section['blocks']) => (): WordBlocks => ({ kind: 'blocks', blocks: found });
  return new Map([
    ...named.map((kind) => [kind, part(blocks.filter(isOf([kind])))] as const),
    ['body', part(blocks.filter((block) => !isOf(named)(block)))] as const,
  ]);
}

function blocksOf(model: ReportModel, names: UnitNames, { sections }: Document): ReadonlyMap<string, () => WordBlocks> {
  const [main, ...appendices] = sections;
  const tables = TABLES.flatMap((table) =>
    subjectsOf(table, model).map(([name, subject]) => {
      const draw = (): WordBlocks => ({ kind: 'blocks', blocks: table.compose(model, names, subject) });
      return [`table.${name}`, draw] as const;
    }),
  );
  return new Map<string, () => WordBlocks>([
    ...partsOf(main),
    ['appendices', () => ({ kind: 'appendices', sections: appendices })],
    ...tables,
  ]);
}

/** Every tag of this round. `document` is the report as it is drawn without a template. */
export function wordNames(model: ReportModel, issuer: Issuer, document: Document): WordNames {
  const units = unitNames(model.units);
  const context = buildContext(model, issuer, units, []);
  const evaluated: Evaluated = { values: new Map(), lists: new Map(), fields: new Map() };
  evaluate('', WORD_SHAPE, { ...context, groups: boundGroups(context['groups']) }, evaluated);
  addById('coverage', COVERAGE_SHAPE, context['coverages'], evaluated);
  addById('group', GROUP_SHAPE, context['groups'], evaluated);
  addIssuer(issuer, evaluated);
  evaluated.values.set(DRAFT_NOTE, document.draftNote === '' ? '' : draftNote(model, WHERE));
  const citations = new Map<string, Citation>();
  for (const citation of citationsOf(model, issuer)) {
    evaluated.values.set(`cite.${citation.id}`, citation.full);
    evaluated.values.set(`cite.${citation.id}.short`, citation.short);
    citations.set(`cite.${citation.id}`, citation).set(`cite.${citation.id}.short`, citation);
  }
  return { ...evaluated, blocks: blocksOf(model, units, document), charts: chartsOf(model, units), citations };
}
