import type { Diagnostic, Location, Related } from '../../model/diagnostic.ts';
import type { ReportingPeriod } from '../../model/period.ts';
import { MERGERS_SHEET, type DormantUnit } from '../../model/register.ts';
import type { FormStamp } from '../../model/submission.ts';
import type { Unit } from '../../model/unit.ts';
import type { CellRef } from '../../model/workbook.ts';
import { formatDate } from '../../vi/date.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { suggestConfirmation } from '../confirmable.ts';
import type { OldUnit } from './old-units.ts';
import { problem } from '../problems.ts';

/** What a file says about whose report it is. */
export interface UnitClues {
  /** As findings name the file. */
  readonly file: string;
  /** As it lies in the inbox. */
  readonly path: string;
  readonly stamp: FormStamp | undefined;
  /** The name in the form's own field; '' when blank. */
  readonly name: string;
  /** The cell of that field; undefined when the form has none. */
  readonly nameRef: CellRef | undefined;
}

const REGISTER = 'danh sách đơn vị (don-vi.xlsx)';

/** `“…” (mã TH01, xã cũ …)`; a unit without a code is one that was merged into another. */
function describe({ id, name, formerCommune }: Unit): string {
  const what = id === '' ? 'đơn vị cũ' : `mã ${id}`;
  return `${quoteValue(name)} (${what}${formerCommune === '' ? '' : `, xã cũ ${formerCommune}`})`;
}

function nameCell({ nameRef }: UnitClues): readonly Related[] {
  return nameRef === undefined ? [] : [{ location: { kind: 'cell', ref: nameRef }, note: 'ô tên đơn vị' }];
}

/** The name there is another unit’s. */
export function mismatch(what: string, unit: Unit, location: Location): Diagnostic {
  return problem('unit-name-mismatch', {
    message: `${what}, nhưng báo cáo được tính cho ${describe(unit)}`,
    hint: 'Kiểm tra tệp có đúng của đơn vị này không; nếu đúng thì sửa tên cho khớp, nếu không thì lấy đúng biểu mẫu của đơn vị kia',
    location,
    facts: { unit: unit.id },
  });
}

/** The form was made for another type of unit than the register says; undefined when it was not, or does not say. */
export function typeMismatch(unit: Unit, { file, stamp }: UnitClues): Diagnostic | undefined {
  if (stamp === undefined || stamp.unitType === '' || stamp.unitType === unit.type) return undefined;
  return problem('unit-type-mismatch', {
    message: `Biểu mẫu được tạo cho loại đơn vị khác với loại của ${describe(unit)} trong ${REGISTER}, nhiệm vụ được giao có thể khác`,
    hint: `Kiểm tra cột “Loại đơn vị” của đơn vị này trong ${REGISTER}, rồi tạo lại biểu mẫu cho đơn vị`,
    location: { kind: 'file', file },
    facts: { unit: unit.id, found: stamp.unitType, expected: unit.type },
  });
}

/**
 * No unit of the register is meant; `nearest` is the name that looks most like the one found, `meant` the unit that has it if it
 * looks like the name in the form and one unit only has it.
 */
export function unknown(clues: UnitClues, nearest: string | undefined, meant?: Unit): Diagnostic {
  const { file, stamp, name } = clues;
  const likeness =
    nearest === undefined || meant === undefined
      ? undefined
      : ({ wording: nearest, kind: 'unit', code: meant.id } as const);
  const confirmation = suggestConfirmation(name, likeness);
  const said = name === '' ? (stamp?.unitName ?? '') : name;
  const suggestion = nearest === undefined ? '' : ` (có phải ý bạn là ${quoteValue(nearest)}?)`;
  const what =
    said === ''
      ? `không thấy ô ghi tên đơn vị và tên tệp cũng không cho biết${suggestion}`
      : `${REGISTER} không có tên ${quoteValue(said)}${suggestion}`;
  return problem('unit-unknown', {
    message: `Không nhận ra báo cáo của đơn vị nào: ${what}`,
    hint:
      said === ''
        ? 'Ghi đúng tên đơn vị vào ô tên đơn vị của phiếu, hoặc ghi mã đơn vị vào tên tệp'
        : `Ghi đúng tên đơn vị vào ô tên đơn vị của phiếu, hoặc thêm tên này vào cột “Tên gọi khác” trong ${REGISTER}${confirmation.hint}`,
    location: { kind: 'file', file },
    related: nameCell(clues),
    facts: confirmation.facts,
  });
}

/** “hoạt động từ ngày … đến ngày …” */
function termWords({ from, to }: DormantUnit): string {
  const begun = from === undefined ? '' : ` từ ngày ${formatDate(from)}`;
  return `hoạt động${begun}${to === undefined ? '' : ` đến ngày ${formatDate(to)}`}`;
}

