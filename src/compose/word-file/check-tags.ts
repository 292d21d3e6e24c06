import { diagnosticOf, type Diagnostic, type Problem } from '../../model/diagnostic.ts';
import type { WordFlaw, WordPlace, WordSpot, WordTag, WordTemplate } from '../../model/word-template.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { quoteValue } from '../../vi/text.ts';
import { WORD_TAG_MISPLACED, WORD_TAG_MISSING, WORD_TAG_UNKNOWN } from '../problems.ts';
import { DRAFT_NOTE, type WordNames } from './names.ts';
import { mixedRows } from './row-lists.ts';

/** A fault before it is known in which file. */
export interface TagFault {
  readonly problem: Problem;
  readonly message: string;
  readonly hint: string;
  readonly spot: WordSpot;
}

function tagText(name: string): string {
  return quoteValue(`{{${name}}}`);
}

function misplaced({ name, spot }: WordTag, said: string, hint: string): TagFault {
  return { problem: WORD_TAG_MISPLACED, message: `Thẻ ${tagText(name)} ${said}`, hint, spot };
}

function unknown({ name, spot }: WordTag, known: readonly string[]): TagFault {
  return {
    problem: WORD_TAG_UNKNOWN,
    message: `Không có thẻ ${tagText(name)}${didYouMean(name, known)}`,
    hint: 'Dùng một thẻ có trong docs/mau-bao-cao.md, mục “Mẫu Word của xã”',
    spot,
  };
}

function atDrawing(
  tag: WordTag,
  place: Extract<WordPlace, { kind: 'drawing' }>,
  isChart: boolean,
): TagFault | undefined {
  if (!isChart)
    return misplaced(
      tag,
      'nằm trong chữ thay thế (Alt Text) của hình, chỗ đó chỉ nhận thẻ biểu đồ',
      'Đưa thẻ ra thân văn bản, hoặc dùng thẻ bắt đầu bằng “chart.”',
    );
  if (place.drawing === 'chart') return undefined;
  if (place.drawing === 'unfit')
    return misplaced(tag, `không điền được: ${place.reason}`, 'Sửa hoặc vẽ lại biểu đồ trong Word, rồi đặt lại thẻ');
  return misplaced(
    tag,
    'nằm ở hình không phải biểu đồ Word',
    'Chèn biểu đồ bằng Chèn (Insert) → Biểu đồ (Chart), đặt thẻ vào chữ thay thế của biểu đồ đó',
  );
}

function inText(tag: WordTag, place: Extract<WordPlace, { kind: 'text' }>, names: WordNames): TagFault | undefined {
  const { name } = tag;
  if (names.charts.has(name))
    return misplaced(
      tag,
      'nằm trong chữ của văn bản, phải nằm trong chữ thay thế của một biểu đồ',
      'Bấm chuột phải vào biểu đồ, chọn Chỉnh sửa văn bản thay thế (Edit Alt Text), ghi thẻ vào đó',
    );
  if (names.fields.has(name) && place.row === undefined)
    return misplaced(
      tag,
      'là thẻ của một danh sách, phải nằm trong một dòng của bảng',
      'Đặt thẻ vào một ô của dòng mẫu trong bảng; dòng đó được lặp lại cho từng phần tử',
    );
  if (!names.blocks.has(name)) return undefined;
  if (place.page === undefined)
    return misplaced(
      tag,
      'phải đứng một mình thành một đoạn của thân văn bản, ngoài bảng, khung chữ, đầu trang, chân trang',
      'Đặt thẻ vào một đoạn riêng, không có chữ hay hình nào khác trong đoạn đó',
    );
  if (name === 'appendices' && !place.page.isLast)
    return misplaced(tag, 'phải đứng cuối cùng trong văn bản', 'Chuyển thẻ xuống đoạn cuối, xóa những gì đứng sau nó');
  return undefined;
}

/** Every name that may be meant by an unknown one. */
function allNames({ values, fields, blocks, charts }: WordNames): readonly string[] {
  return [...values.keys(), ...fields.keys(), ...blocks.keys(), ...charts.keys()];
}

function tagFault(tag: WordTag, names: WordNames, known: readonly string[]): TagFault | undefined {
  const { name, place } = tag;
  const isChart = names.charts.has(name);
  if (!isChart && ![names.values, names.fields, names.blocks].some((map) => map.has(name))) return unknown(tag, known);
  return place.kind === 'drawing' ? atDrawing(tag, place, isChart) : inText(tag, place, names);
}

const FLAWS: Readonly<Record<WordFlaw['kind'], { readonly said: string; readonly hint: string }>> = {
  unclosed: { said: 'mở bằng {{ mà không đóng bằng }} trong cùng một đoạn', hint: 'Thêm dấu }}, hoặc xóa dấu {{' },
  liquid: {
    said: 'là câu lệnh của mẫu lời văn, mẫu Word không có câu lệnh',
    hint: 'Xóa câu lệnh; muốn lặp thì đặt thẻ của danh sách vào một dòng của bảng',
  },
  'inside-drawing': {
    said: 'nằm trong biểu đồ, chỗ đó không điền được',
    hint: 'Xóa thẻ trong biểu đồ; ghi tên biểu đồ bằng chữ, hoặc bằng một đoạn văn phía trên biểu đồ',
  },
};

function flawFault({ kind, text, spot }: WordFlaw): TagFault {
  const { said, hint } = FLAWS[kind];
  return { problem: WORD_TAG_MISPLACED, message: `${quoteValue(text)} ${said}`, hint, spot };
}

const WHOLE: WordSpot = { label: 'Cả văn bản', paragraph: 0 };

function missingNote({ tags }: WordTemplate): readonly TagFault[] {
  if (tags.some(({ name }) => name === DRAFT_NOTE)) return [];
  return [
    {
      problem: WORD_TAG_MISSING,
      message: `Mẫu chưa có thẻ ${tagText(DRAFT_NOTE)} nên bản dự thảo sẽ không khác bản chính thức`,
      hint: `Ghi {{${DRAFT_NOTE}}} vào đầu trang đầu tiên (Header); bản chính thức để trống chỗ đó`,
      spot: WHOLE,
    },
  ];
}

/**
 * Everything that is wrong with the tags of a template, at once: tags in the order of the text, then what is no tag. A draft has to say that it is one.
 * `file` is its name for people.
 */
export function checkTags(
  template: WordTemplate,
  names: WordNames,
  { file, isDraft }: { readonly file: string; readonly isDraft: boolean },
): readonly Diagnostic[] {
  const known = allNames(names);
  const faults = [
    ...template.tags.flatMap((tag) => tagFault(tag, names, known) ?? []),
    ...mixedRows(template.tags, names).map((tag) =>
      misplaced(
        tag,
        'cùng dòng với thẻ của một danh sách khác',
        'Mỗi dòng mẫu chỉ dùng thẻ của một danh sách; đặt danh sách kia ở dòng hoặc bảng khác',
      ),
    ),
    ...template.flaws.map(flawFault),
    ...(isDraft ? missingNote(template) : []),
  ];
  return faults.map(({ problem, message, hint, spot }) =>
    diagnosticOf(problem, {
      message,
      hint,
      location: { kind: 'passage', file, place: spot.label, paragraph: spot.paragraph },
    }),
  );
}
