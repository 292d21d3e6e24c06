/** `1`, `1.2`, `IV`, `II.3`, `a`, `đ`: what people number rows, headings and fields with. */
const NUMBER = String.raw`(?:\d{1,3}|[ivxlc]{1,6}|[a-zđ])(?:\.\d{1,3})*`;
/** A number needs a sign behind it (`1.`, `a)`, `(2)`, `[3]`), but `1.2` and `12` stand before a blank, too. */
const LEADING = new RegExp(
  String.raw`^\s*(?:[(\[]${NUMBER}[)\]][.:]?\s*|${NUMBER}\s*[.)\]:/](?!\d)\s*|(?:[ivxlc]{1,6}\.)?\d{1,3}(?:\.\d{1,3})*\s+|[-+*•●–—]\s*)(?=\S)`,
  'iu',
);
const ORDINAL = new RegExp(String.raw`^\s*[(\[]?${NUMBER}[)\]]?[.:]?\s*$`, 'iu');

/** The text without the number or bullet in front of it (số thứ tự): `1. Số người` → `Số người`; '' never comes of it. */
export function withoutOrdinal(text: string): string {
  return text.replace(LEADING, '');
}

/** Whether the text is nothing but such a number: `1`, `I`, `a)`, `1.1`. */
export function isOrdinal(text: string): boolean {
  return ORDINAL.test(text);
}
