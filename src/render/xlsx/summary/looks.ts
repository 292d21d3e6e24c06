import type { Fill, Style } from 'exceljs';
import { STYLES } from '../styles.ts';

type Look = Partial<Style>;

const { text, counts, band, computed } = STYLES;
const left = text.alignment;
/** Numbers never go on in a second line; LibreOffice forgets the indent of those that could. */
const right = { ...left, horizontal: 'right', wrapText: false } as const;
/** Vietnamese separators wherever the program lets a format choose them; others use those of the computer. */
const VIETNAMESE = '[$-42A]';
const WHOLE = `${VIETNAMESE}#,##0`;
const boldFont = { ...text.font, bold: true };
const linkFont = { ...text.font, underline: true, color: { argb: 'FF0000C0' } };
const total = { ...text, font: boldFont, fill: computed.fill };
const plainFigure = { ...text, alignment: right, numFmt: WHOLE };
/** Down is written with a minus, up with a plus, so that both are seen without colour. */
const CHANGE = `${VIETNAMESE}+#,##0;${VIETNAMESE}-#,##0;0`;
const CHANGE_OF_SHARE = `${VIETNAMESE}+0.0#;${VIETNAMESE}-0.0#;0.0`;
const totalFigure = { ...total, alignment: right, numFmt: WHOLE };

/** Every look of a cell of the summary workbook. Those in bold on grey are of sums. */
export const LOOKS = {
  title: { ...STYLES.title, alignment: { ...STYLES.title.alignment, horizontal: 'left' } },
  note: STYLES.remark,
  /** A note beside cells with borders. */
  besideNote: { ...STYLES.remark, alignment: { ...STYLES.remark.alignment, indent: 1 } },
  heading: STYLES.heading,
  band,
  text,
  mark: counts,
  figure: plainFigure,
  day: { ...counts, numFmt: 'dd/mm/yyyy' },
  /** For what is long and read by nobody but a program. */
  fine: { ...text, font: { ...text.font, size: 9 } },
  link: { ...text, font: linkFont },
  linkMark: { ...counts, font: linkFont },
  totalText: total,
  totalMark: { ...counts, font: boldFont, fill: computed.fill },
  totalFigure,
  /** A number of the round before. */
  previous: { ...plainFigure, font: STYLES.previous.font, fill: STYLES.previous.fill },
  totalPrevious: { ...totalFigure, font: { ...STYLES.previous.font, bold: true } },
  change: { ...plainFigure, numFmt: CHANGE },
  totalChange: { ...totalFigure, numFmt: CHANGE },
  /** In percentage points. */
  points: { ...plainFigure, numFmt: CHANGE_OF_SHARE },
  totalPoints: { ...totalFigure, numFmt: CHANGE_OF_SHARE },
  /** A setting that formulas read and a clerk may change to try out. */
  setting: { ...plainFigure, font: boldFont, fill: STYLES.inputCount.fill },
} satisfies Readonly<Record<string, Look>>;

/** As many decimals as a printed share can have. */
const MOST_DECIMALS = 12;

function shares(look: Look): readonly Look[] {
  return Array.from({ length: MOST_DECIMALS + 1 }, (_, decimals) => ({
    ...look,
    numFmt: `${VIETNAMESE}0.${'0'.repeat(decimals)}%`,
  }));
}

const PLAIN_SHARES = shares(plainFigure);
const TOTAL_SHARES = shares(totalFigure);

/** The look of a share that is shown with that many decimals. */
export function shareLook(decimals: number, row: 'plain' | 'total'): Look {
  const looks = row === 'plain' ? PLAIN_SHARES : TOTAL_SHARES;
  return looks[Math.max(1, Math.min(decimals, MOST_DECIMALS))] ?? plainFigure;
}

const PREVIOUS_SHARE: Look = { ...LOOKS.previous, numFmt: `${VIETNAMESE}0.0#%` };
const TOTAL_PREVIOUS_SHARE: Look = { ...LOOKS.totalPrevious, numFmt: `${VIETNAMESE}0.0#%` };

/** The look of a share of the round before. */
export function previousShareLook(row: 'plain' | 'total'): Look {
  return row === 'plain' ? PREVIOUS_SHARE : TOTAL_PREVIOUS_SHARE;
}

/** The same for a text that becomes a formula when a person edits its cell: the format of texts prevents it. */
export function guarded(look: Look): Look {
  return { ...look, numFmt: '@' };
}

/** Behind the word that says that a target is missed. */
export const MISSED_FILL: Fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFCE4D6' } };
