import type { Diagnostic } from '../model/diagnostic.ts';
import { inspectDocument } from '../pipeline.ts';
import { FILE_OVERSIZED } from './problems.ts';
import { loadSubmitted } from './submitted-files.ts';

/** A Word document that was checked. */
export interface CheckedDocument {
  /** As typed, NFC. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is said of a report that is too large speaks of spreadsheets. */
function refusalOf(refusal: Diagnostic): Diagnostic {
  if (refusal.rule !== FILE_OVERSIZED.id) return refusal;
  return { ...refusal, hint: 'Mở bằng Word, bỏ hình ảnh và phần thừa, lưu lại rồi kiểm tra lại' };
}

/** Checks the form of the documents named on the command line, in the order given. Throws a WorkspaceError for one that is not there. */
export async function checkDocuments(typed: readonly string[], cwd: string): Promise<readonly CheckedDocument[]> {
  const { files } = loadSubmitted(typed, cwd);
  const checked: CheckedDocument[] = [];
  for (const loaded of files) {
    const { file } = loaded.source;
    const diagnostics =
      loaded.bytes === undefined ? [refusalOf(loaded.refusal)] : await inspectDocument(loaded.bytes, file);
    checked.push({ file, diagnostics });
  }
  return checked;
}
