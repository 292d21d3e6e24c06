import type { CarriedOver } from '../../model/carried-over.ts';
import type { Located } from '../../model/located.ts';
import type { Ratio } from '../../model/ratio.ts';
import type { CellRef } from '../../model/workbook.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';

/** What JSON can say; a Map, a function or an undefined does not compile where this is asked for. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** The name of a file or sheet as it leaves the program: people give them names with numbers of persons in them. */
export function nameJson(name: string): string {
  return maskPersonalData(name);
}

/** Where a figure stands. */
export function cellJson({ file, sheet, address }: CellRef): JsonObject {
  return { file: nameJson(file), sheet: nameJson(sheet), address };
}

/** Where the number of a cell that says “giữ nguyên” comes from; nothing for any other. */
export function carriedOverJson(carriedOver: CarriedOver | undefined): JsonObject {
  if (carriedOver === undefined) return {};
  const { period, file, cells } = carriedOver;
  return { carriedOver: { period, file, cells: cells.map(cellJson) } };
}

/** A figure with its cell, or null where there is none. The raw text of the cell stays behind. */
export function figureJson(figure: Located<number> | undefined): JsonValue {
  return figure === undefined ? null : locatedJson(figure);
}

/** A number with its cell, and why it is not the one that stands there when it is not. */
export function locatedJson({ value, ref, adjustment, carriedOver }: Located<number>): JsonObject {
  if (adjustment === undefined) return { value, cell: cellJson(ref), ...carriedOverJson(carriedOver) };
  const { reason, by, adjustedOn } = adjustment;
  return { value, cell: cellJson(ref), adjustment: { reason, by, adjustedOn } };
}

/** An exact share as its two whole numbers; a reader divides for himself. */
export function ratioJson({ numerator, denominator }: Ratio): JsonObject {
  return { numerator, denominator };
}
