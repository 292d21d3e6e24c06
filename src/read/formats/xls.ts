import type { Format } from '../format.ts';
import { gateBiff } from '../legacy/biff-gate.ts';
import { attempt } from '../give-up.ts';
import { readWithLibrary } from '../legacy/library.ts';

/** Excel 5 to 2003: checked and rebuilt by our gate, read by the SheetJS library (ADR 0015). */
export const xls: Format = { kinds: ['xls'], read: (bytes) => attempt(() => readWithLibrary(gateBiff(bytes))) };
