import { formatDecimal } from '../vi/number.ts';

const MEGABYTE = 1024 * 1024;

/** In bytes: more than any report or register needs; a larger file is not loaded into memory. */
export const LARGEST_FILE = 30 * MEGABYTE;

/** In MB with at most one decimal, rounded up: what is over the limit must not read as the limit. */
export function sizeWords(size: number): string {
  return `${formatDecimal(Math.ceil((size / MEGABYTE) * 10) / 10)} MB`;
}
