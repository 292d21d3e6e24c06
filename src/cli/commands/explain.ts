import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Round } from '../../model/round.ts';
import type { Unit } from '../../model/unit.ts';
import { RULES } from '../../pipeline.ts';
import { explainedFigures } from '../../pipeline-figures.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { quoteValue } from '../../vi/text.ts';
import { rulePage } from '../../workspace/assets.ts';
import { figureView } from '../../workspace/recorded/figure-view.ts';
import { unitTyped } from '../../workspace/unit-typed.ts';
import { clausePages, type ClausePage } from '../../workspace/clause-pages.ts';
import { WORKSPACE_PROBLEMS } from '../../workspace/problems.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';
import { figureLines, figuresJson } from '../traced-figures.ts';
import { UsageError } from '../usage-error.ts';
import { SETTINGS_FILE } from '../../workspace/settings-file.ts';

/** A rule of the decree on form: `P3`, `C8b`. */
const CLAUSE = /^[PCAN]\d{1,2}b?$/iu;

function answer(facts: Answer['facts'], lines: readonly string[]): Answer {
  return {
    command: 'explain',
    exitCode: EXIT.fine,
    diagnostics: [],
    listed: [],
    facts,
    body: () => lines,
    closing: () => [],
  };
}

function pageAnswer(id: string, page: string): Answer {
  return answer({ rule: id, page }, page.trimEnd().split('\n'));
}

function clauseAnswer(clause: string, pages: readonly ClausePage[]): Answer {
  const [first, ...others] = pages;
  if (first !== undefined && others.length === 0) return pageAnswer(first.id, first.page);
  return answer({ clause, rules: pages.map(({ id }) => id) }, [
    `Các mã phát hiện về điều khoản ${clause} của Nghị định 30/2020/NĐ-CP:`,
    ...pages.map(({ id, title }) => `  ${id}: ${title}`),
    'Xem từng trang bằng “tkcds explain <mã>”.',
  ]);
}

/** The unit whose code that is. */
function unitOfCode(code: string | undefined, { units }: Round): Unit | undefined {
  return units.find(({ id }) => id.toLowerCase() === code?.trim().toLowerCase());
}

/** Fails: nothing in the report is what was asked for. */
function nothingFound(asked: string, unit: Unit | undefined, round: Round): never {
  const called = unitOfCode(asked, round);
  if (called !== undefined) {
    throw new UsageError(
      `${quoteValue(asked)} là mã của ${called.name}; ghi số liệu trước, đơn vị sau: tkcds explain <số liệu> ${called.id}`,
    );
  }
  const whose = unit === undefined ? '' : ` của ${unit.name}`;
  throw new UsageError(
    `Kỳ ${round.period.id} không có số liệu nào là ${quoteValue(asked)}${whose}, và cũng không có mã phát hiện như vậy; ghi con số như in trong báo cáo, mã chỉ tiêu, mã nhiệm vụ, mã phát hiện hoặc mã điều khoản về thể thức`,
  );
}

/** The figures of the round's report that the text asks for, the cells that they come from, and what changed since earlier reports. */
async function figureAnswer(request: Request, first: string, second: string | undefined): Promise<Answer> {
  const opened = await openRequestedInbox(request, 'look');
  // Who writes the unit first is understood, too.
  const isTurned = unitOfCode(second, opened.round) === undefined && unitOfCode(first, opened.round) !== undefined;
  const [asked, whose] = second !== undefined && isTurned ? [second, first] : [first, second];
  const unit = whose === undefined ? undefined : unitTyped(whose, opened.round);
  const view = await figureView(opened, request.read);
  const { record } = view;
  if (record !== undefined) {
    request.notify(`Kỳ đã ${record.words}: giải thích theo bản lưu ${record.file}, không theo các tệp đang có`);
  }
  const figures = explainedFigures(view, asked, unit?.id);
  if (figures.length === 0) nothingFound(asked, unit, opened.round);
  const facts = {
    rounds: [roundJson({ ...opened.round, asOf: view.model.round.asOf })],
    record: record?.file ?? null,
    figures: figuresJson(figures),
  };
  return answer(facts, figureLines(figures));
}

const FORMATS = ['text', 'json'];

/** Whether --format asks for JSON. Throws a UsageError for a format that there is none. */
function isJson({ options }: Request): boolean {
  const [format = 'text'] = options['format'] ?? [];
  if (FORMATS.includes(format)) return format === 'json';
  throw new UsageError(
    `Không có định dạng ${quoteValue(format)}${didYouMean(format, FORMATS)}; dùng --format text hoặc json`,
  );
}

/** Whether a workspace lies where the command is run; without one only the pages can be asked for. */
function isWorkspace({ globals }: Request): boolean {
  return existsSync(join(globals.directory, SETTINGS_FILE));
}

/**
 * `tkcds explain MÃ`: the page of one kind of finding, or the pages about one rule of the decree on form; of a figure of the
 * report how it was computed, from which cells of which files.
 */
export async function run(request: Request): Promise<Answer> {
  const asJson = isJson(request);
  const found = await explained(request);
  return asJson ? { ...found, printed: 'json' } : found;
}

function explained(request: Request): Promise<Answer> {
  const [id = '', unit] = request.operands;
  const ids = [...RULES, ...WORKSPACE_PROBLEMS].map((problem) => problem.id).sort();
  const pages = CLAUSE.test(id) ? clausePages(id, ids) : [];
  if (pages.length > 0)
    return Promise.resolve(clauseAnswer(id.charAt(0).toUpperCase() + id.slice(1).toLowerCase(), pages));
  const page = ids.includes(id) ? rulePage(id) : undefined;
  if (page !== undefined) return Promise.resolve(pageAnswer(id, page));
  const hint = didYouMean(id, ids);
  if (hint === '' && isWorkspace(request)) return figureAnswer(request, id, unit);
  throw new UsageError(
    `Không có mã phát hiện ${quoteValue(id)}${hint}${hint === '' ? '; số liệu của báo cáo chỉ xem được trong thư mục làm việc (-C THƯ_MỤC)' : ''}`,
  );
}
