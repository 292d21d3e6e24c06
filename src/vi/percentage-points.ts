import { formatInteger } from './number.ts';

/** `120` → `+1,20`: a difference of two percentages, given in hundredths of a point; two decimals, so that columns add up. */
export function formatPoints(hundredths: number): string {
  const sign = hundredths > 0 ? '+' : hundredths < 0 ? '-' : '';
  const size = Math.abs(hundredths);
  return `${sign}${formatInteger(Math.floor(size / 100))},${String(size % 100).padStart(2, '0')}`;
}
