import { describe, expect, test } from 'vitest';
import type { Round } from '../../src/model/round.ts';
import { readDirective } from '../../src/pipeline-directive.ts';
import { withConfirmations } from '../../src/workspace/confirmations-apply.ts';
import { CONFIRMATIONS_FILE, type Confirmation, type ConfirmationEntry } from '../../src/workspace/confirmations.ts';
import { DIRECTIVE_FILE, shippedText, smallCommuneRound } from '../support/small-commune.ts';

const DIRECTIVE = DIRECTIVE_FILE.replace('.yaml', '');
const MONTHLY = 'chu-ky-so-hang-thang';

describe('a round with confirmed words', () => {
  const october = smallCommuneRound();
  const monthly = readDirective(shippedText(`directives/${MONTHLY}.yaml`), `${MONTHLY}.yaml`).value;
  if (monthly === undefined) throw new Error('the monthly directive is faulty');
  const at = (entry: Partial<Confirmation>): ConfirmationEntry => ({
    kind: 'unit',
    written: 'Xóm Trên',
    means: 'TH01',
    directive: undefined,
    confirmedOn: undefined,
    ...entry,
    location: { kind: 'data', file: CONFIRMATIONS_FILE, path: '', line: 1, column: 1 },
  });
  const apply = (round: Round, ...lines: readonly Partial<Confirmation>[]) =>
    withConfirmations(round, lines.map(at), [october.directive, monthly]);

  test('knows them as other names, and nothing else is changed', () => {
    const { value, diagnostics } = apply(
      october,
      {},
      { kind: 'heading', written: 'Số liêu', means: 'số liệu' },
      { kind: 'indicator', written: 'Số tổ viên', means: 'ct12', directive: DIRECTIVE },
      { kind: 'task', written: 'Ra quân', means: 'II.3-1', directive: DIRECTIVE },
    );
    expect(diagnostics).toEqual([]);
    const without = (aliases: readonly string[], word: string): readonly string[] =>
      aliases.filter((one) => one !== word);
    const { directive } = value;
    const bare: Round = {
      ...value,
      units: value.units.map((one) => ({ ...one, aliases: without(one.aliases, 'Xóm Trên') })),
      directive: {
        ...directive,
        form: {
          ...directive.form,
          indicatorColumns: directive.form.indicatorColumns.map((one) => ({
            ...one,
            aliases: without(one.aliases, 'Số liêu'),
          })),
        },
        indicators: directive.indicators.map((one) => ({ ...one, aliases: without(one.aliases, 'Số tổ viên') })),
        taskGroups: directive.taskGroups.map((group) => ({
          ...group,
          tasks: group.tasks.map((one) => ({ ...one, aliases: without(one.aliases, 'Ra quân') })),
        })),
      },
    };
    expect(bare).toEqual(october);
    expect(value.units.find(({ id }) => id === 'TH01')?.aliases).toContain('Xóm Trên');
    expect(directive.form.indicatorColumns.find(({ id }) => id === 'value')?.aliases).toContain('Số liêu');
    expect(directive.indicators.find(({ code }) => code === 'CT12')?.aliases).toContain('Số tổ viên');
  });

  test('knows an indicator of another directive by its id, whatever its code there', () => {
    const renumbered = {
      ...monthly,
      indicators: monthly.indicators.map((one) => ({ ...one, code: one.code.replace('CT', 'CS') })),
    };
    const { value, diagnostics } = apply(
      { ...october, directive: renumbered },
      { kind: 'indicator', written: 'Số người đã cấp', means: 'CT02', directive: DIRECTIVE },
    );
    expect(diagnostics).toEqual([]);
    const aliases = value.directive.indicators.map(({ code, aliases: own }) => [code, own.includes('Số người đã cấp')]);
    expect(aliases.filter(([, isKnown]) => isKnown)).toEqual([['CS02', true]]);
  });

  test('is not bothered by lines that another round needs', () => {
    const { value, diagnostics } = apply(
      { ...october, units: [], directive: monthly },
      {},
      { kind: 'task', written: 'Ra quân', means: 'II.3-1', directive: DIRECTIVE },
      { kind: 'indicator', written: 'Số tổ viên', means: 'CT12', directive: DIRECTIVE },
      { kind: 'heading', written: 'Bằng chứng', means: 'Minh chứng' },
    );
    expect(diagnostics).toEqual([]);
    expect(value.directive.indicators).toEqual(monthly.indicators);
  });

  test('an honest name stays its unit’s, whatever was confirmed by hand', () => {
    const { value, diagnostics } = apply(october, { written: 'Thôn Trung', means: 'TH01' });
    expect(diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['confirmation-contradicts', 'error']]);
    expect(value.units).toEqual(october.units);
  });
});
