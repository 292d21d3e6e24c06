import { isComplete } from '../../model/standing.ts';
import type { ReceiptStatus, ReportModel, UnitOutcome } from '../../model/report.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger } from '../../vi/number.ts';
import { RECEIPT_WORDS } from '../../vi/receipt-words.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { markup, NOTHING, type Markup } from './markup.ts';

/** A sign before each status, so that colour is never needed. */
const SIGNS: Readonly<Record<ReceiptStatus, string>> = {
  'on-time': '✓',
  late: '▲',
  undated: '?',
  missing: '✗',
  'not-due': '…',
  unusable: '!',
  'not-expected': '–',
};

function statusWords({ status, isConflicting, acceptedLate, files }: UnitOutcome): string {
  if (acceptedLate !== undefined) return `${RECEIPT_WORDS[status]} (được chấp nhận)`;
  return isConflicting
    ? `${RECEIPT_WORDS[status]} (${formatInteger(files.length)} tệp khác nhau, chưa tính)`
    : RECEIPT_WORDS[status];
}

function receivedCell({ receivedOn, receivedBy }: UnitOutcome): Markup {
  if (receivedOn === undefined) return markup`<td class="short" data-label="Ngày nhận" data-sort=""></td>`;
  const mark = receivedBy === 'ledger' ? '' : ' *';
  return markup`<td class="short" data-label="Ngày nhận" data-sort="${receivedOn}">${formatDate(receivedOn)}${mark}</td>`;
}

function completeWords(outcome: UnitOutcome): string {
  if (outcome.files.length === 0) return '';
  return isComplete(outcome) ? '✓ đủ' : '✗ chưa';
}

function countCell(label: string, count: number): Markup {
  const kind = count === 0 ? 'number none' : 'number some';
  return markup`<td class="${kind}" data-label="${label}" data-sort="${count}">${formatInteger(count)}</td>`;
}

function row(outcome: UnitOutcome): Markup {
  const { unit, unitType, status, errorCount, warningCount, answeredTaskCount, assignedTaskCount } = outcome;
  return markup`<tr data-type="${unitType.id}" data-status="${status}" data-errors="${errorCount}"><td class="code" data-label="Mã">${unit.id}</td><th scope="row">${unit.name}</th><td data-label="Loại">${unitType.name}</td><td class="status ${status}" data-label="Tình trạng"><span class="sign" aria-hidden="true">${SIGNS[status]}</span> ${statusWords(outcome)}</td>${receivedCell(outcome)}<td class="number" data-label="Nhiệm vụ đã trả lời" data-sort="${answeredTaskCount}">${formatInteger(answeredTaskCount)}/${formatInteger(assignedTaskCount)}</td><td class="short" data-label="Đầy đủ">${completeWords(outcome)}</td>${countCell('Lỗi', errorCount)}${countCell('Cảnh báo', warningCount)}</tr>
`;
}

function option(value: string, words: string, count: number): Markup {
  return markup`<option value="${value}">${words} (${formatInteger(count)})</option>`;
}

/** The choices of the register itself: no type and no status that no unit has. */
function filters({ units }: ReportModel): Markup {
  const countOf = (isWanted: (outcome: UnitOutcome) => boolean): number => units.filter(isWanted).length;
  const types = [...new Map(units.map(({ unitType }) => [unitType.id, unitType])).values()];
  const statuses = [...new Set(units.map(({ status }) => status))];
  return markup`<div id="filters" role="search" aria-label="Lọc bảng đơn vị" hidden>
<label>Tìm đơn vị <input type="search" id="wanted" autocomplete="off" placeholder="tên hoặc mã, gõ không dấu cũng được"></label>
<label>Loại <select id="type"><option value="">mọi loại</option>${types.map(({ id, name }) =>
    option(
      id,
      name,
      countOf(({ unitType }) => unitType.id === id),
    ),
  )}</select></label>
<label>Tình trạng <select id="status"><option value="">mọi tình trạng</option>${statuses.map((one) =>
    option(
      one,
      RECEIPT_WORDS[one],
      countOf(({ status }) => status === one),
    ),
  )}</select></label>
<label class="check"><input type="checkbox" id="faulty"> Chỉ đơn vị có lỗi</label>
<button type="button" id="clear">Bỏ lọc, xếp lại như đầu</button>
</div>
<p id="shown" role="status" aria-live="polite">${formatInteger(units.length)} đơn vị</p>`;
}

function notes({ units, strays }: ReportModel): Markup {
  const isStated = units.some(({ receivedBy }) => receivedBy === 'stated');
  const names = joinWords(strays.map(({ file }) => quoteValue(file)));
  return markup`${isStated ? markup`<p>* ngày ghi trên báo cáo, chưa ghi sổ tiếp nhận</p>` : NOTHING}
${strays.length === 0 ? NOTHING : markup`<p>Tệp chưa rõ của đơn vị nào: ${names}</p>`}
<p>Đầy đủ: số liệu được tính, đã trả lời mọi nhiệm vụ được giao, không có lỗi.</p>`;
}

/** Every unit of the register with what became of its report; the filters show themselves when scripts run. */
export function unitTable(model: ReportModel): Markup {
  return markup`<section aria-labelledby="units-title">
<h2 id="units-title" tabindex="-1">Từng đơn vị</h2>
${filters(model)}
<table class="stacked" id="units" aria-labelledby="units-title">
<thead><tr><th scope="col">Mã</th><th scope="col">Đơn vị</th><th scope="col">Loại</th><th scope="col">Tình trạng</th><th scope="col">Ngày nhận</th><th scope="col" class="number" data-kind="number">Nhiệm vụ đã trả lời</th><th scope="col">Đầy đủ</th><th scope="col" class="number" data-kind="number">Lỗi</th><th scope="col" class="number" data-kind="number">Cảnh báo</th></tr></thead>
<tbody>
${model.units.map(row)}</tbody>
</table>
${notes(model)}
</section>`;
}
