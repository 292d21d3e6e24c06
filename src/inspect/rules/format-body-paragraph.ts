import type { Paragraph, WordDocument } from '../content/word-document.ts';
import { FORMAT_BODY_PARAGRAPH } from '../problems.ts';
import type { FormatRule, Inspected } from '../rule.ts';
import { andOthers, isWithin, measure, spotOf } from '../wording.ts';

const MM_PER_POINT = 25.4 / 72;
/** What rulers and programs round indents by, in millimetres. */
const INDENT_TOLERANCE = 0.4;
/** Single spacing of Times New Roman, in its size. */
const SINGLE = 1.15;

interface Wrong {
  readonly kind: 'indent' | 'gap' | 'line';
  readonly found: string;
  readonly paragraph: Paragraph;
}

/** Where the first letter stands, in millimetres from the left margin; tabs before it go to the stops that are set. */
function firstLine({ look, runs }: Paragraph, { tabDistance }: WordDocument): number {
  let at = look.left + look.firstLine;
  const [tabs = ''] = /^[\t ]*/u.exec(runs.map(({ text }) => text).join('')) ?? [];
  for (const character of tabs) {
    if (character !== '\t') continue;
    const from = at;
    const set = look.tabs.filter((stop) => stop > from + 0.1).toSorted((a, b) => a - b)[0];
    at = set ?? (Math.floor(from / tabDistance + 0.01) + 1) * tabDistance;
  }
  return at * MM_PER_POINT;
}

/** Lines of text from one to the next, in single lines of the type. */
function lineSpacing({ look, runs }: Paragraph): number {
  const { kind, amount } = look.line;
  if (kind === 'lines') return amount;
  const lines = amount / ((runs[0]?.look.size ?? 14) * SINGLE);
  return kind === 'at-least' ? Math.max(1, lines) : lines;
}

/** The gap above each paragraph that follows another one of the text directly, in points. */
function gapsAbove({ word, parts }: Inspected): ReadonlyMap<Paragraph, number> {
  const body = new Set(parts.body);
  const gaps = new Map<Paragraph, number>();
  for (const { paragraphs } of word.sections) {
    paragraphs.forEach((paragraph, index) => {
      const before = paragraphs[index - 1];
      if (before === undefined || !body.has(before) || !body.has(paragraph)) return;
      const isRun =
        before.look.isContextual && paragraph.look.isContextual && before.look.style === paragraph.look.style;
      gaps.set(paragraph, isRun ? 0 : before.look.after + paragraph.look.before);
    });
  }
  return gaps;
}

function wrongsIn(inspected: Inspected): readonly Wrong[] {
  const { word, parts, profile } = inspected;
  const { firstLine: indents, paragraphGap, lineSpacing: lines } = profile.allowed;
  const gaps = gapsAbove(inspected);
  return parts.body.flatMap((paragraph): readonly Wrong[] => {
    const indent = firstLine(paragraph, word);
    const gap = gaps.get(paragraph);
    const spacing = lineSpacing(paragraph);
    const isSetIn = indents.some((allowed) => Math.abs(indent - allowed) <= INDENT_TOLERANCE);
    return [
      ...(isSetIn ? [] : [{ kind: 'indent' as const, found: `${measure(indent)} mm`, paragraph }]),
      ...(gap === undefined || gap >= paragraphGap - 0.1
        ? []
        : [{ kind: 'gap' as const, found: `${measure(gap)} pt`, paragraph }]),
      ...(isWithin(spacing, lines, 0.03)
        ? []
        : [{ kind: 'line' as const, found: `${measure(spacing)} dòng`, paragraph }]),
    ];
  });
}

/** What is alike, together, in the order of the first of each. */
function grouped(wrongs: readonly Wrong[]): readonly (readonly Wrong[])[] {
  const groups = new Map<string, Wrong[]>();
  for (const wrong of wrongs) {
    const key = `${wrong.kind} ${wrong.found}`;
    const group = groups.get(key) ?? [];
    group.push(wrong);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const WORDS = {
  indent: {
    thing: 'Chữ đầu dòng lùi vào',
    allowed: '10 mm hoặc 12,7 mm (1 cm hoặc 1,27 cm)',
    hint: 'Chọn các đoạn, vào Đoạn văn (Paragraph) → Đặc biệt (Special), chọn Dòng đầu (First line) 1,27 cm; không dùng dấu cách',
  },
  gap: {
    thing: 'Khoảng cách phía trên đoạn là',
    allowed: 'tối thiểu 6 pt giữa các đoạn',
    hint: 'Chọn các đoạn, vào Đoạn văn (Paragraph), đặt Sau (After) 6 pt và bỏ chọn “Không thêm khoảng cách giữa các đoạn cùng kiểu”',
  },
  line: {
    thing: 'Khoảng cách giữa các dòng là',
    allowed: 'từ 1 đến 1,5 dòng (dòng đơn đến 1,5 lines)',
    hint: 'Chọn các đoạn, vào Đoạn văn (Paragraph), đặt Giãn dòng (Line spacing) từ Đơn (Single) đến 1,5 dòng',
  },
} as const;

/** Nội dung văn bản: first lines set in, the gap between paragraphs and between lines (C10). What is alike is reported once. */
export const formatBodyParagraph: FormatRule = {
  ...FORMAT_BODY_PARAGRAPH,
  check: (inspected, report) => {
    for (const group of grouped(wrongsIn(inspected))) {
      const [first] = group;
      if (first === undefined) continue;
      const { thing, allowed, hint } = WORDS[first.kind];
      const where = group.length === 1 ? '' : ` (đoạn này${andOthers(group.length)})`;
      report({
        clause: 'C10',
        spot: spotOf('Lời văn', first.paragraph),
        thing: `${thing} ${first.found}${where}`,
        found: first.found,
        allowed,
        hint,
      });
    }
  },
};
