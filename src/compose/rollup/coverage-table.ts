import type { Block, TableRow } from '../../model/document.ts';
import { compareRatios, meetsTarget, shortfall } from '../../model/ratio.ts';
import type { CommuneCoverage, CommuneOutcome, CommuneReport, Part, ProvinceCoverage } from '../../model/rollup.ts';
import { countNoun } from '../../vi/count-words.ts';
import { formatDate } from '../../vi/date.ts';
import { formatInteger, formatPercent, formatTarget } from '../../vi/number.ts';
import { figures, marks, noteOf, numberedRows, plainRow, ROW_NUMBER, tableOf, words } from '../generated-table.ts';
import { lowerFirst, NO_VALUE } from '../wording.ts';

/** Why a commune has no figures in the tables; '' when it counts. */
export function outcomeRemark({ state }: CommuneOutcome): string {
  switch (state) {
    case 'counted':
      return '';
    case 'left-out':
      return 'Có gửi, không được tính';
    case 'missing':
      return 'Chưa nhận được';
  }
}

/** `Tính trên 90/96 xã (2.010/2.112 thôn)`. */
export function standingWords(coverage: ProvinceCoverage): string {
  const { countedCommuneCount, expectedCommuneCount, countedUnitCount, expectedUnitCount, definition } = coverage;
  const communes = `${formatInteger(countedCommuneCount)}/${formatInteger(expectedCommuneCount)} xã`;
  const units = `${formatInteger(countedUnitCount)}/${formatInteger(expectedUnitCount)}`;
  return `${communes} (${units} ${lowerFirst(definition.unitType.name)} của các xã này)`;
}

function daysOf({ countedFrom, countedTo }: CommuneReport): string {
  if (countedFrom === undefined || countedTo === undefined) return NO_VALUE;
  return countedFrom === countedTo ? formatDate(countedTo) : `${formatDate(countedFrom)} – ${formatDate(countedTo)}`;
}

function remarkOf({ outcome, part }: Part<CommuneCoverage>): string {
  const { report } = outcome;
  if (report === undefined) return outcomeRemark(outcome);
  if (part === undefined) return 'Báo cáo không có tỷ lệ này';
  return report.version === 'draft' ? `Bản dự thảo, còn ${formatInteger(report.openErrorCount)} lỗi` : '';
}

/** The shares that are known: those with somebody in the denominator. */
function isKnown(part: CommuneCoverage | undefined): part is CommuneCoverage {
  return part !== undefined && part.countedUnitCount > 0 && part.ratio.denominator > 0;
}

function rowOf(entry: Part<CommuneCoverage>, hasTargets: boolean): readonly string[] {
  const { outcome, part } = entry;
  const units =
    part === undefined ? NO_VALUE : `${formatInteger(part.countedUnitCount)}/${formatInteger(part.expectedUnitCount)}`;
  const days = outcome.report === undefined ? NO_VALUE : daysOf(outcome.report);
  const target = hasTargets ? [part === undefined ? NO_VALUE : formatTarget(part.target)] : [];
  if (!isKnown(part)) {
    const none = Array.from({ length: 5 }, () => NO_VALUE);
    return [outcome.commune.name, units, ...none.slice(0, 3), ...target, ...none.slice(3), days, remarkOf(entry)];
  }
  const { ratio } = part;
  return [
    outcome.commune.name,
    units,
    formatInteger(ratio.denominator),
    formatInteger(ratio.numerator),
    formatPercent(ratio, part.target.percent),
    ...target,
    meetsTarget(ratio, part.target) ? 'Đạt' : 'Chưa đạt',
    formatInteger(shortfall(ratio, part.target)),
    days,
    remarkOf(entry),
  ];
}

const VERDICTS: Readonly<Record<ProvinceCoverage['verdict'], string>> = {
  met: 'Đạt',
  'not-met': 'Chưa đạt',
  'no-data': NO_VALUE,
  'no-common-target': NO_VALUE,
};

function totalRow(coverage: ProvinceCoverage, hasTargets: boolean): TableRow {
  const { ratio, target, verdict, countedCommuneCount, expectedCommuneCount } = coverage;
  const has = verdict !== 'no-data';
  const cells = [
    '',
    `Cộng (${formatInteger(countedCommuneCount)}/${formatInteger(expectedCommuneCount)} xã)`,
    `${formatInteger(coverage.countedUnitCount)}/${formatInteger(coverage.expectedUnitCount)}`,
    has ? formatInteger(ratio.denominator) : NO_VALUE,
    has ? formatInteger(ratio.numerator) : NO_VALUE,
    has ? formatPercent(ratio, target?.percent) : NO_VALUE,
    ...(hasTargets ? [NO_VALUE] : []),
    VERDICTS[verdict],
    coverage.shortfall === undefined ? NO_VALUE : formatInteger(coverage.shortfall),
    '',
    '',
  ];
  return { cells, emphasis: 'total' };
}

/** The share of every commune with the sum below, and a note on how to read it. */
export function coverageTable(coverage: ProvinceCoverage): readonly Block[] {
  const { definition, target, parts } = coverage;
  const { unitType, numerator, denominator } = definition;
  const hasTargets = target === undefined && parts.some(({ part }) => part !== undefined);
  const columns = [
    ROW_NUMBER,
    words('Xã, phường, đặc khu', 22),
    marks(`${unitType.name} được tính`, 10),
    figures(denominator.title, 15),
    figures(numerator.title, 15),
    figures('Tỷ lệ', 10),
    ...(hasTargets ? [marks('Mức chỉ tiêu', 11)] : []),
    marks('Kết quả', 10),
    figures(`Số ${countNoun(numerator.counts)} còn thiếu để đạt`, 12),
    marks('Số liệu tính đến ngày', 13),
    words('Ghi chú', 17),
  ];
  const rows = numberedRows(parts.map((entry) => rowOf(entry, hasTargets)));
  const level = target === undefined ? '' : `Chỉ tiêu là ${formatTarget(target)}. `;
  const note = `Ghi chú: ${level}Tỷ lệ chung là tổng tử số chia tổng mẫu số của các xã được tính. Dấu “${NO_VALUE}” nghĩa là không có số liệu đưa vào tổng hợp, không phải bằng 0.`;
  return [...tableOf(columns, [...rows, totalRow(coverage, hasTargets)]), noteOf(note)];
}

/** The communes below their target, the lowest share first. */
export function belowTarget({ parts, definition }: ProvinceCoverage): readonly Block[] {
  const below = parts
    .flatMap(({ outcome, part }) => (isKnown(part) && !meetsTarget(part.ratio, part.target) ? [{ outcome, part }] : []))
    .toSorted((a, b) => compareRatios(a.part.ratio, b.part.ratio));
  const columns = [
    ROW_NUMBER,
    words('Xã, phường, đặc khu', 40),
    figures('Tỷ lệ', 14),
    marks('Mức chỉ tiêu', 18),
    figures(`Số ${countNoun(definition.numerator.counts)} còn thiếu để đạt`, 22),
  ];
  const rows = below.map(({ outcome, part: { ratio, target } }, index) =>
    plainRow([
      String(index + 1),
      outcome.commune.name,
      formatPercent(ratio, target.percent),
      formatTarget(target),
      formatInteger(shortfall(ratio, target)),
    ]),
  );
  return tableOf(columns, rows);
}
