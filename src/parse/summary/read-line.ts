import type { Outcome } from '../../model/diagnostic.ts';
import { groupsOf, indicatorsOf, type Directive, type FormFieldId } from '../../model/directive.ts';
import type { Answer } from '../../model/located.ts';
import type { PlainDate } from '../../model/plain-date.ts';
import type { Round, SourceFile } from '../../model/round.ts';
import type { PersonalDataMark, Submission } from '../../model/submission.ts';
import type { Unit } from '../../model/unit.ts';
import type { CellRef, Workbook } from '../../model/workbook.ts';
import { partsOfSerial } from '../../vi/date.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import type { FileEvidence } from '../cells/file-evidence.ts';
import { isFilled } from '../cells/raw-text.ts';
import type { GeneralFields } from '../form/general.ts';
import { fieldCell, readLineAnswers, timeStamps, type LineCell } from './answers.ts';
import { lineWords } from './grid.ts';
import type { Line } from './lines.ts';
import type { SummaryTable } from './locate.ts';

/** All that the lines of one table share. */
export interface Setting {
  readonly workbook: Workbook;
  readonly source: SourceFile;
  readonly round: Round;
  readonly table: SummaryTable;
  readonly evidence: FileEvidence;
  /** Cells that look like personal data, by the name of the table's line in which they lie. */
  readonly marks: (line: number) => readonly PersonalDataMark[];
  /** Fields of the form that stand outside the table, for all lines alike. */
  readonly fields: GeneralFields;
}

/** One unit's report in a line; `stamp` is the cell whose time stamp serves as the day of the report. */
export interface LineReport {
  readonly submission: Submission;
  readonly stamp: CellRef | undefined;
}

const ZONE = /\s*\(?(?:GMT|UTC)\s*(?:[+-]\d{1,2}(?::?\d{2})?)?\)?\s*$/iu;
const TIME_OF_DAY = /\d{1,2}:\d{2}/u;

/** The cell without the time zone behind its text, which is not a part of the day. */
function withoutZone({ cell, ...rest }: LineCell): LineCell {
  if (cell?.value.kind !== 'text') return { cell, ...rest };
  return { cell: { ...cell, value: { kind: 'text', text: cell.value.text.replace(ZONE, '') } }, ...rest };
}

function hasTime({ cell }: LineCell): boolean {
  const value = cell?.value;
  if (value?.kind === 'text') return TIME_OF_DAY.test(value.text);
  return (
    value?.kind === 'number' && value.isDate && partsOfSerial(value.number) !== undefined && value.number % 1 !== 0
  );
}

/** The cell in which an online form noted when the answer came in. */
function stampOf(line: Line): LineCell | undefined {
  return timeStamps(line.cells).find((cell) => isFilled(cell.cell) && (!cell.isNeedingTime || hasTime(cell)));
}

/** The date of that line, else the one that stands outside the table. */
function dateOf(
  { round, fields, evidence }: Setting,
  line: Line,
  id: FormFieldId,
  unit: Unit,
): Outcome<Answer<PlainDate>> & { readonly stamp: CellRef | undefined } {
  const field = round.directive.form.fields.find((candidate) => candidate.id === id);
  const outside = fields.get(id);
  const own = fieldCell(line.cells, id) ?? (isFilled(outside?.cell) ? outside : undefined);
  const stamp = own === undefined && id === 'reportedOn' ? stampOf(line) : undefined;
  const found = own ?? (stamp === undefined ? outside : withoutZone(stamp));
  if (field === undefined || found === undefined || !(field.unitTypes?.includes(unit.type) ?? true)) {
    return { value: { kind: 'absent', mark: 'blank', ref: undefined }, diagnostics: [], stamp: undefined };
  }
  const place = { evidence: evidence.at(), ...found };
  return { ...CELL_TYPES.date({ ...place, thing: `Ô “${field.label}”`, facts: {} }), stamp: stamp?.ref };
}

/** The tables of the form that this one has no columns for although such units are asked. */
function lackingSheets({ columns }: SummaryTable, directive: Directive, { type }: Unit): Submission['missingSheets'] {
  const kinds = new Set([...columns.values()].flat().map(({ kind }) => kind));
  const isAskedTasks = groupsOf(directive, type).length > 0;
  const isAskedNumbers = indicatorsOf(directive, type).length > 0;
  return [
    ...(isAskedTasks && !kinds.has('task') ? (['tasks'] as const) : []),
    ...(isAskedNumbers && !kinds.has('indicator') ? (['indicators'] as const) : []),
  ];
}

/** Understands the line as the report of that unit. */
export function readLine(setting: Setting, line: Line, unit: Unit): Outcome<LineReport> {
  const { workbook, source, round, table, fields } = setting;
  const answers = readLineAnswers(line.cells, { round, unit });
  const [reportedOn, countedOn] = [dateOf(setting, line, 'reportedOn', unit), dateOf(setting, line, 'countedOn', unit)];
  const hasField = (id: FormFieldId): boolean => isFilled(fieldCell(line.cells, id)?.cell ?? fields.get(id)?.cell);
  const submission: Submission = {
    file: workbook.file,
    sha256: source.sha256,
    ...(source.receipt === undefined ? {} : { receipt: source.receipt }),
    part: lineWords(table.grid, line.line),
    unit,
    stamp: undefined,
    hasReporter: hasField('reporter'),
    hasPhone: hasField('phone'),
    reportedOn: reportedOn.value,
    countedOn: countedOn.value,
    missingSheets: lackingSheets(table, round.directive, unit),
    ...answers.value,
    personalData: setting.marks(line.line),
  };
  const diagnostics = [reportedOn, countedOn, answers].flatMap((outcome) => outcome.diagnostics);
  return { value: { submission, stamp: reportedOn.stamp }, diagnostics };
}
