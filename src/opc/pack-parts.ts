import { zipSync } from 'fflate';

/** The earliest time a zip entry can carry; fflate stores local time, so this is the same in every time zone. */
const ENTRY_TIME = new Date(1980, 0, 1);

/** What an office program writes first, so that others see at once what the file is. */
const FIRST_PART = '[Content_Types].xml';

/** A package of those parts in their order, `[Content_Types].xml` first; always the same bytes for the same parts. */
export function packParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const first = [...parts].filter(([name]) => name === FIRST_PART);
  const others = [...parts].filter(([name]) => name !== FIRST_PART);
  return zipSync(Object.fromEntries([...first, ...others]), { level: 6, mtime: ENTRY_TIME });
}
