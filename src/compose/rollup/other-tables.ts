import type { Block, TableRow } from '../../model/document.ts';
import type { CommuneOutcome, ProvinceRate, ProvinceTotal, RateCounts, StrayFile } from '../../model/rollup.ts';
import { grouped } from '../../model/grouped.ts';
import { countSign } from '../../vi/count-words.ts';
import { formatInteger, formatPercent } from '../../vi/number.ts';
import { capitalize } from '../../vi/text.ts';
import { figures, marks, numberedRows, plainRow, ROW_NUMBER, tableOf, words } from '../generated-table.ts';
import { fileText, NO_VALUE } from '../wording.ts';
import { outcomeRemark } from './coverage-table.ts';

function shareCells({ expected, received, onTime }: RateCounts): readonly string[] {
  return [received, onTime].map((numerator) => {
    if (expected === 0) return NO_VALUE;
    return formatPercent({ numerator, denominator: expected });
  });
}

function rateCells(counts: RateCounts | undefined): readonly string[] {
  if (counts === undefined) return Array.from({ length: 5 }, () => NO_VALUE);
  const { expected, received, onTime } = counts;
  return [...[expected, received, onTime].map(formatInteger), ...shareCells(counts)];
}

/** How the units of each commune have reported, with the sum below. */
export function ratesTable(rate: ProvinceRate): readonly Block[] {
  const { parts, countedCommuneCount, expectedCommuneCount } = rate;
  const columns = [
    ROW_NUMBER,
    words('Xã, phường, đặc khu', 26),
    figures('Đơn vị phải báo cáo', 12),
    figures('Đã báo cáo', 11),
    figures('Đúng hạn', 11),
    figures('Tỷ lệ báo cáo', 11),
    figures('Tỷ lệ đúng hạn', 11),
    words('Ghi chú', 18),
  ];
  const rows = numberedRows(
    parts.map(({ outcome, part }) => [outcome.commune.name, ...rateCells(part), outcomeRemark(outcome)]),
  );
  const label = `Cộng (${formatInteger(countedCommuneCount)}/${formatInteger(expectedCommuneCount)} xã)`;
  const total: TableRow = {
    cells: ['', label, ...rateCells(countedCommuneCount === 0 ? undefined : rate), ''],
    emphasis: 'total',
  };
  return tableOf(columns, [...rows, total]);
}

/** The sums of the province, unit type by unit type. */
export function totalsTable(totals: readonly ProvinceTotal[]): readonly Block[] {
  const columns = [
    ROW_NUMBER,
    words('Chỉ tiêu', 46),
    marks('Đơn vị tính', 12),
    figures('Tổng số', 14),
    marks('Xã có số liệu', 12),
    marks('Đơn vị có số liệu', 14),
  ];
  const types = [...grouped(totals, ({ definition }) => definition.unitType.id).values()];
  const rows = types.flatMap((ofType): readonly TableRow[] => [
    { cells: [ofType[0].definition.unitType.name], emphasis: 'band' },
    ...ofType.map((total, index) =>
      plainRow([
        String(index + 1),
        total.definition.title,
        countSign(total.definition.counts),
        total.countedCommuneCount === 0 ? NO_VALUE : formatInteger(total.value),
        `${formatInteger(total.countedCommuneCount)}/${formatInteger(total.expectedCommuneCount)}`,
        `${formatInteger(total.countedUnitCount)}/${formatInteger(total.expectedUnitCount)}`,
      ]),
    ),
  ]);
  return tableOf(columns, rows);
}

/** The communes from which nothing came. */
export function missingTable(communes: readonly CommuneOutcome[]): readonly Block[] {
  const missing = communes.filter(({ state }) => state === 'missing');
  const columns = [ROW_NUMBER, marks('Mã', 14), words('Xã, phường, đặc khu', 80)];
  return tableOf(columns, numberedRows(missing.map(({ commune: { code, name } }) => [code, name])));
}

/** What came and does not count: the communes with the reason, then files that are nobody's. */
export function leftOutTable(communes: readonly CommuneOutcome[], strays: readonly StrayFile[]): readonly Block[] {
  const ofCommunes = communes
    .filter(({ state }) => state === 'left-out')
    .map(({ commune: { name }, files, reason }) => [name, files.map(fileText).join('; '), capitalize(reason)]);
  const others = strays.map(({ source, reason }) => [NO_VALUE, fileText(source.file), capitalize(reason)]);
  const columns = [ROW_NUMBER, words('Xã, phường, đặc khu', 26), words('Tệp', 40), words('Lý do', 34)];
  return tableOf(columns, numberedRows([...ofCommunes, ...others]));
}
