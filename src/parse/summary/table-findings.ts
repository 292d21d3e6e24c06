import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Directive } from '../../model/directive.ts';
import { grouped } from '../../model/grouped.ts';
import type { Submission } from '../../model/submission.ts';
import type { CellRef } from '../../model/workbook.ts';
import { formatInteger } from '../../vi/number.ts';
import { joinWords, quoteValue } from '../../vi/text.ts';
import { problem } from '../problems.ts';
import { refIn } from './grid.ts';
import type { SummaryTable } from './locate.ts';

/** The tables of the form that no column of the file is for, although the unit is asked. */
export function lackingFinding(
  { unit, missingSheets, part }: Submission,
  sheet: string,
  file: string,
): readonly Diagnostic[] {
  return missingSheets.map((id) =>
    problem('sheet-missing', {
      message: `Bảng tổng hợp không có cột nào cho ${id === 'tasks' ? 'nhiệm vụ' : 'chỉ tiêu'} của ${unit.name} (${part})`,
      hint: 'Thêm cột có tiêu đề đúng như trong biểu mẫu, hoặc đề nghị đơn vị gửi biểu mẫu của mình',
      location: { kind: 'sheet', file, sheet },
      facts: { sheet: id, unit: unit.id },
    }),
  );
}

/** Columns of which it is not clear what they hold; none of them is read. */
export function unclearFindings({ grid, unclear }: SummaryTable): readonly Diagnostic[] {
  const what = grid.orientation === 'rows' ? 'cột' : 'dòng';
  const byCode = grouped(unclear, ({ code }) => code);
  return [...byCode].map(([code, [first, ...others]]) => {
    const places = [first, ...others].map(({ line, place }) => refIn(grid, line, place));
    const names = [first, ...others].map(
      ({ heading }, index) => `${quoteValue(heading)} (ô ${places[index]?.address ?? ''})`,
    );
    const [ref = refIn(grid, first.line, first.place), ...rest] = places;
    return problem('heading-ambiguous', {
      message: `Có ${formatInteger(names.length)} ${what} có thể là ${code}: ${joinWords(names)}; không rõ ${what} nào đúng nên không tính ${what} nào`,
      hint: `Giữ một ${what} đúng với tiêu đề ghi mã ${code}, đặt tên khác cho các ${what} còn lại hoặc xóa đi`,
      location: { kind: 'cell', ref },
      related: rest.map((other) => ({ location: { kind: 'cell', ref: other }, note: `${what} khác` })),
      facts: { code },
    });
  });
}

/** That the day of the reports is the one on which an online form noted the answers; `stamps` are the cells that served. */
export function stampFindings(
  { grid, columns, headings }: SummaryTable,
  stamps: readonly CellRef[],
  { form }: Directive,
): readonly Diagnostic[] {
  const label = form.fields.find(({ id }) => id === 'reportedOn')?.label ?? '';
  const places = [...columns].filter(([, found]) => found.some(({ kind }) => kind === 'time-stamp'));
  const used = new Set(
    stamps.map(({ address }) => address.replace(grid.orientation === 'rows' ? /\d+$/u : /^\D+/u, '')),
  );
  return places.flatMap(([place]): readonly Diagnostic[] => {
    const { texts, line } = headings.get(place) ?? { texts: [], line: undefined };
    const ref = refIn(grid, line ?? 0, place);
    const name = ref.address.replace(grid.orientation === 'rows' ? /\d+$/u : /^\D+/u, '');
    if (!used.has(name)) return [];
    return [
      problem('report-date-from-time-stamp', {
        message: `Bảng không có cột “${label}” nên ngày báo cáo của từng đơn vị lấy theo ${quoteValue(texts.at(-1) ?? '')} do biểu mẫu trực tuyến tự ghi`,
        hint: `Kiểm tra ngày gửi có đúng là ngày báo cáo không; nếu khác thì thêm cột “${label}” vào bảng và ghi ngày đúng`,
        location: { kind: 'cell', ref },
        facts: { reportCount: stamps.length },
      }),
    ];
  });
}
