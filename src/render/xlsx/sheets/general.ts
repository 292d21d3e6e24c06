import type { Style, Workbook } from 'exceljs';
import type { FormField, FormFieldId } from '../../../model/directive.ts';
import { groupsOf, indicatorsOf } from '../../../model/directive.ts';
import { EARLIEST_COUNT_DAYS } from '../../../model/period.ts';
import type { FormPrefill } from '../../../model/prefill.ts';
import type { Round } from '../../../model/round.ts';
import type { Unit } from '../../../model/unit.ts';
import { addDays } from '../../../vi/date.ts';
import { capitalize, matchKey } from '../../../vi/text.ts';
import { writeLines, writeRow } from '../cells.ts';
import { footOf } from '../sheet-head.ts';
import { addPage, lock, setPrintRows } from '../sheet-setup.ts';
import { STYLES } from '../styles.ts';
import { dayBetween, midnight } from '../validations.ts';
import { citation, dueWords, periodWords } from '../words.ts';

const WIDTHS = [24, 28, 30];
/** A report may come late; a year after the deadline it is a slip of the pen. */
const LATEST_DAYS = 365;
/** Room to write by hand on a printed form. */
const FIELD_HEIGHT = 30;

function styleOf(id: FormFieldId): Partial<Style> {
  switch (id) {
    case 'unit':
      return STYLES.fixed;
    case 'reporter':
    case 'phone':
      return STYLES.inputCode;
    case 'reportedOn':
    case 'countedOn':
      return { ...STYLES.inputDate, alignment: STYLES.inputCode.alignment };
  }
}

/** Counts may refer to a day before the period, reports are written in it or later. */
function earliestOf(id: 'reportedOn' | 'countedOn', { period }: Round): string {
  return id === 'countedOn' ? addDays(period.from, -EARLIEST_COUNT_DAYS) : period.from;
}

function titleLines({ directive, period }: Round, unit: Unit): Parameters<typeof writeLines>[3] {
  const { document, form, reporting, subject } = directive;
  return [
    { text: form.title.toLocaleUpperCase('vi'), look: 'title' },
    ...(matchKey(form.title).includes(matchKey(subject))
      ? []
      : [{ text: capitalize(subject), look: 'subtitle' as const }]),
    { text: `Đơn vị báo cáo: ${unit.name}`, look: 'unit' },
    { text: `Kỳ báo cáo: ${periodWords(period)}`, look: 'subtitle' },
    { text: `Hạn nộp: ${dueWords(period.due)}`, look: 'subtitle' },
    { text: `Nơi nhận: ${reporting.receiver}`, look: 'subtitle' },
    ...(document === undefined ? [] : [{ text: `Thực hiện ${citation(document)}`, look: 'subtitle' as const }]),
  ];
}

function steps({ directive }: Round, unit: Unit): readonly string[] {
  const { sheets } = directive.form;
  const tasks = groupsOf(directive, unit.type).flatMap((group) => group.tasks).length;
  const indicators = indicatorsOf(directive, unit.type).length;
  const isBound = directive.unitTypes.find(({ id }) => id === unit.type)?.mustReport ?? true;
  return [
    ...(isBound ? [] : ['Đơn vị không bắt buộc báo cáo; có hoạt động hưởng ứng thì gửi để xã ghi nhận.']),
    'Chỉ nhập vào các ô nền vàng nhạt; các ô khác đã khóa.',
    ...(tasks === 0 ? [] : [`Trang “${sheets.tasks.name}”: ${tasks} nhiệm vụ, mỗi nhiệm vụ ghi một dòng.`]),
    ...(indicators === 0
      ? []
      : [
          `Trang “${sheets.indicators.name}”: ${indicators} chỉ tiêu. Có số liệu bằng không thì ghi 0; chưa có số liệu thì để trống.`,
        ]),
    `Trang “${sheets.opinions.name}”: ghi ngắn gọn; không có thì để trống.`,
    'Không ghi số định danh cá nhân, danh sách họ tên hoặc số điện thoại của người dân vào biểu này.',
    `Ghi xong, lưu tệp (giữ dạng .xlsx) và gửi về ${directive.reporting.receiver}.`,
  ];
}

/** The first sheet: who reports, when, and how to fill in the form. Label in column A, input in B, guidance in C. */
export async function addGeneralSheet(
  workbook: Workbook,
  round: Round,
  unit: Unit,
  prefill: FormPrefill,
): Promise<void> {
  const { form } = round.directive;
  const foot = footOf(round, unit);
  const sheet = addPage(workbook, { name: form.sheets.general.name, orientation: 'portrait', widths: WIDTHS, foot });
  const isAsked = ({ unitTypes }: FormField): boolean => unitTypes === undefined || unitTypes.includes(unit.type);
  let row = writeLines(sheet, 1, WIDTHS.length, titleLines(round, unit)) + 1;
  for (const { id, label, guidance } of form.fields.filter(isAsked)) {
    const style = styleOf(id);
    const field = id === 'unit' ? { text: unit.name, style } : { style };
    writeRow(
      sheet,
      row,
      [{ text: label, style: STYLES.label }, field, { text: guidance, style: STYLES.guidance }],
      FIELD_HEIGHT,
    );
    if (id === 'reportedOn' || id === 'countedOn') {
      const latest = addDays(round.period.due.date, LATEST_DAYS);
      const cell = sheet.getCell(row, 2);
      cell.dataValidation = dayBetween(earliestOf(id, round), latest);
      const day = prefill[id];
      if (day !== undefined) cell.value = midnight(day);
    }
    row += 1;
  }
  const remarks = ['Cách ghi biểu này:', ...steps(round, unit).map((text, index) => `${index + 1}. ${text}`)].map(
    (text) => ({ text, look: 'step' as const }),
  );
  const end = writeLines(sheet, row + 1, WIDTHS.length, remarks);
  setPrintRows(sheet, { last: end - 1 });
  await lock(sheet);
}
