import { unitChanges } from '../model/coverage-trend.ts';
import { previousRound } from '../model/history.ts';
import { pointsBetween, type Ratio } from '../model/ratio.ts';
import type { Coverage, ReportModel } from '../model/report.ts';
import { formatInteger, formatPercent } from '../vi/number.ts';
import { formatPoints } from '../vi/percentage-points.ts';
import { capitalize } from '../vi/text.ts';
import type { Paint } from './paint.ts';
import { textTable } from './table.ts';

/** A share beside that of the round before, for each unit; no line where no earlier round is known. */
export function changeTable(coverage: Coverage, model: ReportModel, paint: Paint): readonly string[] {
  const previous = previousRound(model.round.history);
  const changes = unitChanges(coverage, model);
  if (previous === undefined || changes.every(({ before }) => before === undefined)) return [];
  const names = new Map(coverage.rows.map(({ unit }) => [unit.id, unit.name]));
  const share = (ratio: Ratio | undefined): string =>
    ratio === undefined ? '' : formatPercent(ratio, coverage.target.percent);
  const points = (hundredths: number | undefined): string => (hundredths === undefined ? '' : formatPoints(hundredths));
  const whole = model.changes?.find((change) => change.coverage === coverage.id);
  const type = coverage.unitType.name.toLocaleLowerCase('vi');
  const both = whole === undefined ? '' : `${formatInteger(whole.unitCount)} ${type} có số liệu ở cả hai kỳ`;
  return [
    '',
    paint.strong(`${capitalize(coverage.title)}, so với kỳ ${previous.period.id}`),
    ...textTable(
      [
        { heading: 'Mã', align: 'left' },
        { heading: 'Đơn vị', align: 'left' },
        { heading: 'Kỳ trước', align: 'right' },
        { heading: 'Kỳ này', align: 'right' },
        { heading: 'Thay đổi (điểm phần trăm)', align: 'right' },
      ],
      [
        ...changes.map(({ unit, before, now, hundredths }) => [
          unit,
          names.get(unit) ?? '',
          share(before),
          share(now),
          points(hundredths),
        ]),
        ...(whole === undefined
          ? []
          : [['', both, share(whole.before), share(whole.now), points(pointsBetween(whole.before, whole.now))]]),
      ],
    ),
  ];
}
