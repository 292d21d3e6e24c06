import type { PartEdit } from '../../../opc/repack.ts';
import type { LinkPlaces } from './book.ts';
import { INSIDE } from './links.ts';

function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const INSIDE_RELATION = new RegExp(`<Relationship Id="([^"]+)"[^>]* Target="${INSIDE}"[^>]*/>`, 'gu');

/**
 * Adds to each link of a sheet the place it leads to. exceljs knows links to files, but none to a place in a file, and writes
 * those inside the workbook as relations to a file, which they are not.
 */
export function placeLinks(links: LinkPlaces): PartEdit {
  const byPart = new Map([...links].map(([sheet, places]) => [`xl/worksheets/sheet${sheet.id}.xml`, places]));
  return (name, text) => {
    if (name.startsWith('xl/worksheets/_rels/')) return text.replace(INSIDE_RELATION, '');
    const places = byPart.get(name);
    if (places === undefined || places.size === 0) return text;
    return text.replace(/<hyperlink ref="([A-Z]+\d+)"( r:id="[^"]+")/gu, (whole, address: string, relation: string) => {
      const found = places.get(address);
      if (found === undefined) return whole;
      const file = found.target === undefined ? '' : relation;
      return `<hyperlink ref="${address}"${file} location="${attributeText(found.place)}"`;
    });
  };
}

/**
 * Tells Excel not to flag, with a green corner in every cell, numbers kept as the text that a unit wrote, and sums beside which
 * other numbers stand.
 */
export function quietSheet(name: string, text: string): string {
  if (!name.startsWith('xl/worksheets/sheet')) return text;
  const area = /<dimension ref="([^"]+)"/u.exec(text)?.[1];
  if (area === undefined) return text;
  const quiet = `<ignoredErrors><ignoredError sqref="${area}" numberStoredAsText="1" formulaRange="1"/></ignoredErrors>`;
  return text.replace('</worksheet>', `${quiet}</worksheet>`);
}
