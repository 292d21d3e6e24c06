import type { Directive } from '../model/directive.ts';
import type { Submission } from '../model/submission.ts';
import { rememberedFor } from '../vi/remembered.ts';
import { countOf, type Count } from './subjects.ts';

/** A number that counts some of what another number counts, but is larger. */
export interface ExceedingPart {
  readonly part: Count;
  readonly whole: Count;
}

/** The unit's numbers that are larger than what they are part of, by the directive's `relations.parts`. */
export function exceedingParts(submission: Submission, directive: Directive): readonly ExceedingPart[] {
  return exceedingOf(directive)(submission);
}

/** Asked for with every indicator. */
const exceedingOf = rememberedFor((directive: Directive) =>
  rememberedFor((submission: Submission): readonly ExceedingPart[] =>
    directive.relations.parts.flatMap((relation) => {
      const part = countOf(submission, directive, relation.part);
      const whole = countOf(submission, directive, relation.whole);
      return part === undefined || whole === undefined || part.value <= whole.value ? [] : [{ part, whole }];
    }),
  ),
);
