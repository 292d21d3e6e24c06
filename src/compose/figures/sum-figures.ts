import type { Figure, FigurePart } from '../../model/figure.ts';
import type { Total } from '../../model/report.ts';
import { formatInteger } from '../../vi/number.ts';
import { lowerFirst } from '../wording.ts';
import type { FigureContext } from './context.ts';

function sumOf(total: Total, { model, nameOf, cellOf }: FigureContext): readonly Figure[] {
  const { id, title, indicator, value, parts, countedUnitCount, expectedUnitCount, unitType } = total;
  if (countedUnitCount === 0) return [];
  const units = new Map(model.units.map(({ unit }) => [unit.id, unit]));
  const names = [id, indicator.id, indicator.code];
  const type = lowerFirst(unitType.name);
  const family = `sum:${indicator.id}:${unitType.id}`;
  const own = parts.map((part): FigurePart => {
    const unit = units.get(part.unit);
    const text = formatInteger(part.cell.value);
    const name = unit === undefined ? part.unit : nameOf(unit);
    return { unit: part.unit, name, text, amount: { kind: 'count', value: part.cell.value }, cells: cellOf(part.cell) };
  });
  const how = `cộng số liệu của ${formatInteger(countedUnitCount)}/${formatInteger(expectedUnitCount)} ${type}`;
  return [
    {
      key: family,
      family,
      subjects: [indicator.id],
      amount: { kind: 'count', value },
      printed: formatInteger(value),
      title: `${title} (${indicator.code}, ${unitType.plural})`,
      how,
      unit: undefined,
      names,
      parts: own,
    },
    ...own.map((part): Figure => ({
      key: family,
      family,
      subjects: [indicator.id],
      amount: part.amount ?? { kind: 'count', value: 0 },
      printed: part.text,
      title: `${title}: ${part.name}`,
      how: 'số đơn vị ghi',
      unit: part.unit,
      names,
      parts: [part],
    })),
  ];
}

/** The sums of the indicators and what each unit gave to them. */
export function sumFigures(context: FigureContext): readonly Figure[] {
  return context.model.totals.flatMap((total) => sumOf(total, context));
}
