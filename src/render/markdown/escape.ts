/** What Markdown would take for a mark anywhere in a text, or for an entity. */
const INLINE_MARKS = /[\\`*_[\]<]|&(?=#?\w+;)/gu;

/** What it would take for a heading, quotation, rule or list at the start of a line. A number with a dot is meant to be one. */
const LEADING_MARK = /^(\s*)([#>+=~-])/u;

/** One line of text that means itself in Markdown. */
export function escapeMarkdown(line: string): string {
  return line.replace(INLINE_MARKS, '\\$&').replace(LEADING_MARK, '$1\\$2');
}
