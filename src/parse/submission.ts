import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Round, SourceFile } from '../model/round.ts';
import type { Arrival, FormStamp, Submission } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';
import type { Workbook } from '../model/workbook.ts';
import { directiveFinding, periodFinding, versionFinding } from './form/form-check.ts';
import { fileEvidence } from './cells/file-evidence.ts';
import { readGeneral, typedUnit } from './form/general.ts';
import { readOpinions } from './form/opinions.ts';
import { locateParts, readIndicatorTable, readTaskTable, type Parts } from './form/form-parts.ts';
import { partFindings } from './form/part-findings.ts';
import { labelFindings } from './form/label-findings.ts';
import { findPersonalData } from './form/personal-data.ts';
import { problem } from './problems.ts';
import { readStamp } from './form/stamp.ts';
import { strayRows } from './form/stray-rows.ts';
import { entriesOf } from './tables/table-rows.ts';
import { unitOfFileName } from './units/round-names.ts';
import { unitOfStamp } from './units/unit-match.ts';
import { unitOfForm } from './units/unit-of-form.ts';
import type { UnitClues } from './units/unit-findings.ts';
import { recogniseUnit } from './units/unit-recognition.ts';

/**
 * Understands a workbook as a unit's report (báo cáo của đơn vị). Sheets, tables, rows and fields are found by their words,
 * not by their places. There is no submission when the file is of another form, round or unit than can be counted; a
 * finding at the file then says why. `knownName` is the unit's name if it stands elsewhere than in its field. Never throws.
 */
export function parseSubmission(
  workbook: Workbook,
  source: SourceFile,
  round: Round,
  knownName?: string,
): Outcome<Arrival> {
  const { file } = workbook;
  const stamp = readStamp(workbook);
  const guess = unitOfFileName(source.file, round);
  const otherForm = stamp === undefined ? undefined : directiveFinding(stamp, file, round);
  if (otherForm !== undefined) return unusable(source, unitOfStamp(stamp, round.units) ?? guess, [otherForm]);
  const parts = locateParts(workbook, round.directive, undefined);
  if (parts.fields.size === 0 && parts.tasks === undefined && parts.indicators === undefined) {
    return unusable(source, unitOfStamp(stamp, round.units) ?? guess, [unrecognised(file)]);
  }
  const recognised = unitOf(workbook, source, { stamp, knownName }, parts, round);
  const unit = recognised.value;
  const otherPeriod = stamp === undefined ? undefined : periodFinding(stamp, file, round);
  if (otherPeriod !== undefined) return unusable(source, unit, [...recognised.diagnostics, otherPeriod]);
  if (unit === undefined) {
    const misspelt = labelFindings(workbook, round.directive, { ...parts, opinions: new Map() }, undefined);
    const ofUnit = misspelt.filter(({ facts }) => facts['field'] === 'unit');
    return unusable(source, undefined, [...recognised.diagnostics, ...ofUnit]);
  }
  const version = stamp === undefined ? undefined : versionFinding(stamp, file, round);
  const submission = readSubmission(workbook, source, { stamp, unit }, round);
  return {
    value: { source, unit, submission: submission.value },
    diagnostics: [...recognised.diagnostics, ...(version === undefined ? [] : [version]), ...submission.diagnostics],
  };
}

function unusable(source: SourceFile, unit: Unit | undefined, diagnostics: readonly Diagnostic[]): Outcome<Arrival> {
  return { value: { source, unit, submission: undefined }, diagnostics };
}

function unitOf(
  { file }: Workbook,
  source: SourceFile,
  { stamp, knownName }: { readonly stamp: FormStamp | undefined; readonly knownName: string | undefined },
  { fields, tasks, indicators }: Parts,
  round: Round,
): Outcome<Unit | undefined> {
  const typed = typedUnit(fields);
  const clues: UnitClues = {
    file,
    path: source.file,
    stamp,
    name: typed.name === '' ? (knownName ?? '') : typed.name,
    nameRef: typed.ref,
  };
  if (round.units.length > 0) return recogniseUnit(clues, round);
  return unitOfForm(clues, round.directive, {
    tasks: entriesOf(tasks),
    indicators: entriesOf(indicators),
  });
}

function unrecognised(file: string): Diagnostic {
  return problem('form-unrecognised', {
    message: 'Tệp không phải biểu mẫu báo cáo: không thấy bảng nhiệm vụ, bảng chỉ tiêu hay phần thông tin chung nào',
    hint: 'Điền số liệu vào biểu mẫu Excel xã đã gửi cho đơn vị rồi gửi lại, không đổi tên cột và dòng tiêu đề',
    location: { kind: 'file', file },
  });
}

function readSubmission(
  workbook: Workbook,
  source: SourceFile,
  { stamp, unit }: { readonly stamp: FormStamp | undefined; readonly unit: Unit },
  round: Round,
): Outcome<Submission> {
  const { directive, period } = round;
  const known = [unit.adults, unit.households].flatMap((count) => count?.value ?? []);
  const evidence = fileEvidence(workbook, { known, period });
  const parts = locateParts(workbook, directive, unit);
  const general = readGeneral(parts.fields, directive, unit.type, evidence);
  const tasks = readTaskTable(workbook, directive, parts, unit.type, evidence);
  const indicators = readIndicatorTable(workbook, parts, { round, unit }, evidence);
  const opinions = readOpinions(workbook, directive, parts.regions);
  const phone = parts.fields.get('phone');
  const value: Submission = {
    file: workbook.file,
    sha256: source.sha256,
    ...(source.receipt === undefined ? {} : { receipt: source.receipt }),
    part: '',
    unit,
    stamp,
    ...general.value,
    missingSheets: (['tasks', 'indicators'] as const).filter((sheet) => parts[sheet] === undefined),
    tasks: tasks.value,
    indicators: indicators.value,
    opinions: opinions.value,
    personalData: findPersonalData(workbook, phone === undefined ? [] : [phone.ref]),
  };
  return {
    value,
    diagnostics: [
      ...[general, tasks, indicators, opinions].flatMap(({ diagnostics }) => diagnostics),
      ...partFindings(workbook, directive, parts, unit.type),
      ...strayRows(workbook, directive, {
        located: { tasks: parts.tasks !== undefined, indicators: parts.indicators !== undefined },
        regions: parts.regions,
        tasks: tasks.value,
        indicators: indicators.value,
      }),
    ],
  };
}
