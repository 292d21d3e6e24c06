import { zipSync } from 'fflate';

/** A ZIP of those parts without compression, always the same bytes for the same parts. */
export function storeZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0, mtime: new Date(1980, 0, 1) });
}
