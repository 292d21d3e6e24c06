import { type Correction, countCorrections } from '../../model/correction.ts';
import { findingCounts } from '../../vi/finding-counts.ts';
import { formatInteger } from '../../vi/number.ts';
import { maskPersonalData } from '../../vi/personal-data.ts';
import { capitalize, normalizeText } from '../../vi/text.ts';
import type { SlipRequest, WorkbookKind } from './compose-slip.ts';

/** One message on a telephone, in characters. */
const LONGEST = 600;
const MOST_NAMED = 3;
const LONGEST_NAME = 60;
/** Below that a thing to mend is not told any more. */
const SHORTEST = 30;

function shortened(text: string, length: number): string {
  const characters = Array.from(normalizeText(maskPersonalData(text)));
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('');
}

function lineOf({ place, message }: Correction, number: number): string {
  const where = [place?.sheet ?? '', place?.address === undefined ? '' : `ô ${place.address}`].filter(
    (word) => word !== '',
  );
  return `${String(number)}. ${where.length === 0 ? '' : `${where.join(', ')}: `}${capitalize(message)}`;
}

const TO_DO: Readonly<Record<WorkbookKind, (workbook: string) => string>> = {
  copy: (workbook) => `mở tệp ${workbook}, sửa các ô tô màu (có ghi chú)`,
  'filled-form': (workbook) => `mở tệp ${workbook} (biểu mẫu mới, đã điền sẵn phần đọc được), sửa các ô tô màu`,
  'blank-form': (workbook) => `điền số liệu vào biểu mẫu ${workbook}`,
};

/**
 * The text that goes with the workbook in a message: whose report, how much is wrong, the most important things, what to do. At most
 * 600 characters; lines parted by `\n`.
 */
export function returnMessage({ round, unitName, file, workbook, workbookKind, corrections }: SlipRequest): string {
  const { errors, warnings } = countCorrections(corrections);
  const named = corrections.slice(0, MOST_NAMED);
  const more = corrections.length - named.length;
  const [unit, sent, back, receiver] = [unitName, file, workbook, round.directive.reporting.receiver].map((text) =>
    shortened(text, LONGEST_NAME),
  );
  const before = `Kính gửi ${unit ?? ''}: báo cáo kỳ ${round.period.id} (tệp ${sent ?? ''}) còn ${findingCounts(errors, warnings)}${more > 0 ? ', trước hết là' : ''}:`;
  const after = [
    ...(more > 0 ? [`Còn ${formatInteger(more)} chỗ khác ở trang “Cần sửa”.`] : []),
    `Đề nghị ${TO_DO[workbookKind](back ?? '')}, lưu lại và gửi về ${receiver ?? ''}.`,
  ];
  const fixed = Array.from([before, ...after].join('\n')).length + named.length;
  const each = Math.max(SHORTEST, Math.floor((LONGEST - fixed) / Math.max(1, named.length)));
  const lines = named.map((correction, index) => shortened(lineOf(correction, index + 1), each));
  return [before, ...lines, ...after].join('\n');
}
