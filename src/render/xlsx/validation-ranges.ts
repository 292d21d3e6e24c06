/** Zero-based, both ends inclusive. */
interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function columnIndex(letters: string): number {
  return Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0);
}

function rangeOf(sqref: string): Range {
  const [, left = '', top = '', right = left, bottom = top] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/u.exec(sqref) ?? [];
  return { top: Number(top), left: columnIndex(left), bottom: Number(bottom), right: columnIndex(right) };
}

function contains(outer: Range, inner: Range): boolean {
  const holdsRows = outer.top <= inner.top && inner.bottom <= outer.bottom;
  return holdsRows && outer.left <= inner.left && inner.right <= outer.right;
}

/**
 * exceljs gathers equal validations into ranges from addresses sorted as text, so that `D10:D11` is written before `D9:D11`
 * grows over it. Excel allows no two validations over one cell: the range inside another one goes.
 */
export function mendValidations(sheet: string): string {
  return sheet.replace(/<dataValidations count="\d+">(.*?)<\/dataValidations>/su, (_whole, body: string) => {
    const found = [...body.matchAll(/<dataValidation .*?<\/dataValidation>/gsu)].map(([text]) => ({
      text,
      range: rangeOf(/ sqref="([^"]*)"/u.exec(text)?.[1] ?? ''),
    }));
    const kept = found.filter((one) => !found.some((other) => other !== one && contains(other.range, one.range)));
    const written = kept.map(({ text }) => text).join('');
    return `<dataValidations count="${kept.length}">${written}</dataValidations>`;
  });
}
