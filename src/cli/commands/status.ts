import type { ReportingRate, ReportModel, UnitOutcome } from '../../model/report.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { judgeRound } from '../../workspace/judge-round.ts';
import type { Answer, Request } from '../command.ts';
import { exitCodeOf } from '../exit-code.ts';
import { countSeverities, countWords, shownName } from '../finding-words.ts';
import type { JsonObject } from '../../pipeline.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { ownFindings } from '../own-findings.ts';
import type { Paint } from '../paint.ts';
import { roundJson, STATUS_WORDS } from '../round-words.ts';
import { textTable } from '../table.ts';

function statusWord({ status, files, isConflicting, acceptedLate }: UnitOutcome): string {
  if (acceptedLate !== undefined) return `${STATUS_WORDS[status]} (được chấp nhận)`;
  return isConflicting ? `${STATUS_WORDS[status]} (${files.length} tệp, chưa tính)` : STATUS_WORDS[status];
}

/** Marked when only the report itself says when it came. */
function receivedWords({ receivedOn, receivedBy }: UnitOutcome): string {
  if (receivedOn === undefined) return '';
  return receivedBy === 'ledger' ? formatDate(receivedOn) : `${formatDate(receivedOn)} *`;
}

function unitLines({ units }: ReportModel): readonly string[] {
  return textTable(
    [
      { heading: 'Mã', align: 'left' },
      { heading: 'Đơn vị', align: 'left' },
      { heading: 'Loại', align: 'left' },
      { heading: 'Tình trạng', align: 'left' },
      { heading: 'Ngày nhận', align: 'left' },
      { heading: 'Lỗi', align: 'right' },
      { heading: 'Cảnh báo', align: 'right' },
    ],
    units.map((outcome) => [
      outcome.unit.id,
      outcome.unit.name,
      outcome.unitType.name,
      statusWord(outcome),
      receivedWords(outcome),
      formatInteger(outcome.errorCount),
      formatInteger(outcome.warningCount),
    ]),
  );
}

function rateCells({ unitType, expected, received, onTime, rate, rateOnTime }: ReportingRate): readonly string[] {
  return [
    unitType === undefined ? 'Cộng' : capitalize(unitType.plural),
    formatInteger(expected),
    formatInteger(received),
    formatInteger(onTime),
    formatPercent(rate),
    formatPercent(rateOnTime),
  ];
}

function rateLines({ rates, overallRate }: ReportModel): readonly string[] {
  return textTable(
    [
      { heading: 'Loại đơn vị', align: 'left' },
      { heading: 'Phải nộp', align: 'right' },
      { heading: 'Đã nộp', align: 'right' },
      { heading: 'Đúng hạn', align: 'right' },
      { heading: 'Tỷ lệ nộp', align: 'right' },
      { heading: 'Tỷ lệ đúng hạn', align: 'right' },
    ],
    [...rates, overallRate].map(rateCells),
  );
}

function unitJson(outcome: UnitOutcome): JsonObject {
  const { unit, unitType, status, isCounted, files, receivedOn, receivedBy, reportedOn, countedOn } = outcome;
  return {
    id: unit.id,
    name: unit.name,
    unitType: unitType.id,
    mustReport: unitType.mustReport,
    status,
    isCounted,
    files: files.map(shownName),
    receivedOn: receivedOn ?? null,
    receivedBy: receivedBy ?? null,
    acceptedLate: outcome.acceptedLate ?? null,
    reportedOn: reportedOn ?? null,
    countedOn: countedOn ?? null,
    tasks: {
      asked: outcome.assignedTaskCount,
      understood: outcome.answeredTaskCount,
      completed: outcome.completedTaskCount,
    },
    counts: { error: outcome.errorCount, warning: outcome.warningCount, info: outcome.infoCount },
  };
}

function rateJson({ unitType, expected, received, onTime }: ReportingRate): JsonObject {
  return { unitType: unitType?.id ?? null, expected, received, onTime };
}

function bodyLines(model: ReportModel, paint: Paint): readonly string[] {
  const title = (text: string): string => paint.strong(text);
  const stated = model.units.some(({ receivedBy }) => receivedBy === 'stated');
  const note = stated ? ['* ngày ghi trên báo cáo, chưa ghi sổ tiếp nhận'] : [];
  return [
    title('Tình hình nộp báo cáo'),
    ...unitLines(model),
    ...note,
    '',
    title('Tỷ lệ nộp báo cáo'),
    ...rateLines(model),
  ];
}

/** `tkcds status`: who has reported, what is late, how much is wrong. */
export async function run(request: Request): Promise<Answer> {
  const opened = await openRequestedInbox(request);
  const { model } = await judgeRound(opened, request.read);
  const counts = countSeverities(model.diagnostics);
  return {
    command: 'status',
    exitCode: exitCodeOf(model.diagnostics, request.globals.threshold),
    diagnostics: model.diagnostics,
    listed: ownFindings(model.diagnostics, model),
    facts: {
      rounds: [roundJson(opened.round)],
      units: model.units.map(unitJson),
      strays: model.strays.map(({ file }) => shownName(file)),
      rates: { overall: rateJson(model.overallRate), byUnitType: model.rates.map(rateJson) },
    },
    body: (paint) => bodyLines(model, paint),
    closing: () => ['', `Cả kỳ: ${countWords(counts)}. Tiếp theo: chạy “tkcds validate” để xem từng phát hiện.`],
  };
}
