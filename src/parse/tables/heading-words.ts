interface Column<Id extends string> {
  readonly id: Id;
  readonly heading: string;
}

/** The heading of that column in quotation marks, for a message: `“Số liệu”`; in our own words, never those of a file. */
export function quotedHeading<Id extends string>(columns: readonly Column<Id>[], id: Id): string {
  return `“${columns.find((column) => column.id === id)?.heading ?? id}”`;
}
