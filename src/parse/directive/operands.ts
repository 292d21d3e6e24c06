import { quoteValue } from '../../vi/text.ts';
import type { FileFinding } from './finding.ts';
import { isMap, type Placed, select, selectTexts, valueAt } from './path.ts';
import { DIRECTIVE_VALUE_INVALID } from './problems.ts';

interface DeclaredIndicator {
  readonly unitTypes: readonly string[];
  readonly isComputed: boolean;
}

/** Where a number is computed from indicators, and the unit types it is computed for. */
const COMPUTATIONS: readonly {
  readonly users: string;
  readonly unitTypes: string;
  readonly operands: readonly string[];
}[] = [
  {
    users: 'indicators.*',
    unitTypes: 'unitTypes.*',
    operands: ['computed.numerator', 'computed.denominator', 'computed.of.*'],
  },
  { users: 'measures.*', unitTypes: 'unitType', operands: ['numerator', 'denominator', 'indicator'] },
];

/**
 * Operands that cannot be added or divided: themselves computed, or not asked of the units in question. Names that are not
 * declared are other findings (`references.ts`) and say nothing here.
 */
export function unfitOperands(root: Placed): readonly FileFinding[] {
  const knownTypes = new Set(selectTexts(root, 'unitTypes.*.id').map(({ value }) => value));
  const indicators = declaredIndicators(root);
  return COMPUTATIONS.flatMap(({ users, unitTypes, operands }) =>
    select(root, users).flatMap((user) => {
      const asked = selectTexts(user, unitTypes).map(({ value }) => value);
      const uses = operands.flatMap((pattern) => selectTexts(user, pattern));
      return uses.flatMap((use) => {
        const indicator = indicators.get(use.value);
        if (indicator === undefined) return [];
        if (indicator.isComputed) return [computedOperand(use)];
        if (![...indicator.unitTypes, ...asked].every((unitType) => knownTypes.has(unitType))) return [];
        const without = asked.find((unitType) => !indicator.unitTypes.includes(unitType));
        return without === undefined ? [] : [unaskedOperand(use, without)];
      });
    }),
  );
}

/** By id; of repeated ids the first counts. */
function declaredIndicators(root: Placed): ReadonlyMap<string, DeclaredIndicator> {
  const declared = select(root, 'indicators.*').map((entry): readonly [string, DeclaredIndicator] => [
    selectTexts(entry, 'id')[0]?.value ?? '',
    {
      unitTypes: selectTexts(entry, 'unitTypes.*').map(({ value }) => value),
      isComputed: isMap(valueAt(entry.value, ['computed'])),
    },
  ]);
  return new Map(declared.toReversed());
}

type Use = Placed & { readonly value: string };

function computedOperand({ path, value }: Use): FileFinding {
  return {
    problem: DIRECTIVE_VALUE_INVALID,
    path,
    part: 'value',
    message: `Chỉ tiêu ${quoteValue(value)} tự nó được tính từ chỉ tiêu khác, trong khi ở đây phải là số do đơn vị đếm`,
    hint: 'Dùng thẳng các chỉ tiêu mà chỉ tiêu này được tính ra',
  };
}

function unaskedOperand({ path, value }: Use, unitType: string): FileFinding {
  return {
    problem: DIRECTIVE_VALUE_INVALID,
    path,
    part: 'value',
    message: `Chỉ tiêu ${quoteValue(value)} không hỏi loại đơn vị ${quoteValue(unitType)}, trong khi ở đây cần số của loại đó`,
    hint: 'Thêm loại đơn vị vào “unitTypes” của chỉ tiêu đó, hoặc sửa ở đây',
  };
}
