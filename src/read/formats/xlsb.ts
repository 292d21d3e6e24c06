import type { Format } from '../format.ts';
import { attempt } from '../give-up.ts';
import { readWithLibrary } from '../legacy/library.ts';
import { gateXlsb } from '../legacy/xlsb-gate.ts';

/** Excel's binary workbook since 2007: checked and rebuilt by our gate, read by the SheetJS library (ADR 0015). */
export const xlsb: Format = { kinds: ['xlsb'], read: (bytes) => attempt(() => readWithLibrary(gateXlsb(bytes))) };
