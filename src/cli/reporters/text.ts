import type { Diagnostic } from '../../model/diagnostic.ts';
import { formatInteger } from '../../vi/number.ts';
import type { Reporter } from '../command.ts';
import { groupOf, placeInFile, SEVERITY_WORDS, wholePlace } from '../finding-words.ts';
import { groupBy } from '../group-by.ts';
import type { Paint } from '../paint.ts';

/** More findings of one rule in one file are only counted: the eleventh teaches nothing that the tenth did not. */
const SHOWN_OF_ONE_RULE = 10;

function findingLines(
  { rule, severity, message, hint, location, related }: Diagnostic,
  paint: Paint,
): readonly string[] {
  const word = paint.severity(severity, SEVERITY_WORDS[severity]);
  return [
    `  ${placeInFile(location)}  ${word}  ${message}`,
    `      cách sửa: ${hint}`,
    ...related.map((other) => `      xem thêm: ${wholePlace(other.location)} – ${other.note}`),
    `      ${paint.faint(rule)}`,
  ];
}

function groupLines(diagnostics: readonly Diagnostic[], paint: Paint): readonly string[] {
  const byRule = groupBy(diagnostics, ({ rule }) => rule);
  const shown = diagnostics.filter((found) => (byRule.get(found.rule) ?? []).indexOf(found) < SHOWN_OF_ONE_RULE);
  const hidden = [...byRule].filter(([, found]) => found.length > SHOWN_OF_ONE_RULE);
  return [
    ...shown.flatMap((found) => findingLines(found, paint)),
    ...hidden.map(
      ([rule, found]) =>
        `  … và ${formatInteger(found.length - SHOWN_OF_ONE_RULE)} phát hiện cùng loại ${paint.faint(rule)}`,
    ),
  ];
}

/** Findings file by file, each with its place, severity, what is wrong, how to fix it, and its id. */
function listLines(diagnostics: readonly Diagnostic[], paint: Paint): readonly string[] {
  const groups = groupBy(diagnostics, ({ location }) => groupOf(location));
  return [...groups].flatMap(([group, found]) => [paint.strong(group), ...groupLines(found, paint), '']);
}

/** For people: findings, the result, and unless quiet the summary. */
export const textReporter: Reporter = {
  id: 'text',
  print: ({ listed, body, closing }, { paint, isQuiet }) => {
    const lines = [...listLines(listed, paint), ...body(paint), ...(isQuiet ? [] : closing(paint))];
    while (lines.at(-1) === '') lines.pop();
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  },
};
