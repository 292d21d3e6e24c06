import { RULES } from '../../pipeline.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { quoteValue } from '../../vi/text.ts';
import { rulePage } from '../../workspace/assets.ts';
import { WORKSPACE_PROBLEMS } from '../../workspace/problems.ts';
import type { Answer, Request } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';

/** `tkcds explain MÃ`: the page of one kind of finding. */
export function run({ operands }: Request): Promise<Answer> {
  const [id = ''] = operands;
  const ids = [...RULES, ...WORKSPACE_PROBLEMS].map((problem) => problem.id).sort();
  const page = ids.includes(id) ? rulePage(id) : undefined;
  if (page === undefined) {
    const hint = didYouMean(id, ids);
    throw new UsageError(
      `Không có mã phát hiện ${quoteValue(id)}${hint}${hint === '' ? `; các mã: ${ids.join(', ')}` : ''}`,
    );
  }
  return Promise.resolve({
    command: 'explain',
    exitCode: EXIT.fine,
    diagnostics: [],
    listed: [],
    facts: { rule: id, page },
    body: () => page.trimEnd().split('\n'),
    closing: () => [],
  });
}
