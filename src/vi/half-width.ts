/** Letters, digits and signs of an East Asian keyboard, which look like ours but are others. */
const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const SHIFT = 0xfee0;

/** The text with the ordinary ones in their place. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - SHIFT));
}
