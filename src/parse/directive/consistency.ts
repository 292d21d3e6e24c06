import { parsePlainDate, type PlainDate } from '../../model/plain-date.ts';
import { quoteValue } from '../../vi/text.ts';
import type { FileFinding } from './finding.ts';
import { type DataPath, isMap, type Placed, select, selectTexts, valueAt } from './path.ts';
import { DIRECTIVE_KEY_MISSING, DIRECTIVE_VALUE_INVALID } from './problems.ts';

/** Values that are each right but contradict one another. Works on the plain data, also of an otherwise faulty file. */
export function contradictions(root: Placed): readonly FileFinding[] {
  return [...windowOrder(root), ...percents(root), ...missingRoles(root)];
}

function invalid(path: DataPath, message: string, hint: string): FileFinding {
  return { problem: DIRECTIVE_VALUE_INVALID, path, part: 'value', message, hint };
}

function windowOrder({ value: data }: Placed): readonly FileFinding[] {
  const path = ['activityWindow', 'to'];
  const from = dayAt(data, ['activityWindow', 'from']);
  const to = dayAt(data, path);
  if (from === undefined || to === undefined || from <= to) return [];
  const message = `Ngày kết thúc ${quoteValue(to)} sớm hơn ngày bắt đầu ${quoteValue(from)}`;
  return [invalid(path, message, 'Sửa một trong hai ngày của “activityWindow”')];
}

function dayAt(data: unknown, path: DataPath): PlainDate | undefined {
  const value = valueAt(data, path);
  return typeof value === 'string' ? parsePlainDate(value) : undefined;
}

/** `counts: percent` and a computed percentage go together: a share that nobody computes cannot be checked. */
function percents(root: Placed): readonly FileFinding[] {
  return select(root, 'indicators.*').flatMap(({ path, value }) => {
    const counts = valueAt(value, ['counts']);
    const kind = valueAt(value, ['computed', 'kind']);
    const isComputed = kind === 'percent';
    if (typeof counts !== 'string' || (counts === 'percent') === isComputed) return [];
    const message = isComputed
      ? `Chỉ tiêu này tính ra phần trăm nhưng “counts” là ${quoteValue(counts)}, phải là “percent”`
      : 'Chỉ tiêu này có “counts” là “percent” nhưng không có cách tính, phải có “computed” với “kind: percent”';
    return [invalid([...path, 'counts'], message, 'Sửa “counts” hoặc “computed” cho khớp nhau')];
  });
}

/** Without these a form cannot be filled in or read back; the columns only where there is something to list. */
const ROLES: readonly { readonly list: string; readonly ids: readonly string[]; readonly whenAny: string }[] = [
  { list: 'fields', ids: ['unit', 'reportedOn'], whenAny: 'form' },
  { list: 'taskColumns', ids: ['code', 'title', 'status'], whenAny: 'taskGroups.*' },
  { list: 'statuses', ids: ['completed', 'in-progress', 'not-started'], whenAny: 'taskGroups.*' },
  { list: 'indicatorColumns', ids: ['code', 'title', 'value'], whenAny: 'indicators.*' },
];

function missingRoles(root: Placed): readonly FileFinding[] {
  if (!isMap(valueAt(root.value, ['form']))) return [];
  return ROLES.filter(({ whenAny }) => select(root, whenAny).length > 0).flatMap(({ list, ids }) => {
    const present = selectTexts(root, `form.${list}.*.id`).map(({ value }) => value);
    return ids
      .filter((id) => !present.includes(id))
      .map((id) => ({
        problem: DIRECTIVE_KEY_MISSING,
        path: ['form', list],
        part: 'key' as const,
        message: `Biểu mẫu thiếu mục “${id}” trong “${list}”, không có mục này thì không đọc được báo cáo`,
        hint: `Thêm một mục có “id: ${id}” vào “${list}”`,
      }));
  });
}
