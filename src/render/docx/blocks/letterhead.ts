import { AlignmentType, type FileChild, type Paragraph } from 'docx';
import type { Block } from '../../../model/document.ts';
import { oneLine } from '../../clean-text.ts';
import { dateLine, DOTS, MOTTO, NATIONAL_NAME, numberLine, subjectLine, upperCase } from '../../decree-text.ts';
import type { Layout } from '../layout.ts';
import { layoutColumns, layoutTable } from '../layout-table.ts';
import { twipsOfPoints } from '../lengths.ts';
import { measureText } from '../measure.ts';
import { rule, ruleLength } from '../rule.ts';
import { emptyParagraph, textParagraph, type TextStyle } from '../text.ts';
import { urgencyStamp } from '../urgency.ts';

type Letterhead = Extract<Block, { kind: 'letterhead' }>;

/** Room for the number, and for day and month: wide enough to write in, narrow enough for one line. */
const NUMBER_ROOM = ' '.repeat(7);
const DATE_ROOM = ' '.repeat(6);

/** From the rules above down to number and date. */
const NUMBER_GAP = 80;
/** C8b: from the number down to the subject of a công văn, in points. */
const SUBJECT_GAP = 6;

function centred(text: string, style: TextStyle, before = 0): Paragraph {
  return textParagraph(text, style, { alignment: AlignmentType.CENTER, spacing: { before, after: 0 }, keepNext: true });
}

function issuerCell(block: Letterhead, { profile }: Layout, width: number): readonly Paragraph[] {
  const style = { size: profile.issuer, bold: true };
  const superior = upperCase(block.superior);
  const written = block.issuer.map(upperCase).filter((line) => line !== '');
  const lines = written.length === 0 ? [DOTS] : written;
  const length = ruleLength(
    lines.map((text) => ({ text, style })),
    width,
    profile.ruleShare,
  );
  return [
    ...(superior === '' ? [] : [centred(superior, { size: profile.superior })]),
    ...lines.map((line) => centred(line, style)),
    rule(length, width),
  ];
}

function nationCell({ profile }: Layout, width: number): readonly Paragraph[] {
  const style = { size: profile.motto, bold: true };
  return [
    centred(NATIONAL_NAME, { size: profile.nationalName, bold: true }),
    centred(MOTTO, style),
    rule(measureText({ text: MOTTO, style }), width),
  ];
}

/** The head of the document: who issues it (C3, C4), the Quốc hiệu and Tiêu ngữ (C1, C2), then number and date (C5, C6). */
export function letterhead(block: Letterhead, layout: Layout): readonly FileChild[] {
  const { profile } = layout;
  const columns = layoutColumns(layout);
  const number = centred(numberLine(block.symbol, NUMBER_ROOM), { size: profile.number }, NUMBER_GAP);
  const subject = oneLine(block.subject);
  const below =
    subject === '' ? [] : [centred(subjectLine(subject), { size: profile.subject }, twipsOfPoints(SUBJECT_GAP))];
  const date = dateLine(block.place, block.year, DATE_ROOM);
  return [
    layoutTable(
      [
        { left: issuerCell(block, layout, columns.left), right: nationCell(layout, columns.right) },
        {
          left: [number, ...below, ...urgencyStamp(block.urgency, layout)],
          right: [centred(date, { size: profile.place, italics: true }, NUMBER_GAP)],
        },
      ],
      columns,
    ),
    // A document that has a name keeps its own distance.
    ...(subject === '' ? [] : [emptyParagraph({ size: profile.body })]),
  ];
}
