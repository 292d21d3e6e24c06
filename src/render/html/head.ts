import { standingsOf } from '../../model/standing.ts';
import type { ReportModel } from '../../model/report.ts';
import type { Round } from '../../model/round.ts';
import { formatDate } from '../../vi/date.ts';
import { daysLeft, formatDaysLeft, formatDue } from '../../vi/due.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { markup, NOTHING, type Markup } from './markup.ts';

/** The days left as a word on its own, with a sign that tells a passed deadline without colour. */
function urgency({ period, asOf }: Round): Markup {
  const days = daysLeft(period.due, asOf);
  const [kind, sign] = days < 0 ? ['past', '✗'] : days <= 2 ? ['near', '!'] : ['ahead', '✓'];
  return markup`<strong class="days ${kind}"><span aria-hidden="true">${sign} </span>${formatDaysLeft(period.due, asOf)}</strong>`;
}

/** Who, what, which period, until when. */
export function pageHead({ round }: ReportModel): Markup {
  const { period, asOf, directive, issuer } = round;
  const who = issuer === undefined ? NOTHING : markup`<p class="issuer">${issuer}</p>`;
  return markup`<header>
${who}
<h1>Tình hình nộp báo cáo kỳ ${period.id}</h1>
<p>${capitalize(directive.subject)}; từ ngày ${formatDate(period.from)} đến ngày ${formatDate(period.to)}</p>
<p class="due">Hạn nộp: <strong>${formatDue(period.due)}</strong> ${urgency(round)} <span>Tính đến ngày ${formatDate(asOf)}</span></p>
</header>`;
}

interface Tile {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

function tileMarkup({ label, value, note }: Tile): Markup {
  const more = note === '' ? NOTHING : markup`<dd class="note">${note}</dd>`;
  return markup`<div><dt>${label}</dt><dd>${value}</dd>${more}</div>
`;
}

/** The counts of the units that must report, in large figures. */
export function tiles(model: ReportModel): Markup {
  const { rate, late, undated, missing, unusable, complete, errorCount, warningCount } = standingsOf(model).overall;
  const tile = (label: string, value: number, note = ''): Tile => ({ label, value: formatInteger(value), note });
  const shown = [
    tile('Phải nộp', rate.expected),
    tile('Đã nộp', rate.received, formatPercent(rate.rate)),
    tile('Đúng hạn', rate.onTime, formatPercent(rate.rateOnTime)),
    tile('Nộp muộn', late, undated === 0 ? '' : `và ${formatInteger(undated)} không rõ ngày`),
    tile('Chưa nộp', missing),
    tile('Chưa sử dụng được', unusable),
    tile('Đầy đủ, không lỗi', complete),
    tile('Lỗi', errorCount, `${formatInteger(warningCount)} cảnh báo`),
  ];
  return markup`<section aria-labelledby="counts-title">
<h2 id="counts-title">Đơn vị phải báo cáo</h2>
<dl class="tiles">
${shown.map(tileMarkup)}</dl>
</section>`;
}
