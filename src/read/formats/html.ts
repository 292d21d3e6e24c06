import type { Contents, Format, Refused } from '../format.ts';
import { attempt } from '../give-up.ts';
import { readWebPage } from '../legacy/web-page.ts';
import { LIMITS } from '../limits.ts';

function read(bytes: Uint8Array): Contents | Refused {
  if (bytes.length > LIMITS.webPageBytes) {
    return { kind: 'too-large', limit: { id: 'webPageBytes', found: bytes.length } };
  }
  return attempt(() => ({ sheets: readWebPage(bytes), extras: [] }));
}

/** Tables of a web page, which many programs write and call .xls; every field stays text (ADR 0015). */
export const html: Format = { kinds: ['html'], read };
