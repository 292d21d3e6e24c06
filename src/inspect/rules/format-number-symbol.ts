import { quoteValue } from '../../vi/text.ts';
import type { Line } from '../parts/lines.ts';
import { DOCUMENT_TYPES } from '../parts/words.ts';
import { FORMAT_NUMBER_SYMBOL } from '../problems.ts';
import type { FormatRule, Inspected } from '../rule.ts';
import { spotOfLine } from '../wording.ts';

interface Slip {
  readonly thing: string;
  readonly allowed: string;
  readonly hint: string;
}

const DOTS = /[.…_\s]/gu;

const ABBREVIATIONS = new Set(DOCUMENT_TYPES.map(([, abbreviation]) => abbreviation));

function slipsOfNumber(number: string): readonly Slip[] {
  const digits = number.replace(DOTS, '');
  if (digits === '') return []; // given at signing
  if (!/^\d+$/u.test(digits)) {
    return [
      {
        thing: `Số của văn bản ghi ${quoteValue(number)}`,
        allowed: 'chữ số Ả Rập',
        hint: 'Ghi số của văn bản bằng chữ số Ả Rập',
      },
    ];
  }
  if (!/^\d$/u.test(digits)) return [];
  return [
    {
      thing: `Số của văn bản ghi ${quoteValue(digits)}`,
      allowed: `${quoteValue(`0${digits}`)}, số nhỏ hơn 10 ghi thêm số 0 phía trước`,
      hint: `Ghi số là 0${digits}`,
    },
  ];
}

function slipsOfSymbol(symbol: string): readonly Slip[] {
  if (!/\p{L}/u.test(symbol)) return [];
  const slips: Slip[] = [];
  if (/\s/u.test(symbol.trim())) {
    const hint = 'Xóa dấu cách trong ký hiệu';
    slips.push({
      thing: `Ký hiệu ${quoteValue(symbol)} có dấu cách`,
      allowed: 'các nhóm chữ viết tắt nối bằng gạch nối (-), không cách chữ',
      hint,
    });
  }
  if (/[–—_]/u.test(symbol)) {
    const hint = 'Thay bằng dấu gạch nối (-) trên bàn phím';
    slips.push({
      thing: `Ký hiệu ${quoteValue(symbol)} dùng gạch ngang dài`,
      allowed: 'gạch nối (-) giữa các nhóm chữ viết tắt',
      hint,
    });
  }
  const lower = symbol.split(/[-–—\s/]+/u).find((group) => /\p{Ll}/u.test(group) && !ABBREVIATIONS.has(group));
  if (lower !== undefined) {
    slips.push({
      thing: `Ký hiệu ${quoteValue(symbol)} có chữ in thường`,
      allowed: 'chữ in hoa',
      hint: 'Gõ lại ký hiệu bằng chữ in hoa',
    });
  }
  return slips;
}

/** The symbol of a document with the name of its type begins with the type's abbreviation. */
function slipsOfType(symbol: string, { parts }: Inspected): readonly Slip[] {
  const wanted = DOCUMENT_TYPES.find(([name]) => name === parts.title?.type)?.[1];
  const [first = ''] = symbol.trim().split(/[-–—\s]/u);
  if (wanted === undefined || first.replace(DOTS, '') === '' || first.toUpperCase() === wanted.toUpperCase()) return [];
  return [
    {
      thing: `Ký hiệu ${quoteValue(symbol)} bắt đầu bằng ${quoteValue(first)}`,
      allowed: `${quoteValue(wanted)}, chữ viết tắt của ${parts.title?.type ?? ''} theo Phụ lục III, phần I`,
      hint: `Bắt đầu ký hiệu bằng ${wanted}`,
    },
  ];
}

function slipsIn(line: Line, inspected: Inspected): readonly Slip[] {
  const [, colon = '', rest = ''] = /^số\s*([:.]?)(.*)$/iu.exec(line.text) ?? [];
  const slash = rest.indexOf('/');
  const noColon = {
    thing: `${quoteValue(line.text)} không có dấu hai chấm sau từ “Số”`,
    allowed: 'dấu hai chấm (:) sau từ “Số”',
    hint: 'Ghi “Số:”',
  };
  const noSlash = {
    thing: `${quoteValue(line.text)} không có dấu gạch chéo`,
    allowed: 'dấu gạch chéo (/) giữa số và ký hiệu',
    hint: 'Ghi theo mẫu 15/BC-UBND',
  };
  const beginning = colon === ':' ? [] : [noColon];
  if (slash === -1) return [...beginning, noSlash];
  const [number, symbol] = [rest.slice(0, slash), rest.slice(slash + 1)];
  const isApart = /\d\s+$/u.test(number) || /^\s/u.test(symbol);
  const apart = {
    thing: `${quoteValue(line.text)} có dấu cách cạnh dấu gạch chéo`,
    allowed: 'số và ký hiệu viết liền hai bên dấu gạch chéo (/)',
    hint: 'Xóa dấu cách cạnh dấu gạch chéo',
  };
  return [
    ...beginning,
    ...(isApart ? [apart] : []),
    ...slipsOfNumber(number.trim()),
    ...slipsOfSymbol(symbol),
    ...slipsOfType(symbol, inspected),
  ];
}

/** Số, ký hiệu: colon, slash, hyphens, no blanks, capitals, `05` for 5 (C5). A number that is still blank is right. */
export const formatNumberSymbol: FormatRule = {
  ...FORMAT_NUMBER_SYMBOL,
  check: (inspected, report) => {
    const line = inspected.parts.head.number;
    if (line === undefined) return;
    for (const slip of slipsIn(line, inspected)) {
      report({ clause: 'C5', spot: spotOfLine('Số, ký hiệu', line), found: quoteValue(line.text), ...slip });
    }
  },
};
