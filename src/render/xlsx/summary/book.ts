import type { Style, Workbook, Worksheet } from 'exceljs';
import type { ReportModel } from '../../../model/report.ts';
import type { SummaryWords } from '../../../model/summary-words.ts';
import type { InputFile } from '../../formats/json.ts';

/** What the figures cannot know of themselves: who computed them, which report states them, where their files lie. */
export interface SummaryContext {
  readonly programVersion: string;
  /** The name of the report, such as `bao-cao.docx`. */
  readonly reportFile: string;
  /** The commune's own files that the report rests on, beside those of the inbox. */
  readonly inputs: readonly InputFile[];
  /** The path of a file that a finding or figure names, relative to the workbook's folder, with `/`; undefined when not known. */
  readonly pathOf: (file: string) => string | undefined;
}

/** The summary workbook while it is being written. */
export interface SummaryBook {
  readonly workbook: Workbook;
  readonly model: ReportModel;
  readonly context: SummaryContext;
  readonly words: SummaryWords;
  readonly links: LinkPlaces;
  /** What the first sheet shows and names; the other sheets add to it. */
  readonly headlines: Headline[];
  readonly contents: SheetEntry[];
}

/** A figure of another sheet that the first one repeats, by a formula. */
export interface Headline {
  readonly label: string;
  readonly formula: string;
  readonly result: string | number;
  readonly look: Partial<Style>;
  /** The sheet it is computed on. */
  readonly sheet: string;
}

/** A sheet with what it holds. */
export interface SheetEntry {
  readonly name: string;
  readonly title: string;
}

/** By sheet: the places that its links lead to, by the address of the linking cell. */
export type LinkPlaces = Map<Worksheet, Map<string, PlacedLink>>;

/** A link to a place in a file, or in this workbook where `target` is undefined. */
export interface PlacedLink {
  readonly target: string | undefined;
  readonly place: string;
}

/** What stands left of the page number on every sheet. */
export function footOf({ model: { round } }: SummaryBook): string {
  return `Bảng tổng hợp – kỳ báo cáo ${round.period.id}`;
}
