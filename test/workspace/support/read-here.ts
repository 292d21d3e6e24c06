import type { FileReader } from '../../../src/workspace/read-files.ts';
import { readAny } from '../../support/read-any.ts';

/** Reads in this thread: threads of their own run the built program only. */
export const readHere: FileReader = (files) => Promise.resolve(files.map(readAny));
