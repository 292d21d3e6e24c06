import { damaged } from '../give-up.ts';

/** The columns that a sheet hides, told as ranges that may reach to the end of the grid. */
export interface HiddenColumns {
  /** Zero-based, both ends inclusive. @throws Refusal when there are more ranges than columns */
  readonly hide: (first: number, last: number) => void;
  readonly has: (column: number) => boolean;
}

const COLUMNS = 16_384;

/** No hidden column yet. */
export function hiddenColumns(): HiddenColumns {
  let hidden: Uint8Array | undefined;
  let ranges = 0;
  return {
    hide: (first, last) => {
      if (++ranges > COLUMNS) damaged();
      hidden ??= new Uint8Array(COLUMNS);
      hidden.fill(1, first, last + 1);
    },
    has: (column) => hidden?.[column] === 1,
  };
}
