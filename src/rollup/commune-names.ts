import { nameKey } from '../vi/name-words.ts';

const BODY = /^(?:ủy ban nhân dân|ubnd) /u;
const KIND = /^(?:xã|phường|đặc khu|thị trấn) /u;

/** A commune's name taken apart: `UBND xã Suối Mây` is of the kind `xã` and called `suối mây`. */
interface CommuneName {
  /** '' when the name does not say. */
  readonly kind: string;
  readonly own: string;
}

function communeName(text: string): CommuneName {
  const name = nameKey(text).replace(BODY, '');
  const kind = KIND.exec(name)?.[0] ?? '';
  return { kind: kind.trim(), own: name.slice(kind.length) };
}

/** Whether two names can be of one commune: the same name, and no two different kinds (`xã …`, `phường …`). */
export function isSameCommune(a: string, b: string): boolean {
  const [one, other] = [communeName(a), communeName(b)];
  if (one.own !== other.own) return false;
  return one.kind === '' || other.kind === '' || one.kind === other.kind;
}

/** The name for tables: `UBND xã Suối Mây` → `xã Suối Mây`. */
export function shownCommune(issuer: string): string {
  return issuer.replace(/^(?:ủy ban nhân dân|uỷ ban nhân dân|ubnd)\s+/iu, '');
}
