import type * as z from 'zod';
import type { MeaningKind } from '../model/confirmation.ts';
import { unfitFor, type Unfit } from '../pipeline.ts';
import { group, leaf, listOf, readOptionalDay, readText, type Reading, readFilled } from './yaml-values.ts';

/** What words must be to be confirmed; completes “phải là …”. */
export const FIT_WORDS: Readonly<Record<Unfit, string>> = {
  blank: 'chữ đúng như trong tệp của đơn vị, có ít nhất hai chữ cái',
  long: 'chữ ngắn gọn, không quá 200 ký tự',
  personal: 'chữ không kèm số điện thoại hay số định danh của ai',
  nothing: 'một tên gọi, không phải chữ có nghĩa là không có gì',
  total: 'một tên gọi, không phải nhãn của dòng cộng',
};

function readWritten(kind: MeaningKind): (raw: unknown) => Reading<string> {
  return (raw) => {
    const reading = readText(raw);
    if ('expected' in reading) return reading;
    const unfit = unfitFor(reading.value, kind);
    return unfit === undefined ? reading : { expected: FIT_WORDS[unfit] };
  };
}

/** A text that must not be blank. */
function entryOf(kind: MeaningKind, expected: string) {
  return {
    written: leaf(readWritten(kind)),
    means: leaf(readFilled(expected)),
    confirmedOn: leaf(readOptionalDay),
  };
}

const directive = leaf(readFilled('mã văn bản giao nhiệm vụ, như ở mục directive của kỳ báo cáo trong tkcds.yaml'));
const unit = entryOf('unit', 'mã đơn vị trong don-vi.xlsx');
const indicator = { ...entryOf('indicator', 'mã chỉ tiêu trong biểu mẫu'), directive };
const task = { ...entryOf('task', 'mã nhiệm vụ trong biểu mẫu'), directive };
const heading = entryOf('heading', 'chữ của biểu mẫu: tên cột, tên ô, tên trang hoặc tình trạng');

/** The file of confirmed words; every section may be left out, unknown keys are faults. */
export const confirmationsSchema = group({
  units: listOf(group(unit)),
  indicators: listOf(group(indicator)),
  tasks: listOf(group(task)),
  headings: listOf(group(heading)),
});

export type ConfirmationsContent = z.output<typeof confirmationsSchema>;

/** The keys allowed at each place; `*` stands for any index. For suggestions. */
export const CONFIRMATIONS_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': ['units', 'indicators', 'tasks', 'headings'],
  'units.*': Object.keys(unit),
  'indicators.*': Object.keys(indicator),
  'tasks.*': Object.keys(task),
  'headings.*': Object.keys(heading),
};
