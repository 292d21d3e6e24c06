import type { PartEdit } from '../../../opc/repack.ts';
import type { LinkPlaces } from './book.ts';

function attributeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/**
 * Adds to each link of a sheet the place in its file. exceljs knows links to files and links to places, but none to a place in
 * a file.
 */
export function placeLinks(links: LinkPlaces): PartEdit {
  const byPart = new Map([...links].map(([sheet, places]) => [`xl/worksheets/sheet${sheet.id}.xml`, places]));
  return (name, text) => {
    const places = byPart.get(name);
    if (places === undefined || places.size === 0) return text;
    return text.replace(/<hyperlink ref="([A-Z]+\d+)"/gu, (whole, address: string) => {
      const place = places.get(address);
      return place === undefined ? whole : `${whole} location="${attributeText(place)}"`;
    });
  };
}
