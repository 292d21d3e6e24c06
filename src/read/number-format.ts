/** Formats that Excel knows by number and does not write down; the numbers that are missing here show plain numbers or text. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'dd/mm/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  // East Asian versions of Excel: days, but for four times of day.
  ...[27, 28, 29, 30, 31, 36].map((id) => [id, 'dd/mm/yyyy'] as const),
  ...[32, 33, 34, 35].map((id) => [id, 'h:mm'] as const),
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'dd/mm/yyyy'] as const),
]);

/** The number format that Excel means by a number without writing it into the file. */
export function builtInFormat(id: number): string {
  return BUILT_IN.get(id) ?? 'General';
}

/** Excel's own limit; it also keeps the patterns below from being led astray by a format of a million brackets. */
const LONGEST_FORMAT = 255;

/** The first section of a number format without quoted words, escapes, fillers, colours and locales; `[h]` and its like stay. */
function bareFormat(format: string): string {
  const [first = ''] = format
    .slice(0, LONGEST_FORMAT)
    .replace(/"[^"]*"|\\.|[_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/giu, '')
    .toLowerCase()
    .split(';');
  return first;
}

/** Whether a cell with that number format shows a calendar day; a time of day or a duration alone is not one. */
export function isDateFormat(format: string): boolean {
  const bare = bareFormat(format);
  if (/general|standard/u.test(bare)) return false;
  return /[dy]/u.test(bare) || (bare.includes('m') && !isTime(bare));
}

/** Minutes look like months, so hours, seconds and brackets decide. */
function isTime(bare: string): boolean {
  return /[hs[]/u.test(bare);
}

/** Whether a cell with that number format shows a time of day or a duration without the day. */
export function isTimeFormat(format: string): boolean {
  const bare = bareFormat(format);
  return !/general|standard|[dy]/u.test(bare) && isTime(bare);
}

/** Whether a cell with that number format shows a percentage. */
export function isPercentFormat(format: string): boolean {
  return bareFormat(format).includes('%');
}
