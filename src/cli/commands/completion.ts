import { didYouMean } from '../../vi/suggest.ts';
import { quoteValue } from '../../vi/text.ts';
import type { Answer, Request } from '../command.ts';
import { bashCompletion } from '../completion/bash.ts';
import { offersOf, type Offers } from '../completion/offers.ts';
import { powershellCompletion } from '../completion/powershell.ts';
import { EXIT } from '../exit-code.ts';
import { UsageError } from '../usage-error.ts';

const SHELLS: Readonly<Record<string, (offers: Offers) => string>> = {
  bash: bashCompletion,
  powershell: powershellCompletion,
};

/** `tkcds completion <CỬA SỔ LỆNH>`: the script with which a shell offers commands and options. Throws a UsageError for a shell not known. */
export function run({ operands, commands }: Request): Promise<Answer> {
  const [shell = ''] = operands;
  const write = Object.hasOwn(SHELLS, shell) ? SHELLS[shell] : undefined;
  if (write === undefined) {
    const known = Object.keys(SHELLS);
    throw new UsageError(
      `Không có đoạn mã gợi ý cho ${quoteValue(shell)}${didYouMean(shell, known)}; dùng ${known.join(' hoặc ')}`,
    );
  }
  const script = write(offersOf(commands));
  return Promise.resolve({
    command: 'completion',
    exitCode: EXIT.fine,
    diagnostics: [],
    listed: [],
    facts: { shell, script },
    body: () => [],
    closing: () => [],
    printed: { verbatim: script },
  });
}
