import { diagnosticOf, type Diagnostic, type Location } from '../model/diagnostic.ts';
import type { Directive } from '../model/directive.ts';
import { formatDate } from '../vi/date.ts';
import { formatDue } from '../vi/due.ts';
import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import { SETTINGS_DOCUMENT_UNKNOWN, SETTINGS_ROUND_DIFFERS } from './problems.ts';
import type { RoundSettings, Settings } from './settings.ts';

/** A round whose days are not those of its directive's text: legal, but somebody should have meant it. */
export function roundDifferences({ period, places }: RoundSettings, directive: Directive): readonly Diagnostic[] {
  const differs = (location: Location, what: string, found: string, expected: string): Diagnostic =>
    diagnosticOf(SETTINGS_ROUND_DIFFERS, {
      message: `Kỳ ${quoteValue(period.id)} ghi ${what} ${found}, văn bản giao nhiệm vụ ghi ${expected}`,
      hint: 'Sửa lại theo văn bản; nếu xã đã có văn bản điều chỉnh thời gian thì giữ nguyên và bỏ qua cảnh báo này',
      location,
      facts: { round: period.id, found, expected },
    });
  const found: Diagnostic[] = [];
  const window = directive.activityWindow;
  if (window !== undefined && window.from !== period.from) {
    found.push(differs(places.from, 'từ ngày', formatDate(period.from), formatDate(window.from)));
  }
  if (window !== undefined && window.to !== period.to) {
    found.push(differs(places.to, 'đến ngày', formatDate(period.to), formatDate(window.to)));
  }
  const due = directive.reporting.due;
  if (due !== undefined && (due.kind !== period.due.kind || due.date !== period.due.date)) {
    found.push(differs(places.due, 'hạn nộp', formatDue(period.due), formatDue(due)));
  }
  return found;
}

/** Details of cited documents whose id no directive has: a typing mistake that would leave the report blank. */
export function unknownDocuments(
  { issuer, locate }: Settings,
  directives: readonly Directive[],
): readonly Diagnostic[] {
  const known = directives.flatMap(({ document, legalBasis }) =>
    [...(document === undefined ? [] : [document]), ...legalBasis].map(({ id }) => id),
  );
  return [...issuer.documents.keys()].flatMap((id) =>
    known.includes(id)
      ? []
      : [
          diagnosticOf(SETTINGS_DOCUMENT_UNKNOWN, {
            message: `Mục documents có ${quoteValue(id)}, không văn bản giao nhiệm vụ nào dẫn văn bản mang mã này${didYouMean(id, known)}`,
            hint: `Sửa mã hoặc xóa mục đó; các mã dùng được: ${known.join(', ')}`,
            location: locate(`documents.${id}`),
            facts: { document: id },
          }),
        ],
  );
}
