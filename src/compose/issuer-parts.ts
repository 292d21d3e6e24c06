import type { Diagnostic } from '../model/diagnostic.ts';
import { diagnosticOf } from '../model/diagnostic.ts';
import type { Block } from '../model/document.ts';
import type { Issuer } from '../model/issuer.ts';
import { dateParts, type PlainDate } from '../model/plain-date.ts';
import { capitalize, matchKey } from '../vi/text.ts';
import { type Citation, DOTS } from './citation.ts';
import { DOCUMENT_DETAIL_BLANK, SETTING_BLANK } from './problems.ts';

/** Room that the clerk fills in by hand, as in the decree's sample forms. Ordinary blanks: the layout measures them. */
const ROOM = ' '.repeat(6);

/** A công văn prints no name of its kind, and its abstract stands under the number (C8b). */
export function isLetter(name: string): boolean {
  return matchKey(name) === matchKey('Công văn');
}

/** What stands above the text: letterhead, name and abstract, Kính gửi (C1–C8, C14 of the decree). The renderers print blanks as dots. */
export function openingBlocks(issuer: Issuer, asOf: PlainDate, name: string, abstract: string): readonly Block[] {
  const title: Block = { kind: 'title', name: name.toLocaleUpperCase('vi'), abstract };
  return [
    {
      kind: 'letterhead',
      superior: issuer.superior,
      issuer: issuer.lines,
      subject: isLetter(name) ? abstract.replace(/^v\/v\s+/iu, '') : '',
      urgency: issuer.urgency,
      symbol: issuer.symbol === '' ? '' : `/${issuer.symbol}`,
      place: issuer.place,
      year: dateParts(asOf).year,
    },
    ...(isLetter(name) ? [] : [title]),
    { kind: 'addressees', names: issuer.addressees },
  ];
}

/** Nơi nhận and the signature (C12, C13, C15, C16). A blank name leaves the space blank. */
export function closingBlock(issuer: Issuer): Block {
  return {
    kind: 'signature',
    recipients: issuer.recipients,
    authority: issuer.signerAuthority.length === 0 ? [DOTS] : issuer.signerAuthority,
    name: issuer.signerName,
  };
}

/**
 * The head of an appendix, with the line that refers to the report. Number and day stay blank as in the letterhead, for the hand of who
 * has them; on an electronic document for good, and the year with them.
 */
export function appendixTitle(
  issuer: Pick<Issuer, 'medium' | 'symbol' | 'shortName'>,
  asOf: PlainDate,
  heading: { readonly documentName: string; readonly label: string; readonly title: string },
): Block {
  const type = capitalize(heading.documentName.toLocaleLowerCase('vi'));
  const year = String(dateParts(asOf).year);
  const number = `số${ROOM}/${issuer.symbol === '' ? DOTS : issuer.symbol}`;
  // Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1: on an electronic document number and date are not filled in there.
  const day = `ngày${ROOM}tháng${ROOM}năm${issuer.medium === 'electronic' ? ROOM.slice(1) : ` ${year}`}`;
  const reference = `(Kèm theo ${type} ${number} ${day} của ${nameOf(issuer)})`;
  return { kind: 'appendix-title', label: heading.label, title: heading.title, reference };
}

/** The issuing body inside a sentence; dots when blank. */
export function nameOf({ shortName }: Pick<Issuer, 'shortName'>): string {
  return shortName === '' ? DOTS : shortName;
}

/** Every setting that the report prints, in the order of the settings file, and what stands there when it is blank. */
const SETTINGS: readonly {
  readonly key: keyof Issuer;
  readonly path: string;
  readonly what: string;
  readonly printed: string;
}[] = [
  { key: 'lines', path: 'issuer.lines', what: 'Tên cơ quan ban hành', printed: `in “${DOTS}”` },
  { key: 'shortName', path: 'issuer.shortName', what: 'Tên cơ quan dùng trong câu', printed: `in “${DOTS}”` },
  { key: 'symbol', path: 'issuer.symbol', what: 'Ký hiệu văn bản', printed: `in “${DOTS}”` },
  { key: 'place', path: 'issuer.place', what: 'Địa danh', printed: `in “${DOTS}”` },
  { key: 'signerAuthority', path: 'issuer.signer.authority', what: 'Chức vụ người ký', printed: `in “${DOTS}”` },
  { key: 'signerName', path: 'issuer.signer.name', what: 'Họ tên người ký', printed: 'để trống' },
  { key: 'addressees', path: 'issuer.addressees', what: 'Nơi kính gửi', printed: `in “${DOTS}”` },
  { key: 'recipients', path: 'issuer.recipients', what: 'Nơi nhận', printed: `in “${DOTS}”` },
];

/** A công văn has a symbol of its own. */
const LETTER_SYMBOL = {
  key: 'symbol',
  path: 'issuer.letterSymbol',
  what: 'Ký hiệu công văn',
  printed: `in “${DOTS}”`,
} as const;

/** A finding for each setting that was printed as a blank; whom a công văn addresses is no setting. */
export function blankSettings(issuer: Issuer, ofLetter: boolean): readonly Diagnostic[] {
  const settings = SETTINGS.filter(({ key }) => !ofLetter || key !== 'addressees').map((setting) =>
    ofLetter && setting.key === 'symbol' ? LETTER_SYMBOL : setting,
  );
  return settings
    .filter(({ key }) => issuer[key] === '' || isEmptyList(issuer[key]))
    .map(({ path, what, printed }) =>
      diagnosticOf(SETTING_BLANK, {
        message: `${what} (${path}) chưa có trong tệp cấu hình, báo cáo ${printed}`,
        hint: `Điền mục ${path} trong tệp ${issuer.file}, hoặc điền tay vào báo cáo trước khi trình ký`,
        location: { kind: 'data', file: issuer.file, path, line: 0, column: 0 },
      }),
    );
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A finding for each number or date of a cited document that was printed as dots. */
export function blankDetails(citations: readonly Citation[], issuer: Issuer): readonly Diagnostic[] {
  return citations.flatMap(({ blanks, document }) =>
    blanks.map((blank) => {
      const path = `documents.${document.id}.${blank}`;
      const what = blank === 'number' ? 'Số' : 'Ngày ban hành';
      return diagnosticOf(DOCUMENT_DETAIL_BLANK, {
        message: `${what} của ${document.type} ký hiệu ${document.symbol} chưa có trong tệp cấu hình, báo cáo in “${DOTS}”`,
        hint: `Điền mục ${path} trong tệp ${issuer.file}, hoặc điền tay vào báo cáo trước khi trình ký`,
        location: { kind: 'data', file: issuer.file, path, line: 0, column: 0 },
      });
    }),
  );
}
