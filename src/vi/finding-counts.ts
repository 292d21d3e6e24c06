import { formatInteger } from './number.ts';

/** `3 lỗi và 2 cảnh báo`; what there is none of is not said. */
export function findingCounts(errors: number, warnings: number): string {
  const parts = [
    ...(errors > 0 ? [`${formatInteger(errors)} lỗi`] : []),
    ...(warnings > 0 ? [`${formatInteger(warnings)} cảnh báo`] : []),
  ];
  return parts.join(' và ');
}
