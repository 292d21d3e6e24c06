/** No bao-cao.json nests deeper than a dozen; a text that does is no report and may be made to exhaust a reader. */
const DEEPEST = 40;

/** Whether brackets nest deeper than any report's; texts between quotation marks do not count. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (isInText) {
      if (sign === 0x5c) at++;
      else if (sign === 0x22) isInText = false;
    } else if (sign === 0x22) isInText = true;
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (sign === 0x5d || sign === 0x7d) depth -= 1;
  }
  return false;
}

/** A JSON text as data, or why it is none, in words without full stop. Never throws. */
export function readJson(text: string): { readonly content: unknown } | { readonly fault: string } {
  if (text.trim() === '') return { fault: 'tệp trống' };
  if (isTooDeep(text)) return { fault: `lồng nhau quá ${String(DEEPEST)} lớp` };
  try {
    const content: unknown = JSON.parse(text);
    return { content };
  } catch {
    return { fault: 'không đúng cách viết JSON, có lẽ tệp bị cắt cụt khi chép' }; // JSON.parse throws for nothing else
  }
}
