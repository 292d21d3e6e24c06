import { rulePage } from './assets.ts';

/** A page of docs/rules that explains a rule of the decree on form. */
export interface ClausePage {
  readonly id: string;
  /** `khổ giấy không phải A4`: the page's heading without its id. */
  readonly title: string;
  readonly page: string;
}

/** The line of a page that names the rules it explains: `Điều khoản: P3 (Phụ lục I, phần I, mục I.3)`. */
const LINE = /^Điều khoản: (.+)$/mu;

/** The rules of the decree that a page says it explains, such as `P3`; none on other pages. */
export function clausesOf(page: string): readonly string[] {
  return [...(LINE.exec(page)?.[1] ?? '').matchAll(/(?<![\p{L}\d])[PCAN]\d{1,2}b?(?![\p{L}\d])/gu)].map(
    ([clause]) => clause,
  );
}

/** The pages of those findings that explain a rule of the decree, sorted by id; letter case does not matter. */
export function clausePages(clause: string, ids: readonly string[]): readonly ClausePage[] {
  return ids.toSorted().flatMap((id) => {
    const page = rulePage(id) ?? '';
    if (!clausesOf(page).some((one) => one.toLowerCase() === clause.toLowerCase())) return [];
    const [heading = ''] = page.split('\n');
    return [{ id, title: heading.replace(/^#\s*[\w-]+:\s*/u, ''), page }];
  });
}
