import type { Diagnostic, Location } from '../model/diagnostic.ts';
import type { FormStamp } from '../model/submission.ts';
import type { Unit } from '../model/unit.ts';
import type { CellRef } from '../model/workbook.ts';
import { joinWords, quoteValue } from '../vi/text.ts';
import { problem } from './problems.ts';

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

/** `Thôn … (mã TH01, xã … cũ)` */
function describe({ id, name, formerCommune }: Unit): string {
  return `${quoteValue(name)} (mã ${id}${formerCommune === '' ? '' : `, xã cũ ${formerCommune}`})`;
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

/** No unit of the register is meant; `nearest` is the name that looks most like the one found. */
export function unknown({ file, stamp, name, nameRef }: UnitClues, nearest: string | undefined): Diagnostic {
  const said = name === '' ? (stamp?.unitName ?? '') : name;
  const suggestion = nearest === undefined ? '' : ` (có phải ý bạn là ${quoteValue(nearest)}?)`;
  const what =
    said === ''
      ? 'phiếu không ghi tên đơn vị và tên tệp cũng không cho biết'
      : `${REGISTER} không có tên ${quoteValue(said)}${suggestion}`;
  return problem('unit-unknown', {
    message: `Không nhận ra báo cáo của đơn vị nào: ${what}`,
    hint:
      said === ''
        ? 'Ghi đúng tên đơn vị vào ô tên đơn vị của phiếu, hoặc ghi mã đơn vị vào tên tệp'
        : `Ghi đúng tên đơn vị vào ô tên đơn vị của phiếu, hoặc thêm tên này vào cột “Tên gọi khác” trong ${REGISTER}`,
    location: { kind: 'file', file },
    related: nameRef === undefined ? [] : [{ location: { kind: 'cell', ref: nameRef }, note: 'ô tên đơn vị' }],
  });
}

/** Several units of the register may be meant. */
export function ambiguous({ file, name, nameRef }: UnitClues, candidates: readonly Unit[]): Diagnostic {
  const said = name === '' ? 'Tên tệp' : `Tên đơn vị ${quoteValue(name)}`;
  return problem('unit-ambiguous', {
    message: `${said} có thể là ${candidates.length} đơn vị: ${joinWords(candidates.map(describe))}`,
    hint: 'Ghi thêm tên xã cũ sau tên đơn vị trong phiếu, hoặc ghi mã đơn vị vào ô tên đơn vị hay vào tên tệp',
    location: { kind: 'file', file },
    related: nameRef === undefined ? [] : [{ location: { kind: 'cell', ref: nameRef }, note: 'ô tên đơn vị' }],
    facts: { units: candidates.map(({ id }) => id).join(', ') },
  });
}

/** The form was made for `made`, and the name in it is another unit's: whose figures these are, only the units can say. */
export function borrowed({ file, name, nameRef }: UnitClues, made: Unit, named: readonly Unit[]): Diagnostic {
  const others = joinWords(named.map(describe));
  return problem('unit-ambiguous', {
    message: `Biểu mẫu được tạo cho ${describe(made)} nhưng phiếu ghi tên đơn vị ${quoteValue(name)}, là tên của ${others}; không rõ số liệu của đơn vị nào`,
    hint: 'Hỏi lại đơn vị gửi tệp: điền số liệu vào biểu mẫu của đúng đơn vị rồi gửi lại; nếu chỉ ghi nhầm tên thì sửa tên đơn vị trong phiếu',
    location: { kind: 'file', file },
    related: nameRef === undefined ? [] : [{ location: { kind: 'cell', ref: nameRef }, note: 'ô tên đơn vị' }],
    facts: { units: [made, ...named].map(({ id }) => id).join(', ') },
  });
}
