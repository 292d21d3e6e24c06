import type { Diagnostic } from '../../model/diagnostic.ts';
import { grouped } from '../../model/grouped.ts';
import type { Reporter } from '../command.ts';
import { groupOf, headingOf, placeInFile, SEVERITY_WORDS, wholePlace } from '../finding-words.ts';
import type { Paint } from '../paint.ts';

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

/** Every finding, file by file, each with its place, severity, what is wrong, how to fix it, and its id. */
function listLines(diagnostics: readonly Diagnostic[], paint: Paint): readonly string[] {
  const groups = grouped(diagnostics, ({ location }) => groupOf(location));
  return [...groups.values()].flatMap((found) => [
    paint.strong(headingOf(found[0].location)),
    ...found.flatMap((each) => findingLines(each, paint)),
    '',
  ]);
}

/** For people: findings, the result, and unless quiet the summary; or the text that a command's --format asks for. */
export const textReporter: Reporter = {
  print: ({ listed, body, closing, printed }, { paint, isQuiet }) => {
    if (typeof printed === 'object') return printed.verbatim;
    const lines = [...listLines(listed, paint), ...body(paint), ...(isQuiet ? [] : closing(paint))];
    while (lines.at(-1) === '') lines.pop();
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
  },
};
