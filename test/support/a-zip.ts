import { crc32, deflateRawSync } from 'node:zlib';

/** An entry for a zip built byte by byte: what no archiver writes, or only some do. */
export interface EntryDraft {
  readonly name: string;
  readonly content?: string;
  /** The name in the entry's own header, when it is another. */
  readonly localName?: string;
  /** Sizes and checksum behind the data instead of before them, as programs write that do not know them in advance. */
  readonly hasDescriptor?: boolean;
  /** Sizes and offset in the zip64 extra field. */
  readonly isZip64?: boolean;
  readonly method?: number;
}

/** The end of a zip: as usual, in the zip64 form, or with a comment. */
export interface EndDraft {
  readonly isZip64?: boolean;
  readonly comment?: string;
}

const LARGE = 0xffffffff;

function fields(...values: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]): Buffer {
  return Buffer.concat(
    values.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 8) field.writeBigUInt64LE(BigInt(value));
      else field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

interface Packed {
  readonly draft: EntryDraft;
  readonly raw: Buffer;
  readonly data: Buffer;
}

function packed(draft: EntryDraft): Packed {
  const data = Buffer.from(draft.content ?? '');
  return { draft, data, raw: draft.method === 0 ? data : deflateRawSync(data) };
}

function local({ draft, raw, data }: Packed): Buffer {
  const name = Buffer.from(draft.localName ?? draft.name);
  const isLater = draft.hasDescriptor ?? false;
  const known: readonly [number, number, number] = isLater ? [0, 0, 0] : [crc32(data), raw.length, data.length];
  const [crc, compressed, size] = known;
  const head = fields(
    [0x04034b50, 4],
    [20, 2],
    [isLater ? 8 : 0, 2],
    [draft.method ?? 8, 2],
    [0, 4],
    [crc, 4],
    [compressed, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  );
  const descriptor = fields([0x08074b50, 4], [crc32(data), 4], [raw.length, 4], [data.length, 4]);
  return Buffer.concat([head, name, raw, ...(isLater ? [descriptor] : [])]);
}

function central({ draft, raw, data }: Packed, offset: number): Buffer {
  const name = Buffer.from(draft.name);
  const isZip64 = draft.isZip64 ?? false;
  const extra = isZip64 ? fields([1, 2], [24, 2], [data.length, 8], [raw.length, 8], [offset, 8]) : Buffer.alloc(0);
  const place = (value: number): readonly [number, 4] => [isZip64 ? LARGE : value, 4];
  const head = fields(
    [0x02014b50, 4],
    [45, 2],
    [45, 2],
    [draft.hasDescriptor === true ? 8 : 0, 2],
    [draft.method ?? 8, 2],
    [0, 4],
    [crc32(data), 4],
    place(raw.length),
    place(data.length),
    [name.length, 2],
    [extra.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    place(offset),
  );
  return Buffer.concat([head, name, extra]);
}

function ending(count: number, start: number, size: number, { isZip64 = false, comment = '' }: EndDraft): Buffer {
  const large = Buffer.concat([
    fields([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [count, 8], [count, 8], [size, 8], [start, 8]),
    fields([0x07064b50, 4], [0, 4], [start + size, 8], [1, 4]),
  ]);
  const [shown, length, from] = isZip64 ? [0xffff, LARGE, LARGE] : [count, size, start];
  const text = Buffer.from(comment);
  const end = fields([0x06054b50, 4], [0, 4], [shown, 2], [shown, 2], [length, 4], [from, 4], [text.length, 2]);
  return Buffer.concat([...(isZip64 ? [large] : []), end, text]);
}

/** A zip of those entries; `offsetOf` may send several directory entries to one place. */
export function aZip(
  drafts: readonly EntryDraft[],
  end: EndDraft = {},
  offsetOf = (index: number, offsets: readonly number[]): number => offsets[index] ?? 0,
): Uint8Array {
  const entries = drafts.map(packed);
  const bodies = entries.map(local);
  const offsets = bodies.map((_body, index) => bodies.slice(0, index).reduce((sum, body) => sum + body.length, 0));
  const start = bodies.reduce((sum, body) => sum + body.length, 0);
  const directory = Buffer.concat(entries.map((entry, index) => central(entry, offsetOf(index, offsets))));
  return Buffer.concat([...bodies, directory, ending(entries.length, start, directory.length, end)]);
}
