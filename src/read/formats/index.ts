import type { Format } from '../format.ts';
import { csv } from './csv.ts';
import { fods } from './fods.ts';
import { html } from './html.ts';
import { ods } from './ods.ts';
import { spreadsheetXml } from './spreadsheet-xml.ts';
import { xls } from './xls.ts';
import { xlsb } from './xlsb.ts';
import { xlsx } from './xlsx.ts';

/** Every input format, sorted by name. */
export const FORMATS: readonly Format[] = [csv, fods, html, ods, spreadsheetXml, xls, xlsb, xlsx];
