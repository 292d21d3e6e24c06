import { type Correction, RETURN_TITLE } from '../../model/correction.ts';
import { cellAddress } from '../../model/workbook.ts';
import { xmlText } from '../../opc/xml-attributes.ts';
import { capitalize } from '../../vi/text.ts';
import { cleanText } from '../xlsx/cells.ts';
import { heightOf } from '../xlsx/row-height.ts';
import type { ListLooks } from './list-looks.ts';
import { DECLARATION, type Dialect } from './names.ts';

/** The list of what is to be mended. */
export interface CorrectionList {
  /** Behind the title: whose report it is. */
  readonly unitName: string;
  /** Lines above the list: how many, what to do. */
  readonly lines: readonly string[];
  readonly corrections: readonly Correction[];
  /** What the workbook calls the sheet of that name, for links; undefined: there is none. */
  readonly writtenName: (sheet: string) => string | undefined;
}

const COLUMNS: readonly { readonly heading: string; readonly width: number }[] = [
  { heading: 'STT', width: 6 },
  { heading: 'Mức độ', width: 10 },
  { heading: 'Trang', width: 17 },
  { heading: 'Ô', width: 8 },
  { heading: 'Sai ở đâu', width: 42 },
  { heading: 'Đã ghi', width: 16 },
  { heading: 'Cách sửa', width: 40 },
];
const WIDTH = COLUMNS.reduce((sum, { width }) => sum + width, 0);
const SIZES = { title: 14, text: 11 } as const;
/** The column with the cell's address. */
const LINK_COLUMN = 3;

const SEVERITIES: Readonly<Record<Correction['severity'], string>> = { error: 'Lỗi', warning: 'Cảnh báo' };

interface ListCell {
  readonly text: string;
  readonly style: number;
}

function cell(row: number, column: number, { text, style }: ListCell): string {
  const ref = cellAddress(row, column);
  if (text === '') return `<c r="${ref}" s="${String(style)}"/>`;
  const words = xmlText(cleanText(text));
  return `<c r="${ref}" s="${String(style)}" t="inlineStr"><is><t xml:space="preserve">${words}</t></is></c>`;
}

function rowOf(row: number, height: number, cells: readonly ListCell[]): string {
  const written = cells.map((one, column) => cell(row, column, one)).join('');
  return `<row r="${String(row + 1)}" ht="${String(height)}" customHeight="1">${written}</row>`;
}

function textHeight(text: string, size: number, width: number, face: 'bold' | 'regular' = 'regular'): number {
  return heightOf([{ text: cleanText(text), size, face, indent: 0 }], width);
}

/** A text across all columns. */
function wideRow(row: number, text: string, style: number, size: number): string {
  const height = textHeight(text, size, WIDTH, size === SIZES.title ? 'bold' : 'regular');
  return rowOf(row, height, [{ text, style }, ...COLUMNS.slice(1).map(() => ({ text: '', style }))]);
}

function sheetWords({ place }: Correction): string {
  if (place === undefined) return 'Cả tệp';
  return place.isHere ? place.sheet : `${place.sheet} (tệp đã gửi)`;
}

function correctionRow(row: number, number: number, correction: Correction, looks: ListLooks, isLink: boolean): string {
  const { severity, place, message, found, hint } = correction;
  const texts = [
    String(number),
    SEVERITIES[severity],
    sheetWords(correction),
    place?.address ?? '',
    `${capitalize(message)}.`,
    found,
    `${hint}.`,
  ];
  const styles = [looks.centre, looks.severities[severity], looks.text, isLink ? looks.link : looks.centre];
  const cells = texts.map((text, column) => ({ text, style: styles[column] ?? looks.text }));
  const height = Math.max(...texts.map((text, column) => textHeight(text, SIZES.text, COLUMNS[column]?.width ?? 0)));
  return rowOf(row, height, cells);
}

function linkOf(row: number, { place }: Correction, writtenName: CorrectionList['writtenName']): string {
  if (place?.address === undefined || !place.isHere) return '';
  const name = writtenName(place.sheet);
  if (name === undefined) return '';
  const location = `'${name.replaceAll("'", "''")}'!${place.address}`;
  const ref = cellAddress(row, LINK_COLUMN);
  return `<hyperlink ref="${ref}" location="${xmlText(location)}" display="${xmlText(place.address)}"/>`;
}

function wideRows({ unitName, lines }: CorrectionList, looks: ListLooks): readonly string[] {
  const title = `${RETURN_TITLE} – ${unitName}`;
  return [
    wideRow(0, title, looks.title, SIZES.title),
    ...lines.map((text, index) => wideRow(index + 1, text, looks.line, SIZES.text)),
  ];
}

/** What stands around the cells; the page lies sideways and is as wide as the list. */
function around(merged: number, links: string): string {
  const merges = Array.from(
    { length: merged },
    (_, row) => `<mergeCell ref="A${String(row + 1)}:G${String(row + 1)}"/>`,
  );
  return [
    '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>',
    `<mergeCells count="${String(merged)}">${merges.join('')}</mergeCells>`,
    links === '' ? '' : `<hyperlinks>${links}</hyperlinks>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.47" right="0.47" top="0.51" bottom="0.59" header="0.31" footer="0.31"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddFooter>&amp;R&amp;"Times New Roman,Regular"&amp;10 Trang &amp;P/&amp;N</oddFooter></headerFooter>`,
  ].join('');
}

/** The worksheet part with the list: what is wrong, where, and how to mend it, with links to the cells. All of it is text. */
export function listSheet(list: CorrectionList, looks: ListLooks, { main }: Dialect): string {
  const above = wideRows(list, looks);
  const headingRow = above.length;
  const heading = COLUMNS.map(({ heading: text }) => ({ text, style: looks.heading }));
  const linked = list.corrections.map((one, index) => linkOf(headingRow + 1 + index, one, list.writtenName));
  const rows = list.corrections.map((one, index) =>
    correctionRow(headingRow + 1 + index, index + 1, one, looks, linked[index] !== ''),
  );
  const columns = COLUMNS.map(
    ({ width }, index) =>
      `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(width)}" customWidth="1"/>`,
  );
  const pane = `<pane ySplit="${String(headingRow + 1)}" topLeftCell="A${String(headingRow + 2)}" activePane="bottomLeft" state="frozen"/>`;
  return [
    `${DECLARATION}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="A1:G${String(headingRow + 1 + rows.length)}"/>`,
    `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`,
    ...above,
    rowOf(headingRow, 20, heading),
    ...rows,
    '</sheetData>',
    around(above.length, linked.join('')),
    '</worksheet>',
  ].join('');
}
