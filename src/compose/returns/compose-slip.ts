import { type Correction, countCorrections } from '../../model/correction.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { Block, Document } from '../../model/document.ts';
import type { Issuer } from '../../model/issuer.ts';
import { dateParts } from '../../model/plain-date.ts';
import type { Round } from '../../model/round.ts';
import { formatDate } from '../../vi/date.ts';
import { formatDue } from '../../vi/due.ts';
import { findingCounts } from '../../vi/finding-counts.ts';
import { citationOf, type Citation } from '../citation.ts';
import { withEndMark } from '../end-mark.ts';
import { blankDetails, blankSettings, closingBlock, nameOf, openingBlocks } from '../issuer-parts.ts';
import { readMarkdown } from '../markdown.ts';
import { faultDiagnostic, TemplateFault, type ReportTemplate } from '../problems.ts';
import { decode } from '../provenance.ts';
import { resolveMarks } from '../resolve-marks.ts';
import { asScopeObject, type ScopeObject } from '../scope.ts';
import { splitSections } from '../sections.ts';
import { cleanTemplate, wordTemplate } from '../word-template.ts';
import { withoutStop } from '../wording.ts';
import { blockHeight, PAGE_HEIGHT } from './slip-height.ts';
import { CORRECTIONS_TABLE, correctionsTable, fitting } from './slip-table.ts';

/** What goes back to a unit: a copy of its own file, or a form with what was understood of it, or with nothing. */
export type WorkbookKind = 'blank-form' | 'copy' | 'filled-form';

/** What a unit is asked in a slip (phiếu yêu cầu chỉnh sửa). */
export interface SlipRequest {
  readonly round: Round;
  readonly unitName: string;
  /** The name of the file that the unit sent. */
  readonly file: string;
  /** The name of the workbook that goes back with the slip. */
  readonly workbook: string;
  readonly workbookKind: WorkbookKind;
  readonly corrections: readonly Correction[];
}

const ARCHIVE = /^lưu\s*:/iu;

/** Who sends the slip: no symbol, since nobody has settled one; addressed to the unit, kept in the same archive as the report. */
function slipIssuer(issuer: Issuer, unitName: string): Issuer {
  const kept = issuer.recipients.filter((one) => ARCHIVE.test(one));
  return {
    ...issuer,
    symbol: '',
    addressees: [unitName],
    recipients: issuer.recipients.length === 0 ? [] : ['Như trên', ...kept],
  };
}

function scopeOf(
  { round, unitName, file, workbook, workbookKind, corrections }: SlipRequest,
  issuer: Issuer,
  listed: number,
): ScopeObject {
  const { directive, period, asOf } = round;
  const { errors, warnings } = countCorrections(corrections);
  return asScopeObject({
    issuer: { name: nameOf(issuer) },
    directive: {
      subject: withoutStop(directive.subject),
      document: directive.document?.id ?? null,
      receiver: directive.reporting.receiver,
    },
    round: {
      id: period.id,
      from: formatDate(period.from),
      to: formatDate(period.to),
      due: formatDue(period.due),
      year: String(dateParts(asOf).year),
    },
    slip: {
      unit: unitName,
      file,
      workbook,
      is_copy: workbookKind === 'copy',
      is_blank_form: workbookKind === 'blank-form',
      counts: findingCounts(errors, warnings),
      errors,
      warnings,
      listed,
      more: corrections.length - listed,
    },
  });
}

interface Draft {
  readonly document: Document;
  readonly cited: readonly Citation[];
}

/** The slip with so many of the corrections in its table. */
function draftOf(request: SlipRequest, issuer: Issuer, template: ReportTemplate, listed: number): Draft {
  const { document: own, legalBasis } = request.round.directive;
  const citations = (own === undefined ? legalBasis : [own, ...legalBasis]).map((cited) => citationOf(cited, issuer));
  const known = { appendix: [], ref: [], chart: [], cite: citations.map(({ id }) => id), table: [CORRECTIONS_TABLE] };
  const { output, marks } = wordTemplate(template.text, scopeOf(request, issuer, listed), known);
  const resolved = resolveMarks(output, marks, citations);
  const parts = readMarkdown(decode(output, template.text, resolved.wordsOf));
  const [section] = splitSections(parts, marks, () => correctionsTable(request.corrections.slice(0, listed)));
  const { title = '', blocks = [] } = section ?? {};
  const [first] = blocks;
  const abstract = first?.kind === 'paragraph' ? first.inlines.map(({ text }) => text).join('') : '';
  const body = withEndMark(abstract === '' ? blocks : blocks.slice(1));
  const opening = openingBlocks(issuer, request.round.asOf, title, abstract.replace(/[\s.;,:]+$/u, ''));
  const all: readonly Block[] = [...opening, ...body, closingBlock(issuer)];
  return {
    document: {
      title: abstract === '' ? title : `${title} ${abstract}`,
      draftNote: '',
      sections: [{ kind: 'main', orientation: 'portrait', blocks: all }],
    },
    cited: resolved.cited,
  };
}

/** A slip has no symbol of its own to leave blank. */
function isPrinted({ location }: Diagnostic): boolean {
  return location.kind !== 'data' || location.path !== 'issuer.letterSymbol';
}

/** How much room is left for the table when everything else is on the page. */
function roomFor({ document }: Draft): number {
  const blocks = document.sections.flatMap((section) => section.blocks);
  return blocks.reduce((left, block) => left - blockHeight(block), PAGE_HEIGHT);
}

/**
 * The slip that asks a unit to mend its report, on one page: what does not fit into its table stands in the workbook that goes with
 * it, and the slip says how much that is. Faults of the template as in `composeReport`.
 */
export function composeSlip(
  request: SlipRequest,
  issuer: Issuer,
  template: ReportTemplate,
): Outcome<Document | undefined> {
  const cleaned = { file: template.file, text: cleanTemplate(template.text) };
  const own = slipIssuer(issuer, request.unitName);
  try {
    const listed = fitting(request.corrections, roomFor(draftOf(request, own, cleaned, 0)));
    const { document, cited } = draftOf(request, own, cleaned, listed);
    return {
      value: document,
      diagnostics: [...blankSettings(own, true).filter(isPrinted), ...blankDetails(cited, issuer)],
    };
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    return { value: undefined, diagnostics: [faultDiagnostic(error.description, cleaned, error.offset)] };
  }
}
