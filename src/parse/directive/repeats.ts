import { matchKey, quoteValue } from '../../vi/text.ts';
import type { FileFinding } from './finding.ts';
import { type DataPath, type Placed, select, selectTexts } from './path.ts';
import { DIRECTIVE_ID_REPEATED } from './problems.ts';

/** Ids that must differ from one another. */
const IDS: readonly { readonly thing: string; readonly patterns: readonly string[] }[] = [
  { thing: 'Mã văn bản', patterns: ['document.id', 'legalBasis.*.id'] },
  { thing: 'Mã loại đơn vị', patterns: ['unitTypes.*.id'] },
  { thing: 'Mã nhóm nhiệm vụ', patterns: ['taskGroups.*.id'] },
  { thing: 'Mã nhiệm vụ', patterns: ['taskGroups.*.tasks.*.id'] },
  { thing: 'Mã chỉ tiêu', patterns: ['indicators.*.id'] },
  { thing: 'Mã số chỉ tiêu trong biểu mẫu', patterns: ['indicators.*.code'] },
  { thing: 'Mã cách tính', patterns: ['measures.*.id'] },
  { thing: 'Tên ô', patterns: ['form.fields.*.id'] },
  { thing: 'Tên cột nhiệm vụ', patterns: ['form.taskColumns.*.id'] },
  { thing: 'Tên cột chỉ tiêu', patterns: ['form.indicatorColumns.*.id'] },
  { thing: 'Tên mục ý kiến', patterns: ['form.opinions.*.id'] },
  { thing: 'Tên tình trạng', patterns: ['form.statuses.*.id'] },
];

/** Words by which a re-typed form or the register is understood: the same words in two entries could mean either. */
const WORDS: readonly { readonly entries: string; readonly words: readonly string[] }[] = [
  { entries: 'unitTypes.*', words: ['name', 'aliases.*'] },
  { entries: 'indicators.*', words: ['title', 'aliases.*'] },
  { entries: 'form.sheets.*', words: ['name', 'aliases.*'] },
  { entries: 'form.fields.*', words: ['label', 'aliases.*'] },
  { entries: 'form.taskColumns.*', words: ['heading', 'aliases.*'] },
  { entries: 'form.indicatorColumns.*', words: ['heading', 'aliases.*'] },
  { entries: 'form.opinions.*', words: ['label', 'aliases.*'] },
  { entries: 'form.statuses.*', words: ['label', 'aliases.*'] },
];

/** Ids and wordings that two entries share. Works on the plain data, so that it also finds them in an otherwise faulty file. */
export function repeats(root: Placed): readonly FileFinding[] {
  const ids = IDS.flatMap(({ thing, patterns }) => {
    const uses = patterns.flatMap((pattern) => selectTexts(root, pattern));
    // Codes are compared as people do when they copy them: without regard to case.
    return repeated(uses.map(({ path, value }) => ({ path, value, key: value.toLowerCase(), entry: path }))).map(
      ({ use, first }) =>
        finding(use, first, `${thing} ${quoteValue(use.value)} đã dùng ở mục khác, mỗi mã chỉ dùng một lần`),
    );
  });
  const words = WORDS.flatMap(({ entries, words: patterns }) => {
    const uses = select(root, entries).flatMap((entry) =>
      patterns
        .flatMap((pattern) => selectTexts(entry, pattern))
        .map(({ path, value }) => ({ path, value, key: matchKey(value), entry: entry.path })),
    );
    return repeated(uses).map(({ use, first }) =>
      finding(use, first, `Tên gọi ${quoteValue(use.value)} đã dùng ở mục khác, mỗi tên gọi chỉ dùng cho một mục`),
    );
  });
  return [...ids, ...words];
}

interface Use {
  readonly path: DataPath;
  readonly value: string;
  readonly key: string;
  /** Within one entry words may repeat. */
  readonly entry: DataPath;
}

function repeated(uses: readonly Use[]): readonly { readonly use: Use; readonly first: Use }[] {
  const firsts = new Map<string, Use>();
  return uses.flatMap((use) => {
    const first = firsts.get(use.key);
    if (first === undefined) firsts.set(use.key, use);
    return first === undefined || use.key === '' || first.entry === use.entry ? [] : [{ use, first }];
  });
}

function finding(use: Use, first: Use, message: string): FileFinding {
  return {
    problem: DIRECTIVE_ID_REPEATED,
    path: use.path,
    part: 'value',
    message,
    hint: 'Đổi một trong hai chỗ cho khác nhau',
    related: { path: first.path, note: 'chỗ dùng lần đầu' },
  };
}
