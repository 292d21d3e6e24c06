import { finalDocument } from './compose/draft.ts';
import type { Composed } from './compose/word-file/fill-word.ts';
import { type TemplateRefusal, templateRefused } from './compose/word-file/refusal.ts';
import type { Outcome } from './model/diagnostic.ts';
import type { Issuer } from './model/issuer.ts';
import type { ReportModel } from './model/report.ts';
import type { Round } from './model/round.ts';

// The part of the pipeline that knows the commune's own Word file; the rest imports it from pipeline.ts.

/** The commune's own Word file, as it lies in its folder. */
export interface OwnWordFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Kinds of file that are refused with words of their own. */
function refusalKind(kind: string): TemplateRefusal {
  return kind === 'damaged' || kind === 'encrypted' || kind === 'too-large' ? kind : 'other';
}

/**
 * The report in the commune's own Word file: its tags are checked, all of them at once, then filled. What is wrong with the file or
 * a tag is a finding of severity error, and then there is no report. The draft has its note, but no remarks at figures.
 */
export async function renderOwnReport(
  { file, bytes }: OwnWordFile,
  model: ReportModel,
  issuer: Issuer,
  composed: Composed,
): Promise<Outcome<Uint8Array | undefined>> {
  const refused = (kind: TemplateRefusal) => ({ value: undefined, diagnostics: [templateRefused(kind, file)] });
  const { openWord } = await import('./inspect/package/open-word.ts');
  const opened = openWord(bytes);
  if (typeof opened === 'string') return refused(refusalKind(opened));
  const { openTemplate } = await import('./render/word-file/open-template.ts');
  const template = openTemplate(bytes);
  if (typeof template === 'string') return refused(template);
  const { readTemplate } = await import('./render/word-file/read-template.ts');
  const { fillTemplate } = await import('./render/word-file/fill-template.ts');
  const { fillWord } = await import('./compose/word-file/fill-word.ts');
  const { draftNote, title } = composed.document;
  const plain = { ...composed, document: { ...finalDocument(composed.document), draftNote } };
  const tags = readTemplate(template);
  const filling = fillWord(tags, model, issuer, plain, { file, isDraft: draftNote !== '' });
  if (filling.value === undefined) return { value: undefined, diagnostics: filling.diagnostics };
  const value = await fillTemplate(template, tags, filling.value, title);
  return value === undefined ? refused('chart') : { value, diagnostics: filling.diagnostics };
}

/** A Word template to begin with, in the decree's form, for reports of rounds like that. */
export async function renderOwnSample(round: Round, issuer: Issuer): Promise<Uint8Array> {
  const { sampleDocument } = await import('./compose/word-file/sample.ts');
  const { renderSample } = await import('./render/word-file/sample.ts');
  return renderSample(sampleDocument(round, issuer));
}
