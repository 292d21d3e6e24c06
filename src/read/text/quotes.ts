/**
 * The place behind the quote that closes the quoted field in which `from` lies; a doubled quote closes nothing. -1 when the
 * line does not close it.
 */
export function endOfQuoted(line: string, from: number): number {
  for (let quote = line.indexOf('"', from); quote !== -1; quote = line.indexOf('"', quote + 2)) {
    if (line[quote + 1] !== '"') return quote + 1;
  }
  return -1;
}

/** The line without what stands between quotes. */
export function withoutQuoted(line: string): string {
  let rest = '';
  let at = 0;
  for (let open = line.indexOf('"'); open !== -1; open = line.indexOf('"', at)) {
    const end = endOfQuoted(line, open + 1);
    if (end === -1) break;
    rest += line.slice(at, open);
    at = end;
  }
  return rest + line.slice(at);
}

/** Whether every quote of the text opens or closes a whole field, or is doubled within one. */
export function isWellQuoted(text: string, separator: string): boolean {
  if (!text.includes('"')) return true;
  let at = 0;
  for (;;) {
    if (text[at] === '"') {
      at = endOfQuoted(text, at + 1);
    } else {
      const next = text.indexOf(separator, at);
      const end = next === -1 ? text.length : next;
      at = text.slice(at, end).includes('"') ? -1 : end;
    }
    if (at === -1) return false;
    if (at === text.length) return true;
    if (text[at] !== separator) return false;
    at++;
  }
}

/** The fields of a text that is well quoted, without their quotes. */
export function quotedFields(text: string, separator: string): readonly string[] {
  const fields: string[] = [];
  for (let at = 0; at <= text.length;) {
    const isQuoted = text[at] === '"';
    const next = text.indexOf(separator, at);
    const end = isQuoted ? endOfQuoted(text, at + 1) : next === -1 ? text.length : next;
    fields.push(isQuoted ? text.slice(at + 1, end - 1).replaceAll('""', '"') : text.slice(at, end));
    at = end + 1;
  }
  return fields;
}
