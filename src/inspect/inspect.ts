import { diagnosticOf, type Diagnostic, type Problem } from '../model/diagnostic.ts';
import { ND_30_2020, type DecreeProfile } from '../profiles/nd-30-2020.ts';
import { readWord } from './content/read-word.ts';
import { openWord } from './package/open-word.ts';
import { refusalOf } from './package/refusal.ts';
import { recognise } from './parts/recognise.ts';
import { FORMAT_FILE_UNREADABLE, FORMAT_UNVERIFIABLE } from './problems.ts';
import type { Deviation, Inspected, Undecided } from './rule.ts';
import { FORMAT_RULES } from './rules/index.ts';
import { takerOf } from './taker.ts';

/** Where the hint of what cannot be checked leads. */
const LOOK = 'Xem trang in hoặc bản xem trước (Print Preview), đọc và đối chiếu bằng mắt';

function factsOf(clause: keyof DecreeProfile['clauses'], profile: DecreeProfile): Record<string, string> {
  return { clause, decree: profile.name, place: profile.clauses[clause] };
}

function deviationOf(kind: Problem, file: string, deviation: Deviation, profile: DecreeProfile): Diagnostic {
  const { clause, spot, thing, found, allowed, hint } = deviation;
  return diagnosticOf(kind, {
    message: `${thing}; cần ${allowed} (${profile.clauses[clause]})`,
    hint,
    location: { kind: 'passage', file, place: spot.label, paragraph: spot.paragraph },
    facts: { ...factsOf(clause, profile), found, allowed },
  });
}

function undecidedOf(file: string, { clause, spot, thing, allowed }: Undecided, profile: DecreeProfile): Diagnostic {
  return diagnosticOf(FORMAT_UNVERIFIABLE, {
    message: `${thing}: không kiểm tra được; cần ${allowed} (${profile.clauses[clause]})`,
    hint: LOOK,
    location: { kind: 'passage', file, place: spot.label, paragraph: spot.paragraph },
    facts: { ...factsOf(clause, profile), allowed },
  });
}

function paragraphOf({ location }: Diagnostic): number {
  return location.kind === 'passage' ? location.paragraph : 0;
}

/**
 * Checks any Word document against a formatting decree: every deviation with its place, the value found, what is allowed and the
 * clause. What the file does not decide is said so, never passed. Sorted: pages first, then paragraph by paragraph, at the end how
 * many more there are of what is wrong all over. Never throws: a file that cannot be read is one finding.
 */
export function inspectDocument(
  bytes: Uint8Array,
  file: string,
  profile: DecreeProfile = ND_30_2020,
): readonly Diagnostic[] {
  const opened = openWord(bytes);
  if (typeof opened === 'string') return [diagnosticOf(FORMAT_FILE_UNREADABLE, refusalOf(opened, file))];
  const word = readWord(opened);
  const inspected: Inspected = { word, parts: recognise(word), profile };
  const unsure = takerOf(FORMAT_UNVERIFIABLE, file);
  const takers = FORMAT_RULES.map((rule) => {
    const wrong = takerOf(rule, file);
    rule.check(
      inspected,
      (deviation) => {
        wrong.take(() => deviationOf(rule, file, deviation, profile));
      },
      (undecided) => {
        unsure.take(() => undecidedOf(file, undecided, profile));
      },
    );
    return wrong;
  });
  const all = [...takers, unsure];
  const found = all.flatMap(({ taken }) => taken).toSorted((a, b) => paragraphOf(a) - paragraphOf(b));
  return [...found, ...all.flatMap(({ rest }) => rest())];
}