/** The report is of a unit that the register has, but not at the end of the period. */
export function dormant(clues: UnitClues, away: readonly DormantUnit[], period: ReportingPeriod): Diagnostic {
  const what = away.map((one) => `${describe(one.unit)} ${termWords(one)}`);
  return problem('unit-dormant', {
    message: `Theo ${REGISTER}, ${joinWords(what)} nên không phải báo cáo kỳ ${period.id} (đến ngày ${formatDate(period.to)})`,
    hint: `Kiểm tra tệp có đúng của kỳ này không: báo cáo của kỳ khác thì chuyển sang kỳ đó; đơn vị vẫn hoạt động thì sửa ngày trong ${REGISTER}`,
    location: { kind: 'file', file: clues.file },
    related: [
      ...nameCell(clues),
      ...away.map(({ ref }): Related => ({ location: { kind: 'cell', ref }, note: 'dòng của đơn vị' })),
    ],
    facts: { units: codesOf(away.map(({ unit }) => unit)), period: period.id },
  });
}

function codesOf(units: readonly Unit[]): string {
  return units.flatMap(({ id }) => (id === '' ? [] : [id])).join(', ');
}

/** Several units of the register may be meant. */
export function ambiguous(clues: UnitClues, candidates: readonly Unit[]): Diagnostic {
  const { file, name } = clues;
  const said = name === '' ? 'Tên tệp' : `Tên đơn vị ${quoteValue(name)}`;
  return problem('unit-ambiguous', {
    message: `${said} có thể là ${candidates.length} đơn vị: ${joinWords(candidates.map(describe))}`,
    hint: 'Ghi thêm tên xã cũ sau tên đơn vị trong phiếu, hoặc ghi mã đơn vị vào ô tên đơn vị hay vào tên tệp',
    location: { kind: 'file', file },
    related: nameCell(clues),
    facts: { units: codesOf(candidates) },
  });
}

/** The form was made for `made`, and the name in it is another unit's: whose figures these are, only the units can say. */
export function borrowed(clues: UnitClues, made: Unit, named: readonly Unit[]): Diagnostic {
  const { file, name } = clues;
  const others = joinWords(named.map(describe));
  return problem('unit-ambiguous', {
    message: `Biểu mẫu được tạo cho ${describe(made)} nhưng phiếu ghi tên đơn vị ${quoteValue(name)}, là tên của ${others}; không rõ số liệu của đơn vị nào`,
    hint: 'Hỏi lại đơn vị gửi tệp: điền số liệu vào biểu mẫu của đúng đơn vị rồi gửi lại; nếu chỉ ghi nhầm tên thì sửa tên đơn vị trong phiếu',
    location: { kind: 'file', file },
    related: nameCell(clues),
    facts: { units: codesOf([made, ...named]) },
  });
}

/**
 * The report is of one unit that was merged into another: a part is not the whole, and what the parts add up to is for the new
 * unit to say. `listed` is the old unit where the register still lists it.
 */
export function merged(clues: UnitClues, old: readonly OldUnit[], listed?: Unit): Diagnostic {
  const what = old.map(
    ({ unit, target, merger }) =>
      `${describe(listed ?? unit)} đã nhập vào ${describe(target)} từ ngày ${formatDate(merger.from)}`,
  );
  const targets = [...new Set(old.map(({ target }) => target))];
  const isLoose = old.some(({ unit }) => unit.formerCommune === '');
  const also =
    listed === undefined
      ? 'nếu số liệu là của cả đơn vị mới thì ghi tên đơn vị mới vào ô tên đơn vị của phiếu'
      : `ghi ngày cuối cùng của đơn vị cũ (mã ${listed.id}) vào cột “Hoạt động đến ngày” trong ${REGISTER}${isLoose ? `, hoặc ghi xã cũ ở trang “${MERGERS_SHEET}” nếu đó là đơn vị khác cùng tên` : ''}`;
  return problem('unit-merged', {
    message: `${joinWords(what)}; báo cáo của riêng đơn vị cũ không tính thay cho đơn vị mới được`,
    hint: `Đề nghị ${joinWords(targets.map(({ name }) => quoteValue(name)))} gộp số liệu của các đơn vị cũ và gửi một báo cáo chung; ${also}`,
    location: { kind: 'file', file: clues.file },
    related: [
      ...nameCell(clues),
      ...old.map(({ merger }): Related => ({ location: { kind: 'cell', ref: merger.ref }, note: 'dòng ghi sáp nhập' })),
    ],
    facts: { units: codesOf(targets) },
  });
}
