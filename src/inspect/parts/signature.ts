import { matchKey } from '../../vi/text.ts';
import { isUpperCase, type Line } from './lines.ts';
import type { Signature } from './parts.ts';
import { beginsBody } from './words.ts';

/** `Nơi nhận:` with whatever blanks and signs, in characters. */
const LONGEST_LABEL = 40;

/** Whether a line is the words over the list of recipients. */
export function isRecipientsLabel({ text }: Pick<Line, 'text'>): boolean {
  return text.length <= LONGEST_LABEL && matchKey(text) === 'nơi nhận';
}

const POWER = /^(?:TM|KT|TL|TUQ|Q)\s*\./iu;
const POST =
  /^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|HIỆU PHÓ|TRƯỞNG (?:PHÒNG|BAN|TRẠM|THÔN|KHOA|ĐOÀN)|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|VỤ TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|BÍ THƯ|VIỆN TRƯỞNG|TỔNG GIÁM ĐỐC|CHỈ HUY TRƯỞNG|TRƯỞNG CÔNG AN|TỔ TRƯỞNG)(?:\P{L}|$)/u;

/** Whether a line says by whose power somebody signs, or what post he holds. */
export function isAuthority(line: Line): boolean {
  const text = line.text.normalize('NFC');
  return text.length <= 80 && (POWER.test(text) || (POST.test(text.toLocaleUpperCase('vi')) && isUpperCase(line)));
}

const isRemark = ({ text }: Line): boolean => text.startsWith('(');

function recipientsIn(lines: readonly Line[], label: Line): readonly Line[] {
  const below = lines.slice(lines.indexOf(label) + 1).filter(({ text, side }) => text !== '' && side !== 'right');
  const found: Line[] = [];
  for (const line of below) {
    // Without columns the signer comes below the list.
    if (line.side === 'whole' && isAuthority(line)) break;
    if (/^[-–—+•*]|^lưu\b/iu.test(line.text)) found.push(line);
    // A line that goes on with the one above: no dash, small letters.
    else if (found.length > 0 && !isAuthority(line) && !isUpperCase(line) && /[^.]$/u.test(found.at(-1)?.text ?? ''))
      found.push(line);
    else if (line.side === 'left') break;
  }
  return found;
}

/** A name all in capitals is told from the power above it by the room left for the signature. */
function isCapitalName(line: Line, lines: readonly Line[]): boolean {
  const before = lines[lines.indexOf(line) - 1];
  const isApart = before?.text === '' && before.side === line.side;
  return isApart && !isAuthority(line) && !beginsBody(line.text) && /^\P{N}{2,40}$/u.test(line.text);
}

function signerIn(lines: readonly Line[], own: ReadonlySet<Line>): Pick<Signature, 'authority' | 'name'> {
  const others = lines.filter((line) => line.text !== '' && !own.has(line) && line.side !== 'left');
  const from = others.findIndex((line) => isAuthority(line) || isUpperCase(line));
  if (from === -1) return { authority: [], name: undefined };
  const below = others.slice(from);
  const end = below.findIndex((line) => (!isUpperCase(line) && !isAuthority(line)) || isCapitalName(line, lines));
  const authority = end === -1 ? below : below.slice(0, end);
  const rest = end === -1 ? [] : below.slice(end).filter((line) => !isRemark(line) && !line.text.endsWith(')'));
  return { authority, name: rest.find(({ text }) => /\p{L}/u.test(text) && text.length <= 60) };
}

/** Where the signatures begin among the lines of the text: at `Nơi nhận` or at the power of who signs, whichever is first. */
export function signatureStart(lines: readonly Line[]): number {
  const label = lines.findLastIndex(isRecipientsLabel);
  const cell = label === -1 ? undefined : lines[label]?.paragraph.place;
  if (cell?.kind === 'cell') {
    return lines.findIndex(({ paragraph: { place } }) => place.kind === 'cell' && place.table === cell.table);
  }
  const authority = lines.findIndex((line, index) => index > lines.length / 3 && isAuthority(line));
  const starts = [label, authority].filter((at) => at !== -1);
  return starts.length === 0 ? lines.length : Math.min(...starts);
}

/** Finds the parts of the signatures among the lines from their start on. */
export function signatureIn(lines: readonly Line[]): Signature {
  const label = lines.find(isRecipientsLabel);
  const recipients = label === undefined ? [] : recipientsIn(lines, label);
  const own = new Set([...(label === undefined ? [] : [label]), ...recipients]);
  return { lines, label, recipients, ...signerIn(lines, own) };
}
