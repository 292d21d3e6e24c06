import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RULES, tracedFigures } from '../../pipeline.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { quoteValue } from '../../vi/text.ts';
import { rulePage } from '../../workspace/assets.ts';
import { judgeRound } from '../../workspace/judge-round.ts';
import { SETTINGS_FILE } from '../../workspace/settings.ts';
import { unitTyped } from '../../workspace/unit-typed.ts';
import { clausePages, type ClausePage } from '../../workspace/clause-pages.ts';
import { WORKSPACE_PROBLEMS } from '../../workspace/problems.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { openRequestedInbox } from '../open-requested.ts';
import { roundJson } from '../round-words.ts';
import { figureLines, figuresJson } from '../traced-figures.ts';
import { UsageError } from '../usage-error.ts';

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

/** The figures of the round's report that the text asks for, and the cells that they come from. */
async function figureAnswer(request: Request, asked: string, unitTypedAs: string | undefined): Promise<Answer> {
  const opened = await openRequestedInbox(request);
  const unit = unitTypedAs === undefined ? undefined : unitTyped(unitTypedAs, opened.round);
  const { model } = await judgeRound(opened, request.read);
  const figures = tracedFigures(model, asked, unit?.id);
  if (figures.length === 0) {
    const whose = unit === undefined ? '' : ` của ${unit.name}`;
    throw new UsageError(
      `Kỳ ${opened.round.period.id} không có số liệu nào là ${quoteValue(asked)}${whose}, và cũng không có mã phát hiện như vậy; ghi con số như in trong báo cáo, mã chỉ tiêu, mã nhiệm vụ, mã phát hiện hoặc mã điều khoản về thể thức`,
    );
  }
  return answer({ rounds: [roundJson(opened.round)], figures: figuresJson(figures) }, figureLines(figures));
}

/** Whether a workspace lies where the command is run; without one only the pages can be asked for. */
function isWorkspace({ globals }: Request): boolean {
  return existsSync(join(globals.directory, SETTINGS_FILE));
}

/**
 * `tkcds explain MÃ`: the page of one kind of finding, or the pages about one rule of the decree on form; of a figure of the
 * report how it was computed, from which cells of which files.
 */
export function run(request: Request): Promise<Answer> {
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
