import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  type ICommentOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Inline } from '../../model/document.ts';
import { linesOf } from '../clean-text.ts';
import { fontRun, runsOfInline, type TextStyle } from './text.ts';

/** Who makes the comments, as Word shows it. */
const AUTHOR = 'tkcds';
/** Size of the text of a comment, in points. */
const SIZE = 10;

/** The comments (nhận xét) of a document being drawn, numbered as they come. */
export interface Comments {
  readonly add: (text: string) => number;
  readonly all: () => readonly ICommentOptions[];
}

/** No comment yet. */
export function gatherComments(): Comments {
  const found: ICommentOptions[] = [];
  return {
    add: (text) => {
      const children = linesOf(text).map(
        (line) => new Paragraph({ children: [new TextRun({ ...fontRun({ size: SIZE }), text: line })] }),
      );
      // The library would take the clock's; `reproducible` takes every date out again.
      found.push({ id: found.length, author: AUTHOR, initials: AUTHOR, date: new Date(0), children });
      return found.length - 1;
    },
    all: () => found,
  };
}

/** The runs of a text with bold or italic pieces and the comments at them. */
export function commentedInlines(
  inlines: readonly Inline[],
  style: TextStyle,
  comments: Comments,
): readonly ParagraphChild[] {
  return inlines.flatMap((inline) => commented(runsOfInline(inline, style), inline.remark, comments));
}

/** The runs, and if there is a remark the comment that holds it around them. */
export function commented(
  runs: readonly TextRun[],
  remark: string | undefined,
  comments: Comments,
): readonly ParagraphChild[] {
  if (remark === undefined || remark === '' || runs.length === 0) return runs;
  const id = comments.add(remark);
  return [
    new CommentRangeStart(id),
    ...runs,
    new CommentRangeEnd(id),
    new TextRun({ children: [new CommentReference(id)] }),
  ];
}
