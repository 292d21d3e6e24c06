import { readFile } from '../../../../src/pipeline.ts';
import type { Correction } from '../../../../src/model/correction.ts';
import type { Sheet } from '../../../../src/model/workbook.ts';
import { returnedWorkbook, type ReturnedReport } from '../../../../src/render/returned-xlsx/return-workbook.ts';
import { aPackage, type PackageDraft } from '../../../support/a-package.ts';
import { partOf } from '../../support/xlsx.ts';

/** Something to mend at that cell, or on the sheet as a whole. */
export function aCorrection(
  address: string | undefined,
  change: Partial<Correction> = {},
  sheet = 'Trang',
): Correction {
  return {
    severity: 'error',
    rule: 'number-unreadable',
    place: { sheet, address, isHere: true },
    message: 'CT02 ghi “12a” không phải là số, cần một số nguyên',
    found: '“12a”',
    hint: 'Nhập số nguyên vào ô này',
    ...change,
  };
}

/** What goes back for those corrections, or why there is none. */
export function attempt(bytes: Uint8Array, corrections: readonly Correction[], change: Partial<ReturnedReport> = {}) {
  const lines = ['Có lỗi cần sửa.'];
  return returnedWorkbook(bytes, {
    unitName: 'Thôn Thượng',
    author: 'UBND xã Suối Mây',
    lines,
    corrections,
    ...change,
  });
}

/** The same of a workbook that must be editable. */
export function returned(
  bytes: Uint8Array,
  corrections: readonly Correction[],
  change: Partial<ReturnedReport> = {},
): Uint8Array {
  const result = attempt(bytes, corrections, change);
  if (typeof result === 'string') throw new Error(`not editable: ${result}`);
  return result;
}

/** The same of a workbook written by hand. */
export function returnedBytes(
  draft: PackageDraft,
  corrections: readonly Correction[],
  change: Partial<ReturnedReport> = {},
): Uint8Array {
  return returned(aPackage({ strings: '<si><t>a</t></si>', ...draft }), corrections, change);
}

/** The style of a cell of the first sheet of the unit, as it is written. */
export function styleAt(bytes: Uint8Array, address: string): string {
  const cell = new RegExp(`<c r="${address}"[^>]*>`, 'u').exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[0] ?? '';
  const number = /s="(\d+)"/u.exec(cell)?.[1];
  const styles = /<cellXfs.*<\/cellXfs>/su.exec(partOf(bytes, 'xl/styles.xml'))?.[0] ?? '';
  const all = styles.match(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gsu) ?? [];
  return number === undefined ? '' : (all[Number(number)] ?? '');
}

/** The sheets as our own reader sees them. */
export function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const source = { file: 'TH01.xlsx', sha256: '', size: bytes.length };
  return readFile({ source, bytes }).workbook.value?.sheets ?? [];
}
