import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Form } from '../../model/directive.ts';
import type { Sheet, Workbook } from '../../model/workbook.ts';
import { closest } from '../../vi/suggest.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { suggestConfirmation, type Suggestion } from '../confirmable.ts';
import { likelySheets, namedSheet, namesOf } from './form-sheets.ts';
import { quotedHeading } from '../tables/heading-words.ts';
import { withoutOrdinal } from '../tables/ordinals.ts';
import { problem } from '../problems.ts';
import { identifierOf } from '../tables/row-identity.ts';
import type { RowSpec } from '../tables/table-spec.ts';

const ROWS_SEARCHED = 300;
/** So many rows with codes of the form are a table of the form, whatever its headings are. */
const FEWEST_ROWS = 2;
/** Rows above the first code that may hold the headings. */
const ROWS_ABOVE = 3;
/** Longer texts are no headings that somebody misspelt, and no codes; in characters. */
const LONGEST_HEADING = 80;

/** The short texts of a row. */
function textsIn(sheet: Sheet, row: number): readonly string[] {
  return [...(sheet.rows.get(row)?.values() ?? [])].flatMap(({ value }) =>
    value.kind === 'text' && value.text.length <= LONGEST_HEADING ? [value.text] : [],
  );
}

/** A text above rows with codes of the form that looks like the heading of the column the table is there for. */
interface NearHeading {
  readonly sheet: Sheet;
  readonly row: number;
  readonly text: string;
  readonly wording: string;
}

function nearHeadingOn<Id extends string>(sheet: Sheet, { table, entries }: RowSpec<Id>): NearHeading | undefined {
  const { ofCode } = identifierOf(entries);
  const rows = [...sheet.rows.keys()].slice(0, ROWS_SEARCHED);
  const coded = rows.filter((row) => textsIn(sheet, row).some((text) => ofCode(text) !== undefined));
  const [first] = coded;
  if (first === undefined || coded.length < FEWEST_ROWS) return undefined;
  const words = table.columns
    .filter(({ id }) => id === table.main)
    .flatMap(({ heading, aliases }) => [heading, ...aliases]);
  const above = rows.filter((row) => row < first).slice(-ROWS_ABOVE);
  const found = above.flatMap((row) => {
    const texts = textsIn(sheet, row).map(withoutOrdinal);
    return words.flatMap((wording): readonly NearHeading[] => {
      const text = closest(wording, texts);
      return text === undefined ? [] : [{ sheet, row, text, wording }];
    });
  });
  return found[0];
}

function suggestionOf<Id extends string>({ table }: RowSpec<Id>, near: NearHeading | undefined): Suggestion {
  if (near === undefined) return { hint: '', facts: {} };
  const code = table.columns.find(({ id }) => id === table.main)?.heading ?? '';
  return suggestConfirmation(near.text, { wording: near.wording, kind: 'heading', code });
}

/** The finding about a table that is nowhere in the file; a heading that is only alike is suggested. */
export function sheetMissing<Id extends string>(workbook: Workbook, form: Form, spec: RowSpec<Id>): Diagnostic {
  const { sheetId, columns, identity, main } = spec.table;
  const names = namesOf(form, sheetId);
  const [name = ''] = names;
  const named = namedSheet(workbook, names);
  const headings = joinWords([...identity.slice(0, 1), main].map((id) => quotedHeading(columns, id)));
  const near = likelySheets(workbook, names)
    .map((sheet) => nearHeadingOn(sheet, spec))
    .find((one) => one !== undefined);
  const question =
    near === undefined
      ? ''
      : `; dòng ${near.row + 1} trang ${quoteValue(near.sheet.name)} có cột ${quoteValue(near.text)}, có phải là cột ${quotedHeading(columns, main)}?`;
  const suggestion = suggestionOf(spec, near);
  return problem('sheet-missing', {
    message: `${
      named === undefined
        ? `Tệp không có trang “${name}” và không trang nào có bảng với các cột ${headings}`
        : `Trang ${quoteValue(named.name)} không có dòng tiêu đề với các cột ${headings}`
    }${question}`,
    hint: `Chép lại trang “${name}” từ biểu mẫu xã đã gửi, giữ nguyên dòng tiêu đề, rồi điền và gửi lại${suggestion.hint}`,
    location: { kind: 'sheet', file: workbook.file, sheet: named?.name ?? name },
    facts: { sheet: sheetId, ...suggestion.facts },
  });
}
