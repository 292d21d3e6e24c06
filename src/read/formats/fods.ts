import type { Format } from '../format.ts';
import { attempt } from '../give-up.ts';
import { readFlatDocument } from '../legacy/open-document.ts';

/** OpenDocument as one XML text (.fods), read like .ods. */
export const fods: Format = { kinds: ['fods'], read: (bytes) => attempt(() => readFlatDocument(bytes)) };
