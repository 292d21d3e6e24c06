import type { Figure } from '../../model/figure.ts';
import type { ReportModel } from '../../model/report.ts';
import type { UnitId } from '../../model/unit.ts';
import { matchKey, searchKey } from '../../vi/text.ts';
import { figureContext } from './context.ts';
import { reportingFigures } from './reporting-figures.ts';
import { shareFigures } from './share-figures.ts';
import { sumFigures } from './sum-figures.ts';
import { taskFigures } from './task-figures.ts';

/** Every figure of the report that can be traced. */
export function figuresOf(model: ReportModel, origin: 'files' | 'recorded' = 'files'): readonly Figure[] {
  const context = figureContext(model, origin);
  const all = [shareFigures, sumFigures, taskFigures, reportingFigures].flatMap((figures) => figures(context));
  // The same sum may be a share's part and stand by itself.
  return [...new Map(all.map((figure) => [`${figure.title} ${figure.printed}`, figure])).values()];
}

const NUMBER = /^\d[\d.,\s]*\s*%?$/u;

/** `8660`, `8 660` and `8.660` are one number, and so are `51,9 %`, `51.9%` and `51,9`. */
function numberKey(text: string): string {
  const bare = text.replace(/\s/gu, '').replace(/%%$/u, '%');
  return bare.endsWith('%') ? bare.replace('.', ',') : bare.replace(/[.,]/gu, '');
}

/**
 * The figures that the text asks for: a number as the report prints it, a code (`CT02`, `II.1-2`), an id, or words of its title.
 * `unit`: only that unit's, and what the others have from it.
 */
export function findFigures(
  model: ReportModel,
  asked: string,
  unit?: UnitId,
  origin: 'files' | 'recorded' = 'files',
): readonly Figure[] {
  const own = figuresOf(model, origin).flatMap((figure): readonly Figure[] => {
    if (unit === undefined || figure.unit === unit) return [figure];
    const parts = figure.unit === undefined ? figure.parts.filter((part) => part.unit === unit) : [];
    return parts.length === 0 ? [] : [{ ...figure, parts }];
  });
  if (asked === '') return own;
  if (NUMBER.test(asked.trim())) {
    const keys = [numberKey(asked), numberKey(`${asked}%`)];
    return own.filter(({ printed }) => NUMBER.test(printed) && keys.includes(numberKey(printed)));
  }
  if (!/\p{L}/u.test(asked)) return [];
  const key = matchKey(asked);
  const named = own.filter(({ names, printed }) => [...names, printed].some((name) => matchKey(name) === key));
  if (named.length > 0) return named;
  const words = searchKey(asked);
  return words.length < 3 ? [] : own.filter(({ title }) => searchKey(title).includes(words));
}
