import type { ReportModel } from '../../model/report.ts';
import { formatDate } from '../../vi/date.ts';
import { PATTERNS } from './bar.ts';
import { coverageCharts } from './coverage-chart.ts';
import { pageHead, tiles } from './head.ts';
import { markup, type Markup } from './markup.ts';
import { typeChart } from './type-chart.ts';
import { unitTable } from './unit-table.ts';

/** A style sheet or script that stands in the page itself. */
export interface InlineSource {
  /** Must not contain `</`: it would end its element. */
  readonly text: string;
  /** SHA-256 of the text in base64; nothing else may run or style the page. */
  readonly sha256: string;
}

/** What a page takes besides the round's figures. */
export interface StatusPageContext {
  readonly programVersion: string;
  readonly style: InlineSource;
  readonly script: InlineSource;
}

/** Text that ships with the program and is no data. */
function asIs({ text }: InlineSource): Markup {
  return { markup: text };
}

/** Loads nothing, sends nothing, runs the page's own script only. */
function contentPolicy({ style, script }: StatusPageContext): string {
  return `default-src 'none'; style-src 'sha256-${style.sha256}'; script-src 'sha256-${script.sha256}'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function policyTag(context: StatusPageContext): Markup {
  // Quotation marks of a policy must not be escaped for readers of the source; hashes and keywords hold no other sign.
  return { markup: `<meta http-equiv="Content-Security-Policy" content="${contentPolicy(context)}">` };
}

/**
 * The state of the round as one HTML page for a screen or a projector: no other file, no network, readable without scripts,
 * without colour and by keyboard. The same figures give the same bytes.
 */
export function renderStatusPage(model: ReportModel, context: StatusPageContext): string {
  const { round } = model;
  const owner = round.issuer === undefined ? '' : ` – ${round.issuer}`;
  const { markup: page } = markup`<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
${policyTag(context)}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
<title>Tình hình nộp báo cáo kỳ ${round.period.id}${owner}</title>
<link rel="icon" href="data:,">
<style>${asIs(context.style)}</style>
</head>
<body>
<a class="skip" href="#units-title">Đến bảng từng đơn vị</a>
${PATTERNS}
${pageHead(model)}
<main>
${tiles(model)}
${typeChart(model)}
${coverageCharts(model)}
${unitTable(model)}
</main>
<footer><p>Lập từ số liệu chốt ngày ${formatDate(round.asOf)} bằng chương trình tkcds ${context.programVersion}. Trang này không cần mạng, không gửi gì đi.</p></footer>
<script>${asIs(context.script)}</script>
</body>
</html>
`;
  return page;
}
