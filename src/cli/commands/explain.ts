import { RULES } from '../../pipeline.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { quoteValue } from '../../vi/text.ts';
import { rulePage } from '../../workspace/assets.ts';
import { clausePages, type ClausePage } from '../../workspace/clause-pages.ts';
import { WORKSPACE_PROBLEMS } from '../../workspace/problems.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
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

/** `tkcds explain MÃ`: the page of one kind of finding, or the pages about one rule of the decree on form. */
export function run({ operands }: Request): Promise<Answer> {
  const [id = ''] = operands;
  const ids = [...RULES, ...WORKSPACE_PROBLEMS].map((problem) => problem.id).sort();
  const pages = CLAUSE.test(id) ? clausePages(id, ids) : [];
  if (pages.length > 0)
    return Promise.resolve(clauseAnswer(id.charAt(0).toUpperCase() + id.slice(1).toLowerCase(), pages));
  const page = ids.includes(id) ? rulePage(id) : undefined;
  if (page !== undefined) return Promise.resolve(pageAnswer(id, page));
  const hint = didYouMean(id, ids);
  throw new UsageError(
    `Không có mã phát hiện ${quoteValue(id)}${hint}${hint === '' ? `; các mã: ${ids.join(', ')}` : ''}`,
  );
}
