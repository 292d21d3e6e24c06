import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Issuer } from '../model/issuer.ts';
import type { ReportModel } from '../model/report.ts';
import { TABLES } from './blocks/index.ts';
import { CHARTS } from './charts/index.ts';
import { citationOf, type Citation } from './citation.ts';
import { buildContext } from './context.ts';
import { withEndMark } from './end-mark.ts';
import { draftNote } from './draft.ts';
import { shareRemarks, withFigureRemarks } from './figure-remarks.ts';
import { generatedBlocks } from './generated-blocks.ts';
import { appendixTitle, blankDetails, blankSettings, closingBlock, isLetter, openingBlocks } from './issuer-parts.ts';
import { readMarkdown } from './markdown.ts';
import { APPENDIX_UNREFERENCED, faultDiagnostic, TemplateFault, type ReportTemplate } from './problems.ts';
import { decode } from './provenance.ts';
import { resolveMarks, type ResolvedMarks } from './resolve-marks.ts';
import { asSection, splitSections, type WordedSection } from './sections.ts';
import { unitNames } from './unit-names.ts';
import { cleanTemplate, wordTemplate } from './word-template.ts';

/**
 * Puts the round's figures into the words of the template. A fault of the template is a finding with line and column, and then
 * there is no document; what the settings leave blank is printed as a blank, with a finding each.
 */
export function composeReport(
  model: ReportModel,
  issuer: Issuer,
  template: ReportTemplate,
): Outcome<Document | undefined> {
  const cleaned = { file: template.file, text: cleanTemplate(template.text) };
  try {
    return compose(model, issuer, cleaned);
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    return { value: undefined, diagnostics: [faultDiagnostic(error.description, cleaned, error.offset)] };
  }
}

function compose(model: ReportModel, issuer: Issuer, template: ReportTemplate): Outcome<Document> {
  const names = unitNames(model.units);
  const citations = citationsOf(model, issuer);
  const known = {
    appendix: undefined,
    ref: undefined,
    cite: citations.map(({ id }) => id),
    chart: CHARTS.map(({ name }) => name),
    table: TABLES.map(({ name }) => name),
  };
  const remarks = shareRemarks(model);
  const { output, marks } = wordTemplate(template.text, buildContext(model, issuer, names, remarks), known);
  const resolved = resolveMarks(output, marks, citations);
  const parts = withFigureRemarks(readMarkdown(decode(output, template.text, resolved.wordsOf)), remarks);
  const sections = splitSections(parts, marks, (mark) => generatedBlocks(mark, model, names));
  return {
    value: documentOf(sections, resolved, model, issuer),
    diagnostics: [
      ...blankSettings(issuer, isLetter(sections[0]?.title ?? '')),
      ...blankDetails(resolved.cited, issuer),
      ...unreferenced(resolved, template),
    ],
  };
}

function citationsOf({ round }: ReportModel, issuer: Issuer): readonly Citation[] {
  const { document, legalBasis } = round.directive;
  const documents = document === undefined ? legalBasis : [document, ...legalBasis];
  return documents.map((cited) => citationOf(cited, issuer));
}

function documentOf(
  sections: readonly WordedSection[],
  { labelOf }: ResolvedMarks,
  model: ReportModel,
  issuer: Issuer,
): Document {
  const { round } = model;
  const documentName = sections[0]?.title ?? '';
  const [first] = sections[0]?.blocks ?? [];
  const abstract = first?.kind === 'paragraph' ? first.inlines.map(({ text }) => text).join('') : '';
  return {
    title: abstract === '' ? documentName : `${documentName} ${abstract}`,
    draftNote: isLetter(documentName) ? '' : draftNote(model),
    sections: sections.map((section) => {
      const { appendix, title, blocks } = section;
      if (appendix !== undefined) {
        const head = appendixTitle(issuer, round.asOf, { documentName, label: labelOf(appendix), title });
        return asSection(section, [head, ...withEndMark(blocks)]);
      }
      const body = withEndMark(abstract === '' ? blocks : blocks.slice(1));
      const opening = openingBlocks(issuer, round.asOf, documentName, abstract.replace(/[\s.;,:]+$/u, ''));
      return asSection(section, [...opening, ...body, closingBlock(issuer)]);
    }),
  };
}

function unreferenced(
  { unreferenced: appendices, labelOf }: ResolvedMarks,
  template: ReportTemplate,
): readonly Diagnostic[] {
  return appendices.map((appendix) => {
    const message = `Phần thân báo cáo chưa nhắc đến ${labelOf(appendix)} (“${appendix.name}”)`;
    const hint = `Thêm thẻ {% ref "${appendix.name}" %} vào câu có liên quan của mẫu báo cáo`;
    return faultDiagnostic({ problem: APPENDIX_UNREFERENCED, message, hint }, template, appendix.offset);
  });
}
