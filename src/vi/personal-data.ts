/** A blank inside a line; characters that nobody sees are made blanks before. */
const BLANK = String.raw`[^\S\r\n]`;
/** A day (`05.11.2025`, `5-11-25`) or a month (`11/2025`): a date with a number behind it has as many digits as a phone. */
const DATE = String.raw`\d{1,2}(?:([./-])\d{1,2}\1\d{2}(?![\d./-])|${BLANK}?[./-]${BLANK}?(?:\d{1,2}${BLANK}?[./-]${BLANK}?)?(?:19|20)\d{2}(?!\d))`;
/** Between the digits of a telephone number; what stands between blanks must part longer groups, as counts are listed so, too. */
const GAP = String.raw`(?:${BLANK}|[.\-–]|\)${BLANK}?[.\-–]?${BLANK}?|${BLANK}?\(|(?<=\d{3})${BLANK}[.\-–]${BLANK}(?=\d{3}))?`;
const GROUP_GAP = String.raw`(?:${BLANK}?[.\-–]?${BLANK}?)`;

/** Twelve digits that stand alone or in groups, beginning with 0: the citizen number (số định danh). */
const ID_NUMBER = new RegExp(
  String.raw`(?<!\d)(?!${DATE})(?:0\d{2}${GROUP_GAP}\d{3}${GROUP_GAP}\d{3}${GROUP_GAP}\d{3}|0\d{3}${GROUP_GAP}\d{4}${GROUP_GAP}\d{4}|0\d{5}${GROUP_GAP}\d{6})(?!\d)`,
  'g',
);
/** A Vietnamese telephone number, with or without country code, separators and brackets. */
const PHONE = new RegExp(
  String.raw`(?<!\d)(?!${DATE})(?:\(?(?:\+|00)?84${GAP}(?:\(0\)${BLANK}?)?|\(?0)${GAP}(?:2(?:${GAP}\d){9}|[35789](?:${GAP}\d){8})(?!\d)`,
  'g',
);

/** What every such number has. Nearly no text has as many. */
const NINE_DIGITS = /(?:\d\D*){9}/u;

/** Patterns that know every invisible character would take longer to get ready than a form to check. */
const withoutInvisible = (text: string): string => text.replace(/\p{Cf}/gu, ' ');

/** Whether a citizen number of 12 digits stands in the text. */
export function hasIdNumber(text: string): boolean {
  return NINE_DIGITS.test(text) && withoutInvisible(text).search(ID_NUMBER) !== -1;
}

/** How many telephone numbers stand in the text. */
export function countPhones(text: string): number {
  return NINE_DIGITS.test(text) ? (withoutInvisible(text).replace(ID_NUMBER, ' ').match(PHONE) ?? []).length : 0;
}

/** The text with every citizen number and telephone number replaced by dots. */
export function maskPersonalData(text: string): string {
  if (!NINE_DIGITS.test(text)) return text;
  const plain = withoutInvisible(text);
  const masked = plain.replace(ID_NUMBER, '••••').replace(PHONE, '••••');
  return masked === plain ? text : masked;
}
