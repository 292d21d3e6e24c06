import type { Round } from '../model/round.ts';
import type { Unit } from '../model/unit.ts';
import { unitsNamed } from '../pipeline.ts';
import { didYouMean } from '../vi/suggest.ts';
import { joinWords, normalizeText, quoteValue } from '../vi/text.ts';
import { WorkspaceError } from './workspace-error.ts';

/** The one unit of the register with that code or name. Throws a WorkspaceError that says what it could be. */
export function unitTyped(typed: string, round: Round): Unit {
  const text = normalizeText(typed);
  const byCode = round.units.filter(({ id }) => id.toLowerCase() === text.toLowerCase());
  const found = byCode.length > 0 ? byCode : unitsNamed(text, round);
  const [unit, ...more] = found;
  if (unit !== undefined && more.length === 0) return unit;
  if (unit === undefined) {
    const away = (round.dormant ?? []).find((one) => one.unit.id.toLowerCase() === text.toLowerCase());
    if (away !== undefined) {
      throw new WorkspaceError(
        `${away.unit.name} (${away.unit.id}) không phải đơn vị của kỳ ${round.period.id}: xem cột “Hoạt động từ ngày”, “Hoạt động đến ngày” trong don-vi.xlsx`,
      );
    }
    const candidates = round.units.flatMap(({ id, name }) => [id, name]);
    throw new WorkspaceError(
      `Danh sách đơn vị không có ${quoteValue(text)}${didYouMean(text, candidates)}; ghi mã đơn vị như trong don-vi.xlsx`,
    );
  }
  const names = found.map(({ id, name }) => `${name} (${id})`);
  throw new WorkspaceError(`${quoteValue(text)} có thể là ${joinWords(names)}; ghi mã đơn vị để chỉ rõ`);
}
