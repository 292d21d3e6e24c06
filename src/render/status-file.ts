import type { ReportModel } from '../model/report.ts';
import { renderStatusCsv } from './csv/status-csv.ts';
import { renderStatusPage, type StatusPageContext } from './html/status-page.ts';

/** The formats in which the state of a round can be a file. */
export type StatusFormat = 'csv' | 'html';

/** The state of the round as the text of such a file; the context is the page's. */
export function renderStatusFile(model: ReportModel, format: StatusFormat, context: StatusPageContext): string {
  switch (format) {
    case 'csv':
      return renderStatusCsv(model);
    case 'html':
      return renderStatusPage(model, context);
  }
}
