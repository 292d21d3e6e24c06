import type { Amount } from '../model/figure.ts';
import type { Contribution, FigureChange, PartChange, PartChangeKind } from '../model/figure-change.ts';
import type { JsonObject, JsonValue } from '../pipeline.ts';
import { formatInteger } from '../vi/number.ts';
import { formatPoints } from '../vi/percentage-points.ts';
import { joinWords } from '../vi/text.ts';

/** So many units are named; of more it is said how many there are. */
const MOST_UNITS = 60;

const KINDS: Readonly<Record<PartChangeKind, string>> = {
  changed: '',
  'gone-unit': 'không còn trong danh sách đơn vị',
  'new-unit': 'đơn vị mới trong danh sách',
  'no-longer-counted': 'nay không tính',
  'now-counted': 'nay mới tính',
};

function signed(value: number): string {
  return value > 0 ? `+${formatInteger(value)}` : value < 0 ? `-${formatInteger(-value)}` : '0';
}

function contributionWords(contribution: Contribution): string {
  if (contribution.kind === 'count') return signed(contribution.value);
  const { numerator, denominator, hundredths } = contribution;
  const both = `tử số ${signed(numerator)}, mẫu số ${signed(denominator)}`;
  return hundredths === undefined ? both : `${formatPoints(hundredths)} điểm phần trăm; ${both}`;
}

function directionWords({ before, difference }: FigureChange, now: string): string {
  if (before === undefined) return 'không có số liệu này';
  const change = `${before.printed} → ${now}`;
  return difference === undefined ? change : `${change} (${contributionWords(difference)})`;
}

function partLines({ name, kind, contribution, formerly, beforeText, nowText, causes }: PartChange): readonly string[] {
  const what = [
    ...(contribution === undefined ? [] : [contributionWords(contribution)]),
    ...(KINDS[kind] === '' ? [] : [KINDS[kind]]),
    ...(formerly.length === 0 ? [] : [`kỳ đó là ${joinWords(formerly)}`]),
  ];
  const texts = [beforeText, nowText].map((text) => (text === '' ? 'không có số liệu' : text));
  return [
    `    ${name}${what.length === 0 ? '' : ` (${what.join('; ')})`}: ${texts.join(' → ')}`,
    ...causes.map((cause) => `      vì ${cause}`),
  ];
}

function isUnchanged({ before, parts, others }: FigureChange, now: string): boolean {
  return before?.printed === now && parts.length === 0 && others === undefined;
}

/** The figure beside one earlier report, unit by unit. */
function changeLines(change: FigureChange, now: string): readonly string[] {
  const { basis, parts, others, unchangedCount } = change;
  if (isUnchanged(change, now)) return [`  So với ${basis.words}: không thay đổi`];
  const rest = parts.length - MOST_UNITS;
  const isSum = parts.some(({ contribution }) => contribution !== undefined);
  return [
    `  So với ${basis.words}: ${directionWords(change, now)}`,
    ...parts.slice(0, MOST_UNITS).flatMap(partLines),
    ...(rest > 0 ? [`    … và ${formatInteger(rest)} đơn vị khác (xem đủ bằng --json)`] : []),
    ...(others === undefined ? [] : [`    Các đơn vị khác: ${contributionWords(others)}`]),
    ...(others === undefined && isSum && unchangedCount > 0
      ? [`    ${formatInteger(unchangedCount)} đơn vị khác không thay đổi`]
      : []),
    ...basis.notes.map((note) => `    ${note}`),
  ];
}

/** ` (kỳ trước 2025-10: 60,0%)`: beside a figure in a list, where the previous round has another; '' else. */
export function previousWords(changes: readonly FigureChange[], now: string): string {
  const previous = changes.find(({ basis }) => basis.kind === 'previous-round');
  if (previous?.before === undefined || previous.before.printed === now) return '';
  return ` (kỳ trước ${previous.basis.period}: ${previous.before.printed})`;
}

/** What became of a figure since each of the earlier reports; `now` is the figure as the report prints it. */
export function changesLines(changes: readonly FigureChange[], now: string): readonly string[] {
  return changes.flatMap((change) => changeLines(change, now));
}

function amountJson(amount: Amount | undefined): JsonValue {
  if (amount === undefined) return null;
  switch (amount.kind) {
    case 'count':
      return { value: amount.value };
    case 'share':
      return { numerator: amount.ratio.numerator, denominator: amount.ratio.denominator };
    case 'state':
      return { state: amount.state };
  }
}

function contributionJson(contribution: Contribution | undefined): JsonValue {
  if (contribution === undefined) return null;
  if (contribution.kind === 'count') return { value: contribution.value };
  const { numerator, denominator, hundredths } = contribution;
  return { numerator, denominator, hundredthsOfPoint: hundredths ?? null };
}

function partJson(part: PartChange): JsonObject {
  return {
    unit: part.unit,
    name: part.name,
    kind: part.kind,
    before: amountJson(part.before),
    now: amountJson(part.now),
    contribution: contributionJson(part.contribution),
    formerly: part.formerly,
    causes: part.causes,
  };
}

/** The same for programs, described in docs/validate-json.md. */
export function changesJson(changes: readonly FigureChange[]): readonly JsonObject[] {
  return changes.map(({ basis, before, difference, parts, others, unchangedCount }) => ({
    basis: { kind: basis.kind, period: basis.period, file: basis.file, notes: basis.notes },
    before: before === undefined ? null : { printed: before.printed, amount: amountJson(before.amount) },
    difference: contributionJson(difference),
    unchangedCount,
    parts: parts.map(partJson),
    others: contributionJson(others),
  }));
}
