import type { Format } from '../format.ts';
import { spreadsheet } from './spreadsheet.ts';

/** Every input format, sorted by name. */
export const FORMATS: readonly Format[] = [spreadsheet];
