/** The first section of a number format without quoted words, escapes, fillers, colours and locales. */
function bareFormat(format: string): string {
  const [first = ''] = format
    .replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/gu, '')
    .toLowerCase()
    .split(';');
  return first;
}

/** Whether a cell with that number format shows a calendar day; a time of day or a duration alone is not one. */
export function isDateFormat(format: string): boolean {
  const bare = bareFormat(format);
  if (/general|standard/u.test(bare)) return false;
  return /[dy]/u.test(bare) || (bare.includes('m') && !/[hs]/u.test(bare));
}

/** Whether a cell with that number format shows a percentage. */
export function isPercentFormat(format: string): boolean {
  return bareFormat(format).includes('%');
}
