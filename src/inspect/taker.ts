import { diagnosticOf, type Diagnostic, type Problem } from '../model/diagnostic.ts';
import { formatInteger } from '../vi/number.ts';
import { WHOLE } from './wording.ts';

/** So many findings of one kind are shown; a person mends these and looks again. */
const MOST_ALIKE = 100;

/** Takes findings of one kind up to a limit. */
export interface Taker {
  readonly take: (make: () => Diagnostic) => void;
  readonly taken: readonly Diagnostic[];
  /** One more finding that says how many were not taken; none when all were. */
  readonly rest: () => readonly Diagnostic[];
}

/** A taker of findings of that kind in that file. */
export function takerOf(kind: Problem, file: string): Taker {
  const taken: Diagnostic[] = [];
  let more = 0;
  return {
    taken,
    take: (make) => {
      if (taken.length < MOST_ALIKE) taken.push(make());
      else more += 1;
    },
    rest: () => {
      if (more === 0) return [];
      const message = `Còn ${formatInteger(more)} chỗ khác cùng loại chưa nêu ở trên`;
      const hint = 'Sửa những chỗ đã nêu, lưu lại, rồi kiểm tra lại để xem tiếp';
      const location = { kind: 'passage', file, place: WHOLE.label, paragraph: WHOLE.paragraph } as const;
      return [diagnosticOf(kind, { message, hint, location, facts: { more } })];
    },
  };
}
