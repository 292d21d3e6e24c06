import type { Meaning, MeaningKind } from '../model/confirmation.ts';
import type { Directive } from '../model/directive.ts';
import type { Round } from '../model/round.ts';
import { formMeanings } from '../pipeline.ts';
import { matchKey, quoteValue } from '../vi/text.ts';
import type { Confirmation } from './confirmations.ts';

const NOUNS: Readonly<Record<Exclude<MeaningKind, 'heading'>, string>> = {
  unit: 'đơn vị',
  indicator: 'chỉ tiêu',
  task: 'nhiệm vụ',
};

/** The meaning for a sentence: `đơn vị TH01 “…”`, `mục “Số liệu” của biểu mẫu`. */
export function meaningWords({ kind, code, name }: Meaning): string {
  if (kind === 'heading') return `mục ${quoteValue(name)} của biểu mẫu`;
  return code === '' ? `đơn vị cũ ${quoteValue(name)} đã sáp nhập` : `${NOUNS[kind]} ${code} ${quoteValue(name)}`;
}

/**
 * What a line of the file means in the round: `not-asked` when the round has nothing to do with it, `no-directive` when the
 * directive that it names is not there.
 */
type Found = Meaning | 'unknown' | 'no-directive' | 'not-asked';

function isCode(code: string, means: string): boolean {
  return matchKey(code) === matchKey(means);
}

function unitOf(means: string, { units }: Round): Found {
  if (units.length === 0) return 'not-asked'; // a register that is still blank knows nobody
  const unit = units.find(({ id }) => isCode(id, means));
  return unit === undefined ? 'unknown' : { kind: 'unit', code: unit.id, name: unit.name };
}

/** An indicator is the same in another directive when it has the same id there, whatever its code. */
function indicatorOf(means: string, { directive }: Round, named: Directive): Found {
  const own = named.indicators.find(({ code }) => isCode(code, means));
  if (own === undefined) return 'unknown';
  const here = directive.indicators.find(({ id }) => id === own.id);
  return here === undefined ? 'not-asked' : { kind: 'indicator', code: here.code, name: here.title };
}

function taskOf(means: string, { directive }: Round, named: Directive): Found {
  const task = named.taskGroups.flatMap(({ tasks }) => tasks).find(({ id }) => isCode(id, means));
  if (task === undefined) return 'unknown';
  return named.id === directive.id ? { kind: 'task', code: task.id, name: task.title } : 'not-asked';
}

function headingOf(means: string, round: Round, directives: readonly Directive[]): Found {
  const inForm = (directive: Directive): Meaning | undefined =>
    formMeanings(directive).find(({ code }) => isCode(code, means));
  return inForm(round.directive) ?? (directives.some((other) => inForm(other) !== undefined) ? 'not-asked' : 'unknown');
}

/** What a line of the file means in that round. `directives` are those that lines name and those of the settings' rounds. */
export function meaningOfEntry(
  { kind, means, directive }: Confirmation,
  round: Round,
  directives: readonly Directive[],
): Found {
  const named = [round.directive, ...directives].find(({ id }) => id === directive);
  switch (kind) {
    case 'unit':
      return unitOf(means, round);
    case 'heading':
      return headingOf(means, round, directives);
    case 'indicator':
      return named === undefined ? 'no-directive' : indicatorOf(means, round, named);
    case 'task':
      return named === undefined ? 'no-directive' : taskOf(means, round, named);
  }
}
