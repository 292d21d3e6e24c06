import type { Indicator } from '../../model/directive.ts';

/** Where an indicator's number stands on the sheet. */
export interface NumberCell {
  readonly address: string;
  /** The cell with the number of the round before, where the unit may write “giữ nguyên” instead of a number; undefined else. */
  readonly kept: string | undefined;
}

/** The cell of that indicator; undefined when the unit is not asked for it. */
export type NumberCells = (indicator: string) => NumberCell | undefined;

/** The number that the cell stands for: its own, or with words in it that of the round before. */
function numberIn({ address, kept }: NumberCell): string {
  return kept === undefined ? address : `IF(ISTEXT(${address}),${kept},${address})`;
}

function isAnswered({ address, kept }: NumberCell): string {
  return kept === undefined ? `COUNT(${address})=1` : `COUNTA(${address})=1`;
}

function shareOf(numerator: NumberCell, denominator: NumberCell): string {
  const [above, below] = [numberIn(numerator), numberIn(denominator)];
  return `IF(AND(N(${below})>0,${isAnswered(numerator)}),${above}/${below},"")`;
}

function sumOf(cells: readonly NumberCell[]): string | undefined {
  if (cells.length === 0) return undefined;
  const count = cells.some(({ kept }) => kept !== undefined) ? 'COUNTA' : 'COUNT';
  const addresses = cells.map(({ address }) => address).join(',');
  return `IF(${count}(${addresses})=0,"",SUM(${cells.map(numberIn).join(',')}))`;
}

/** The formula of a computed indicator; it shows nothing until the numbers it needs are there, never an error value. */
export function indicatorFormula({ computed }: Indicator, cellOf: NumberCells): string | undefined {
  switch (computed?.kind) {
    case undefined:
      return undefined;
    case 'percent': {
      const [numerator, denominator] = [cellOf(computed.numerator), cellOf(computed.denominator)];
      return numerator === undefined || denominator === undefined ? undefined : shareOf(numerator, denominator);
    }
    case 'sum':
      return sumOf(computed.of.flatMap((id) => cellOf(id) ?? []));
  }
}
