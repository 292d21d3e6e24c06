/** What a zip package may hold before it is left alone; the largest honest workbooks of a corpus of 6,400 stay below these. */
export const ZIP_LIMITS = {
  /** Entries of the archive, folders included. */
  zipEntries: 4_000,
  /** Bytes of one part when unpacked. */
  partBytes: 96 * 1024 * 1024,
  /** Bytes of all parts that are unpacked, together; a part that is read twice counts twice. */
  unpackedBytes: 160 * 1024 * 1024,
} as const;

/** The name of a limit of zip packages. */
export type ZipLimitId = keyof typeof ZIP_LIMITS;

/** No part of an honest package comes near these: beyond them a part counts as damaged. They bound the parser's memory. */
export const XML_LIMITS = {
  /** Elements within elements. */
  depth: 100,
  /** Attributes of one element. */
  attributes: 500,
  /** Namespace prefixes declared at one place of a part, its surroundings included. */
  prefixes: 500,
  /** Characters without the begin or end of an element: one text, one comment, one tag. Texts of cells are 100 times shorter. */
  quiet: 4 * 1024 * 1024,
  /** Elements of one part. */
  elements: 12_000_000,
  /** Relations of one part. */
  relations: 10_000,
} as const;
