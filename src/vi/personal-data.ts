/** Twelve digits that stand alone or in groups, beginning with 0: the citizen number (số định danh). */
const ID_NUMBER = /(?<![\d.,])0\d{2}[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)/gu;
/** A Vietnamese telephone number, with or without country code and separators. */
const PHONE = /(?<!\d)(?:\+?84|0)[ .-]?(?:2(?:[ .-]?\d){9}|[35789](?:[ .-]?\d){8})(?!\d)/gu;

/** Whether a citizen number of 12 digits stands in the text. */
export function hasIdNumber(text: string): boolean {
  return text.search(ID_NUMBER) !== -1;
}

/** How many telephone numbers stand in the text. */
export function countPhones(text: string): number {
  return (text.replace(ID_NUMBER, ' ').match(PHONE) ?? []).length;
}

/** The text with every citizen number and telephone number replaced by dots. */
export function maskPersonalData(text: string): string {
  return text.replace(ID_NUMBER, '••••').replace(PHONE, '••••');
}
