import { quoteValue } from '../../vi/text.ts';
import type { WordDocument } from '../content/word-document.ts';
import { numberPlaces, type NumberPlace } from '../page-numbers.ts';
import { shownText } from '../parts/lines.ts';
import type { DecreeProfile } from '../../profiles/nd-30-2020.ts';
import { FORMAT_PAGE_NUMBER } from '../problems.ts';
import type { FormatRule, Inspected, Report, Spot, Undecided } from '../rule.ts';
import { isWithin, measure, rangeWords, spotOfSection, WHOLE } from '../wording.ts';

/** So many characters of running text never fit on one page, and so few may. */
const SURELY_TWO_PAGES = 4_500;

const HEADER_HINT =
  'Vào Chèn (Insert) → Số trang (Page Number) → Đầu trang (Top of Page), chọn kiểu ở giữa (Plain Number 2)';
const ALLOWED = 'chữ số Ả Rập, canh giữa trong phần lề trên, không hiện ở trang thứ nhất';

interface Slip {
  readonly thing: string;
  readonly found: string | number;
  readonly allowed: string;
  readonly hint: string;
}

function slipsOfText({ paragraph }: NumberPlace): readonly Slip[] {
  const text = shownText(paragraph.runs);
  if (text === '#') return [];
  const found = quoteValue(text);
  return [
    {
      thing: `Số trang ghi ${found} (# là số)`,
      found,
      allowed: 'chỉ có chữ số',
      hint: 'Xóa chữ và dấu quanh số trang',
    },
  ];
}

function slipsOfLook({ run, paragraph }: NumberPlace, { allowed }: DecreeProfile): readonly Slip[] {
  const { size } = allowed.parts.pageNumber;
  const isCentred =
    paragraph.look.frame === undefined ? paragraph.look.align === 'center' : paragraph.look.frame === 'center';
  return [
    ...(isWithin(run.look.size, size, 0)
      ? []
      : [
          {
            thing: `Cỡ chữ của số trang là ${measure(run.look.size)}`,
            found: run.look.size,
            allowed: rangeWords(size),
            hint: `Chọn số trang, đổi cỡ chữ thành ${measure(size[1])}`,
          },
        ]),
    ...(run.look.isItalic
      ? [
          {
            thing: 'Số trang là chữ nghiêng',
            found: 'nghiêng',
            allowed: 'chữ đứng',
            hint: 'Chọn số trang, bỏ chữ nghiêng (Ctrl+I)',
          },
        ]
      : []),
    ...(isCentred
      ? []
      : [
          {
            thing: 'Số trang không canh giữa',
            found: paragraph.look.align,
            allowed: 'canh giữa theo chiều ngang',
            hint: 'Đặt con trỏ ở số trang, nhấn Ctrl+E',
          },
        ]),
  ];
}

const MM_PER_POINT = 25.4 / 72;
/** What programs round distances by, in millimetres. */
const TOLERANCE = 0.5;

/** Below the top margin the number pushes the text down, or stands in it. */
function slipsOfDistance({ where, section, run }: NumberPlace, { word }: Inspected): readonly Slip[] {
  const page = word.sections[section]?.page;
  if (where === 'footer' || page === undefined) return [];
  const below = page.header + run.look.size * MM_PER_POINT;
  if (below <= page.margins.top + TOLERANCE) return [];
  const found = `${measure(below)} mm`;
  return [
    {
      thing: `Số trang xuống đến ${found} tính từ mép giấy, quá lề trên ${measure(page.margins.top)} mm`,
      found,
      allowed: 'số trang nằm trong phần lề trên',
      hint: 'Mở đầu trang, đặt Đầu trang cách mép (Header from Top) 10 mm',
    },
  ];
}

function slipsOf(place: NumberPlace, inspected: Inspected): readonly Slip[] {
  const { word, profile } = inspected;
  const section = word.sections[place.section];
  const format = section?.numberFormat ?? 'decimal';
  return [
    ...(place.where === 'footer'
      ? [
          {
            thing: 'Số trang đặt ở chân trang',
            found: 'chân trang',
            allowed: ALLOWED,
            hint: `Xóa số trang ở chân trang, rồi ${HEADER_HINT.charAt(0).toLowerCase()}${HEADER_HINT.slice(1)}`,
          },
        ]
      : []),
    ...(place.kind === 'first'
      ? [
          {
            thing: 'Số trang hiện ở trang thứ nhất',
            found: 'trang 1',
            allowed: ALLOWED,
            hint: 'Xóa số trang ở đầu trang thứ nhất',
          },
        ]
      : []),
    ...(format === 'decimal'
      ? []
      : [
          {
            thing: `Số trang đánh theo kiểu ${quoteValue(format)}`,
            found: quoteValue(format),
            allowed: 'chữ số Ả Rập',
            hint: 'Vào Định dạng số trang (Format Page Numbers), chọn kiểu 1, 2, 3',
          },
        ]),
    ...slipsOfText(place),
    ...slipsOfLook(place, profile),
    ...slipsOfDistance(place, inspected),
  ];
}

function textLength({ sections }: WordDocument): number {
  return sections.flatMap(({ paragraphs }) => paragraphs).reduce((sum, { runs }) => sum + shownText(runs).length, 0);
}

function reportNone({ word }: Inspected, report: Report, unsure: (undecided: Undecided) => void): void {
  const isLong = word.sections.length > 1 || textLength(word) > SURELY_TWO_PAGES;
  if (isLong)
    report({
      clause: 'P5',
      spot: WHOLE,
      thing: 'Văn bản không đánh số trang',
      found: 'không có',
      allowed: ALLOWED,
      hint: HEADER_HINT,
    });
  else
    unsure({
      clause: 'P5',
      spot: WHOLE,
      thing: 'Văn bản không đánh số trang; không rõ văn bản có nhiều hơn một trang hay không',
      allowed: 'có số trang từ trang thứ hai',
    });
}

function checkStart({ word }: Inspected, report: Report): void {
  const first = word.sections[0]?.firstNumber ?? 1;
  if (first !== 1) {
    report({
      clause: 'P5',
      spot: spotOfSection('Số trang', 0),
      thing: `Số trang bắt đầu từ ${first}`,
      found: first,
      allowed: 'đánh từ số 1',
      hint: 'Vào Định dạng số trang (Format Page Numbers), đặt Bắt đầu từ (Start at) 1',
    });
  }
}

/** Số trang: in the middle of the top margin, from 1, upright, not on page 1 (P5, P7). */
export const formatPageNumber: FormatRule = {
  ...FORMAT_PAGE_NUMBER,
  check: (inspected, report, unsure) => {
    const { word } = inspected;
    const places = numberPlaces(word);
    if (places.length === 0) {
      reportNone(inspected, report, unsure);
      return;
    }
    checkStart(inspected, report);
    const said = new Set<string>();
    const say = (slip: Slip, spot: Spot): void => {
      if (said.has(slip.thing)) return;
      said.add(slip.thing);
      report({ clause: 'P5', spot, ...slip });
    };
    for (const place of places)
      for (const slip of slipsOf(place, inspected)) say(slip, spotOfSection('Số trang', place.section));
    if (word.sections[0]?.hasTitlePage === false && places.some(({ section }) => section === 0)) {
      const hint =
        'Mở đầu trang, ở thẻ Đầu trang & Chân trang (Header & Footer) chọn Khác nhau ở trang đầu (Different First Page)';
      say(
        { thing: 'Số trang hiện ở trang thứ nhất', found: 'trang 1', allowed: ALLOWED, hint },
        spotOfSection('Số trang', 0),
      );
    }
  },
};
