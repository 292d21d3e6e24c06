import { readXml, type XmlAttributes } from '../../opc/xml.ts';
import { LIMITS } from '../limits.ts';
import { isTrue, RELATIONSHIPS, SPREADSHEET } from './names.ts';
import { damaged, within } from '../give-up.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Empty when the entry names no relation, as those of old macro modules do. */
  readonly relation: string;
}

/** What the workbook part says. */
export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[];
  /** Whether serials count from 1 January 1904. */
  readonly is1904: boolean;
}

function relationOf(attributes: XmlAttributes, namespaceOf: (prefix: string) => string | undefined): string {
  const name = Object.keys(attributes).find((attribute) => {
    const colon = attribute.indexOf(':');
    if (colon < 0 || attribute.slice(colon + 1) !== 'id') return false;
    return RELATIONSHIPS.has(namespaceOf(attribute.slice(0, colon)) ?? '');
  });
  return name === undefined ? '' : (attributes[name] ?? '');
}

/**
 * The sheets that the workbook lists, in its order.
 *
 * @throws {Refusal} when the part is damaged, or lists more sheets than a workbook may have.
 */
export function readWorkbookPart(part: Uint8Array): WorkbookPart {
  const sheets: ListedSheet[] = [];
  let count = 0;
  let is1904 = false;
  const isWellFormed = readXml(part, SPREADSHEET, {
    root: 'workbook',
    open: (name, attributes, parent, namespaceOf) => {
      if (name === 'workbookPr') is1904 = isTrue(attributes['date1904']);
      if (parent === 'sheets' && name === 'sheet' && ++count <= LIMITS.sheets) {
        const { name: title = '', state = 'visible' } = attributes;
        sheets.push({ name: title, isHidden: state !== 'visible', relation: relationOf(attributes, namespaceOf) });
      }
      return parent === 'workbook' && name === 'sheets';
    },
  });
  if (!isWellFormed) damaged();
  within('sheets', count);
  return { sheets, is1904 };
}
