import type { Directive, Measure } from '../../src/model/directive.ts';
import type { ReportModel } from '../../src/model/report.ts';
import { summaryWords } from '../../src/compose/summary-words.ts';
import type { SummaryContext } from '../../src/render/xlsx/summary/book.ts';
import { renderSummary } from '../../src/render/summary-xlsx.ts';
import { cellError, fileError } from '../aggregate/findings.ts';
import { mixed } from '../compose/support/mixed-round.ts';
import {
  aModel,
  campaign,
  monthly,
  opinion,
  report,
  signatures,
  villageOne,
  villageThree,
  villageTwo,
} from '../compose/support/model.ts';
import { aRef, aUnit, located } from './builders.ts';

/** What the summary says of itself in tests; files lie in the inbox of October. */
export function aSummaryContext(overrides: Partial<SummaryContext> = {}): SummaryContext {
  return {
    programVersion: '0.1.0',
    reportFile: 'bao-cao.docx',
    inputs: [{ role: 'register', file: 'don-vi.xlsx', sha256: 'cd'.repeat(32) }],
    pathOf: (file) => (file === 'don-vi.xlsx' ? `../../${file}` : `../../nop/2025-10/${file}`),
    ...overrides,
  };
}

/** The bytes of tong-hop.xlsx for these figures. */
export function aSummary(model: ReportModel, context: Partial<SummaryContext> = {}): Promise<Uint8Array> {
  return renderSummary(model, summaryWords(model), aSummaryContext(context));
}

/** Texts that a spreadsheet takes for a formula, an escape or markup, or that XML cannot carry. */
export const HOSTILE_TEXTS = [
  '=HYPERLINK("http://example.org","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  "\u200b=cmd|' /C calc'!A0",
  '<b>&"_x0041_"</b>',
  'a\u0000b\u000bc\ufffed\ud800e',
] as const;

/** Longer than a cell can hold. */
export const LONG_TEXT = 'Đường xa, sóng yếu, máy cũ; '.repeat(1300);

/** Every village and school says something that means harm; one is called so. */
function hostileRound(): ReportModel {
  const names = ['=1+1', '@Thôn', '-Thôn Ba', 'Thôn <&>"\'\u0001'];
  const units = names.map((name, index) => aUnit({ id: `+TH0${index + 1}`, name }));
  const [first, second, third, fourth] = units;
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) throw new Error('4');
  const file = '=cmd [1] & “x”.xlsx';
  return aModel({
    units,
    arrivals: [
      signatures(first, 1000, 505, { file, opinions: HOSTILE_TEXTS.map((text) => opinion('proposals', text)) }),
      signatures(second, 800, 300, { opinions: [opinion('difficulties', LONG_TEXT)] }),
      signatures(third, 700, 6000),
      signatures(fourth, 600, 400),
    ],
    diagnostics: [
      ...HOSTILE_TEXTS.map((text) => ({ ...cellError(file, text, 'D5'), severity: 'warning' as const, message: text })),
      cellError('+TH03.xlsx', 'Chỉ tiêu', 'D6'),
    ],
  });
}

/** A round as large as any commune's: 340 villages, every tenth without a report, and 60 schools. */
function largeRound(): ReportModel {
  const villages = Array.from({ length: 340 }, (_, index) => {
    const adults = located(400 + index, aRef(`F${index + 2}`, 'Đơn vị', 'don-vi.xlsx'));
    return aUnit({ id: `TH${String(index + 1).padStart(3, '0')}`, name: `Thôn số ${index + 1}`, adults });
  });
  const schools = Array.from({ length: 60 }, (_, index) =>
    aUnit({ id: `TR${index + 1}`, name: `Trường số ${index + 1}`, type: 'school', adults: undefined }),
  );
  const reporting = villages.filter((_, index) => index % 10 !== 9);
  return aModel({
    units: [...villages, ...schools],
    arrivals: [
      ...reporting.map((unit, index) => signatures(unit, 400 + index, 190 + ((index * 7) % 60))),
      ...schools.map((unit) => report(unit)),
    ],
  });
}

/** The campaign with a target that is reached at its level, and a second share over the same villages. */
function twoShares(): Directive {
  return {
    ...campaign,
    measures: campaign.measures.flatMap((measure): readonly Measure[] => {
      if (measure.kind !== 'coverage') return [measure];
      const target = { comparison: 'at-least', percent: 33 } as const;
      const second = { ...measure, id: 'second-share', title: 'tỷ lệ thứ hai', target };
      return [{ ...measure, target: { comparison: 'at-least', percent: 50 } as const }, second];
    }),
  };
}

function threeVillages(...holders: readonly [number, number, number]): readonly ReturnType<typeof signatures>[] {
  const [one, two, three] = holders;
  return [
    signatures(villageOne, 1000, one),
    signatures(villageTwo, 800, two),
    // A share that one decimal would show on the wrong side of the target.
    signatures(villageThree, 20_001, three),
  ];
}

/** Rounds by what they show. */
export const SUMMARY_ROUNDS: Readonly<Record<string, () => ReportModel>> = {
  'every fate of a report': () => aModel(mixed),
  'nothing arrived': () => aModel({ arrivals: [] }),
  'one village only': () => aModel({ units: [villageOne], arrivals: [signatures(villageOne, 1000, 505)] }),
  'one village whose file cannot be used': () =>
    aModel({
      units: [villageOne],
      arrivals: [{ ...report(villageOne), submission: undefined }],
      diagnostics: [fileError('TH01.xlsx')],
    }),
  'met by one person': () => aModel({ arrivals: threeVillages(500, 401, 10_000) }),
  'exactly half, missed by one person': () => aModel({ arrivals: threeVillages(499, 401, 10_000) }),
  'at least half and at least a third': () =>
    aModel({ directive: twoShares(), arrivals: threeVillages(500, 264, 6600) }),
  'a directive without tasks': () => aModel({ directive: monthly }),
  'texts that mean harm': hostileRound,
  'four hundred units': largeRound,
};

/** That round; made anew each time. */
export function summaryRound(name: string): ReportModel {
  const make = SUMMARY_ROUNDS[name];
  if (make === undefined) throw new Error(`no round “${name}”`);
  return make();
}
