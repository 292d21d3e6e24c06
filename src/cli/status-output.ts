import { extname, resolve } from 'node:path';
import { didYouMean } from '../vi/suggest.ts';
import { quoteValue } from '../vi/text.ts';
import type { StatusFormat } from '../pipeline-standing.ts';
import type { Request } from './command.ts';
import { UsageError } from './usage-error.ts';

/** How `tkcds status` answers. */
export type StatusOutput =
  | { readonly kind: 'json' | 'text' }
  /** `out`: undefined to print it, '' for the usual file, else an absolute path. */
  | { readonly kind: 'file'; readonly format: StatusFormat; readonly out: string | undefined };

const FORMATS = ['text', 'json', 'csv', 'html'];

function isFileFormat(format: string): format is StatusFormat {
  return format === 'csv' || format === 'html';
}

/** The format that the ending of the file asks for; '' when it asks for none. */
function formatOfEnding(file: string): string {
  const ending = extname(file).slice(1).toLowerCase();
  return ending === 'htm' ? 'html' : ending;
}

function checkFile(file: string, format: StatusFormat): void {
  if (formatOfEnding(file) === format) return;
  throw new UsageError(`Tệp ${quoteValue(file)} không có đuôi .${format}; --format ${format} ghi tệp .${format}`);
}

/** What --format and --out ask for; the ending of the file decides when --format is missing. Throws a UsageError. */
export function statusOutputOf({ options, cwd }: Request): StatusOutput {
  const asked = options['out'];
  const file = asked?.[0] ?? '';
  const [format = isFileFormat(formatOfEnding(file)) ? formatOfEnding(file) : 'text'] = options['format'] ?? [];
  if (!FORMATS.includes(format)) {
    throw new UsageError(
      `Không có định dạng ${quoteValue(format)}${didYouMean(format, FORMATS)}; dùng --format text, json, csv hoặc html`,
    );
  }
  if (isFileFormat(format)) {
    if (asked === undefined) return { kind: 'file', format, out: undefined };
    if (file !== '') checkFile(file, format);
    return { kind: 'file', format, out: file === '' ? '' : resolve(cwd, file) };
  }
  if (asked === undefined) return { kind: format === 'json' ? 'json' : 'text' };
  throw new UsageError('--out chỉ dùng với --format html hoặc --format csv, ví dụ: tkcds status --format html --out');
}
