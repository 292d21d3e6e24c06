import { isMap, isSeq, Scalar, type Document, type YAMLSeq } from 'yaml';

/** Always between quotation marks, so that nobody wonders where the words begin and end. */
export function quoted(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

/** The list under that key of a file kept by hand, made when it is not there or blank; comments stay. */
export function listUnder(document: Document, key: string): YAMLSeq {
  if (!isMap(document.contents)) {
    const note = document.comment ?? document.commentBefore;
    document.contents = document.createNode({});
    document.commentBefore = note;
    document.comment = null;
  }
  const found = document.get(key, true);
  if (isSeq(found)) {
    if (found.items.length === 0) found.flow = false;
    return found;
  }
  const list = document.createNode([]);
  document.set(key, list);
  return list;
}
