import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip, field by field, so that each can lie. Fields that are missing tell the truth. */
export interface RawEntry {
  readonly name: string;
  /** As it lies in the file. */
  readonly packed: Uint8Array;
  readonly method: number;
  readonly size: number;
  readonly crc: number;
  readonly flags?: number;
  /** The compressed size that is claimed. */
  readonly packedSize?: number;
  /** The extra field of the directory. */
  readonly extra?: Uint8Array;
  /** Where the entry's own header is said to begin. */
  readonly offset?: number;
  /** The name in the entry's own header. */
  readonly localName?: string;
}

/** The end record; fields that are missing tell the truth. */
export interface RawEnd {
  readonly count?: number;
  readonly start?: number;
  readonly length?: number;
  readonly disk?: number;
  readonly comment?: Uint8Array;
  /** What stands right before the end record, as the records of zip64 do; it gets the place where it stands. */
  readonly before?: (at: number) => Uint8Array;
}

const DEFLATED = 8;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Numbers as a zip stores them: value and width in bytes. */
export function fields(...values: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const field = Buffer.alloc(8);
      field.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
      return field.subarray(0, bytes);
    }),
  );
}

/** An honest entry. */
export function rawEntry(name: string, content: string | Uint8Array): RawEntry {
  const data = Buffer.from(content);
  return { name, packed: deflateRawSync(data), method: DEFLATED, size: data.length, crc: crc32(data) };
}

/** The entry with its own header before it. */
export function localRecord(entry: RawEntry): Buffer {
  const name = Buffer.from(entry.localName ?? entry.name);
  const head = fields(
    [LOCAL, 4],
    [20, 2],
    [entry.flags ?? 0, 2],
    [entry.method, 2],
    [0, 4],
    [entry.crc, 4],
    [entry.packedSize ?? entry.packed.length, 4],
    [entry.size, 4],
    [name.length, 2],
    [0, 2],
  );
  return Buffer.concat([head, name, entry.packed]);
}

function centralRecord(entry: RawEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const extra = entry.extra ?? new Uint8Array();
  const head = fields(
    [CENTRAL, 4],
    [20, 2],
    [20, 2],
    [entry.flags ?? 0, 2],
    [entry.method, 2],
    [0, 4],
    [entry.crc, 4],
    [entry.packedSize ?? entry.packed.length, 4],
    [entry.size, 4],
    [name.length, 2],
    [extra.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [entry.offset ?? offset, 4],
  );
  return Buffer.concat([head, name, extra]);
}

/** The directory of those entries and the end record, to stand behind `start` bytes of entries. */
export function zipEnding(
  entries: readonly RawEntry[],
  offsets: readonly number[],
  start: number,
  end: RawEnd,
): Buffer {
  const directory = Buffer.concat(entries.map((entry, index) => centralRecord(entry, offsets[index] ?? 0)));
  const count = Math.min(end.count ?? entries.length, 0xffff);
  const comment = end.comment ?? new Uint8Array();
  const record = fields(
    [END, 4],
    [end.disk ?? 0, 2],
    [end.disk ?? 0, 2],
    [count, 2],
    [count, 2],
    [end.length ?? directory.length, 4],
    [end.start ?? start, 4],
    [comment.length, 2],
  );
  const before = end.before?.(start + directory.length) ?? new Uint8Array();
  return Buffer.concat([directory, before, record, comment]);
}

/** A zip of those entries, one behind the other. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Uint8Array {
  const bodies = entries.map(localRecord);
  const offsets: number[] = [];
  let start = 0;
  for (const body of bodies) {
    offsets.push(start);
    start += body.length;
  }
  return Buffer.concat([...bodies, zipEnding(entries, offsets, start, end)]);
}
