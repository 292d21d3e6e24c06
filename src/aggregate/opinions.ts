import type { Opinion } from '../model/report.ts';
import { maskPersonalData } from '../vi/personal-data.ts';
import type { Evidence } from './evidence.ts';
import { isExcluded } from './usable-values.ts';

/**
 * What the counted reports say in their own words: by opinion in the form's order, then by unit in the register's. Texts
 * with nothing but white space are not there; citizen and telephone numbers are masked.
 */
export function opinionsOf({ round, reports, exclusions }: Evidence): readonly Opinion[] {
  return round.directive.form.opinions.flatMap(({ id }) =>
    reports.flatMap(({ unit, receipt }) => {
      if (receipt.kind !== 'counted') return [];
      return receipt.submission.opinions
        .filter(({ opinion, text }) => opinion === id && text.value.trim() !== '' && !isExcluded(exclusions, text.ref))
        .map(({ opinion, text }): Opinion => {
          const masked = maskPersonalData(text.value);
          return { opinion, unit, text: { value: masked, raw: maskPersonalData(text.raw), ref: text.ref } };
        });
    }),
  );
}
