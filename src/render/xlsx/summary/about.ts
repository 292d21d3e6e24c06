import type { Source } from '../../../model/directive.ts';
import { formatDate } from '../../../vi/date.ts';
import { formatTarget } from '../../../vi/number.ts';
import { capitalize } from '../../../vi/text.ts';
import { maskPersonalData } from '../../../vi/personal-data.ts';
import type { InputFile } from '../../formats/json.ts';
import { citation, dueWords, periodWords } from '../words.ts';
import type { SummaryBook } from './book.ts';
import { LOOKS } from './looks.ts';
import { SHEETS } from './names.ts';
import { words } from './rows.ts';
import { addTablePage, endTable, writeTableHead } from './table-page.ts';

type Entry = readonly [label: string, text: string, sha256?: string];

const ROLES: Readonly<Record<InputFile['role'], string>> = {
  register: 'Danh sách đơn vị',
  settings: 'Cấu hình',
  directive: 'Văn bản giao nhiệm vụ (dữ liệu)',
  confirmations: 'Cách hiểu đã xác nhận',
  acceptances: 'Lỗi đã chấp nhận',
  adjustments: 'Số liệu đã điều chỉnh',
  history: 'Số liệu kỳ trước',
  ledger: 'Sổ tiếp nhận',
  'word-template': 'Mẫu Word của xã',
  wording: 'Mẫu lời văn',
};

function sourceWords(source: Source): string {
  return source.kind === 'clause' ? `mục ${source.clause}` : source.note;
}

function roundEntries({ model: { round }, context }: SummaryBook): readonly Entry[] {
  const { period, directive, asOf, issuer } = round;
  return [
    ['Kỳ báo cáo', `${period.id}: ${periodWords(period)}`],
    ['Hạn báo cáo', dueWords(period.due)],
    ['Chốt số liệu', `ngày ${formatDate(asOf)}`],
    ...(issuer === undefined ? [] : [['Cơ quan lập', issuer] as const]),
    ['Nội dung', capitalize(directive.subject)],
    ...(directive.document === undefined ? [] : [['Văn bản giao nhiệm vụ', citation(directive.document)] as const]),
    ['Mã văn bản trong chương trình', `${directive.id}, phiên bản ${directive.version}`],
    ['Báo cáo đi kèm', context.reportFile],
    ['Chương trình', `tkcds ${context.programVersion}`],
  ];
}

function ruleEntries({ model: { round, coverages } }: SummaryBook): readonly Entry[] {
  const { definitions, rules } = round.directive;
  const levels = { error: 'lỗi', warning: 'cảnh báo', info: 'lưu ý', off: 'không báo' } as const;
  return [
    ...coverages.map(({ title, target, source }): Entry => [
      `Chỉ tiêu: ${title}`,
      `${formatTarget(target)} (${sourceWords(source)})`,
    ]),
    ...definitions.map(({ term, meaning, source }): Entry => [
      `Cách hiểu: ${term}`,
      `${meaning} (${sourceWords(source)})`,
    ]),
    ...rules.map(({ rule, severity, source }): Entry => [
      `Mức của phát hiện ${rule}`,
      `${levels[severity]} (${sourceWords(source)})`,
    ]),
  ];
}

function fileEntries({ model: { sources }, context: { inputs } }: SummaryBook): readonly Entry[] {
  return [
    ...inputs.map(({ role, file, sha256 }): Entry => [ROLES[role], maskPersonalData(file), sha256]),
    ...sources.map(({ file, sha256 }): Entry => [
      'Tệp đã nhận',
      maskPersonalData(file),
      sha256 === '' ? 'không mở được' : sha256,
    ]),
  ];
}

/** What the figures rest on: round, directive, settings that matter, files with their hashes, the program's version. */
export function addAboutSheet(book: SummaryBook): void {
  const page = addTablePage(book, {
    name: SHEETS.about,
    title: 'Thông tin về bảng tổng hợp',
    notes: ['SHA-256 là dấu vân tay của tệp đúng như khi lập báo cáo: tệp đổi một chữ thì dấu vân tay khác đi.'],
    columns: [
      { heading: 'Mục', width: 34 },
      { heading: 'Nội dung', width: 43 },
      { heading: 'SHA-256 của tệp', width: 51 },
    ],
  });
  const first = writeTableHead(page, page.next, 0);
  const entries = [...roundEntries(book), ...ruleEntries(book), ...fileEntries(book)];
  entries.forEach(([label, text, sha256], index) => {
    const rest = sha256 === undefined ? [{ ...words(text), columns: 2 }] : [words(text), words(sha256, LOOKS.fine)];
    page.write(first + index, [words(label), ...rest]);
  });
  endTable(page, { heading: page.next, last: first + entries.length - 1 }, 'no-filter');
}
