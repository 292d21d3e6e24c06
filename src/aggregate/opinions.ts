import type { OpinionId } from '../model/directive.ts';
import type { Located } from '../model/located.ts';
import type { Opinion } from '../model/report.ts';
import type { Submission } from '../model/submission.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import type { Evidence } from './evidence.ts';
import { isExcluded } from './usable-values.ts';

interface OwnWords {
  readonly task: string | undefined;
  readonly text: Located<string>;
}

/**
 * What the counted reports say in their own words: by opinion in the form's order, then by unit in the register's; the
 * difficulties of a unit begin with those of its work as a whole, then come those of single tasks. Texts with nothing but
 * white space are not there; citizen and telephone numbers are masked.
 */
export function opinionsOf({ round, reports, exclusions }: Evidence): readonly Opinion[] {
  return round.directive.form.opinions.flatMap(({ id }) =>
    reports.flatMap(({ unit, receipt }) => {
      if (receipt.kind !== 'counted') return [];
      return ownWords(receipt.submission, id)
        .filter(({ text }) => text.value.trim() !== '' && !isExcluded(exclusions, text.ref))
        .map(({ task, text }): Opinion => {
          const masked = maskPersonalData(text.value);
          return { opinion: id, unit, task, text: { value: masked, raw: maskPersonalData(text.raw), ref: text.ref } };
        });
    }),
  );
}

function ownWords({ opinions, tasks }: Submission, id: OpinionId): readonly OwnWords[] {
  const general = opinions.filter(({ opinion }) => opinion === id).map(({ text }) => ({ task: undefined, text }));
  switch (id) {
    case 'difficulties':
      return [
        ...general,
        ...tasks.flatMap(({ task, difficulty }) => (difficulty.kind === 'value' ? [{ task, text: difficulty }] : [])),
      ];
    case 'proposals':
      return general;
  }
}
