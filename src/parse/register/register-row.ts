import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { UnitType } from '../../model/directive.ts';
import { REGISTER_SEPARATOR, type UnitTerm } from '../../model/register.ts';
import type { Unit } from '../../model/unit.ts';
import type { CellRef } from '../../model/workbook.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { joinWords, matchKey, normalizeText, quoteValue } from '../../vi/text.ts';
import { CELL_TYPES } from '../cell-types/index.ts';
import { problem } from '../problems.ts';
import { readCell, textOf, thingOf, type Cells } from './register-cells.ts';
import { readTerm } from './unit-term.ts';

/** A unit of the register, when it is one, and where its code and name stand. */
export interface RegisterRow {
  readonly unit: Unit;
  readonly term: UnitTerm;
  readonly codeRef: CellRef;
  readonly nameRef: CellRef;
}

function typeOf(text: string, unitTypes: readonly UnitType[]): UnitType | undefined {
  const key = matchKey(text);
  return unitTypes.find(({ id, name, aliases }) => [id, name, ...aliases].some((word) => matchKey(word) === key));
}

function typeUnknown(cells: Cells, code: string, ref: CellRef, unitTypes: readonly UnitType[]): Diagnostic {
  const text = textOf(cells, 'type');
  const names = unitTypes.map(({ name }) => name);
  const suggestion = didYouMean(text, [...names, ...unitTypes.flatMap(({ aliases }) => aliases)]);
  const found = text === '' ? 'để trống' : `ghi ${quoteValue(text)}${suggestion}`;
  return problem('register-type-unknown', {
    message: `${thingOf('type', code)} ${found}, cần một trong các loại ${joinWords(names.map((name) => `“${name}”`))}; đơn vị này chưa được dùng`,
    hint: 'Chọn một loại trong danh sách thả xuống của ô này, hoặc gõ lại cho đúng',
    location: { kind: 'cell', ref: cells('type')?.ref ?? ref },
    facts: { unit: code },
  });
}

function codeMissing(cells: Cells, row: number, ref: CellRef): Diagnostic {
  const name = textOf(cells, 'name');
  return problem('register-code-missing', {
    message: `Dòng ${row + 1}${name === '' ? '' : ` (${quoteValue(name)})`} chưa có mã đơn vị nên không được dùng`,
    hint: 'Ghi vào ô này một mã ngắn, không trùng mã của đơn vị khác',
    location: { kind: 'cell', ref },
  });
}

function nameMissing(code: string, ref: CellRef): Diagnostic {
  return problem('register-name-missing', {
    message: `Đơn vị mã ${quoteValue(code)} chưa có tên, tạm dùng mã thay tên`,
    hint: 'Ghi tên đơn vị vào ô này như đơn vị tự ghi trong báo cáo',
    location: { kind: 'cell', ref },
    facts: { unit: code },
  });
}

/** A note or a total below the list stands alone in its row; a lone code is a row that somebody has begun. */
function isNote(code: string, name: string, type: string): boolean {
  if (code === '') return name === '' || type === '';
  return name === '' && type === '' && !/^\S{1,12}$/u.test(code);
}

/** Understands one row; no unit when the row is blank, has no code, is of a type that nobody knows, or does not tell from when to when. */
export function readRegisterRow(
  cells: Cells,
  row: number,
  unitTypes: readonly UnitType[],
): Outcome<RegisterRow | undefined> {
  const [codeCell, nameCell] = [cells('code'), cells('name')];
  const [code, name] = [textOf(cells, 'code'), textOf(cells, 'name')];
  if (codeCell === undefined || nameCell === undefined) return { value: undefined, diagnostics: [] };
  if (isNote(code, name, textOf(cells, 'type'))) return { value: undefined, diagnostics: [] };
  if (code === '') return { value: undefined, diagnostics: [codeMissing(cells, row, codeCell.ref)] };
  const type = typeOf(textOf(cells, 'type'), unitTypes);
  if (type === undefined) return { value: undefined, diagnostics: [typeUnknown(cells, code, codeCell.ref, unitTypes)] };
  const term = readTerm(cells, code, codeCell.ref);
  if (term.value === undefined) return { value: undefined, diagnostics: term.diagnostics };
  const adults = readCell(cells, 'adults', code, 'register-number-unreadable', (place) => CELL_TYPES.count(place));
  const households = readCell(cells, 'households', code, 'register-number-unreadable', (place) =>
    CELL_TYPES.count(place),
  );
  const asOf = readCell(cells, 'adultsAsOf', code, 'register-date-unreadable', CELL_TYPES.date);
  const unit: Unit = {
    id: code,
    name: name === '' ? code : name,
    type: type.id,
    formerCommune: textOf(cells, 'formerCommune'),
    aliases: textOf(cells, 'aliases')
      .split(REGISTER_SEPARATOR)
      .map(normalizeText)
      .filter((alias) => alias !== ''),
    adults: adults.value,
    adultsSource: textOf(cells, 'adultsSource'),
    adultsAsOf: asOf.value?.value,
    households: households.value,
  };
  return {
    value: { unit, term: term.value, codeRef: codeCell.ref, nameRef: nameCell.ref },
    diagnostics: [
      ...(name === '' ? [nameMissing(code, nameCell.ref)] : []),
      ...adults.diagnostics,
      ...asOf.diagnostics,
      ...households.diagnostics,
    ],
  };
}
