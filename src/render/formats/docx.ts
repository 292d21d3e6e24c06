import { Document as DocxDocument, type IParagraphStylePropertiesOptions, LineRuleType, Packer } from 'docx';
import type { Document } from '../../model/document.ts';
import { repack } from '../../opc/repack.ts';
import { oneLine } from '../clean-text.ts';
import { gatherComments } from '../docx/comments.ts';
import { SINGLE_LINE } from '../docx/layout.ts';
import { halfPoints } from '../docx/lengths.ts';
import type { ChosenLayout } from '../../profiles/chosen-nd-30-2020.ts';
import { ND_30_2020 } from '../../profiles/nd-30-2020.ts';
import { reproducible } from '../docx/reproducible.ts';
import { drawSection } from '../docx/section.ts';
import { gatherTables } from '../docx/tables.ts';

/** The name of this program in the file's properties. */
const PROGRAM = 'tkcds';

/** Word 2013 and later; without it Word opens the file in compatibility mode. */
const COMPATIBILITY = 15;

function defaultStyles(profile: ChosenLayout): NonNullable<ConstructorParameters<typeof DocxDocument>[0]['styles']> {
  const run = {
    font: profile.font,
    size: halfPoints(profile.body),
    language: { value: profile.language, eastAsia: profile.language },
  };
  const spacing = { before: 0, after: 0, line: SINGLE_LINE, lineRule: LineRuleType.AUTO };
  const paragraph: IParagraphStylePropertiesOptions = { spacing };
  // The library's own heading styles are blue and in the theme's font; headings get their look from their runs (P4: black).
  const headingStyle = { run: { font: profile.font, size: halfPoints(profile.heading), bold: true, color: '000000' } };
  return { default: { document: { run, paragraph }, heading1: headingStyle, heading2: headingStyle } };
}

/**
 * The report as a .docx in the layout of Nghị định 30/2020/NĐ-CP. The same document gives the same bytes, in every process and
 * time zone. Never throws for any content: text is cleaned, tables that Word could not open are left out.
 */
export async function renderDocx(document: Document): Promise<Uint8Array> {
  const profile = ND_30_2020.chosen;
  const sections = document.sections.length > 0 ? document.sections : [EMPTY_SECTION];
  const [comments, tables] = [gatherComments(), gatherTables()];
  const hasChart = sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'chart'));
  const chartRun = hasChart ? (await import('../docx/chart-run.ts')).chartRun : undefined;
  const drawnSections = sections.map((section, index) =>
    drawSection(section, {
      profile,
      comments,
      tables,
      chartRun,
      draftNote: index === 0 ? oneLine(document.draftNote) : '',
    }),
  );
  const found = comments.all();
  const drawn = new DocxDocument({
    title: oneLine(document.title),
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    compatibility: { version: COMPATIBILITY },
    styles: defaultStyles(profile),
    sections: drawnSections,
    ...(found.length === 0 ? {} : { comments: { children: found } }),
  });
  const stable = reproducible();
  return repack(await Packer.pack(drawn, 'uint8array'), (name, text) => tables.insert(stable(name, text)));
}

/** A package without a section is not a document. */
const EMPTY_SECTION = { kind: 'main', orientation: 'portrait', blocks: [] } as const;
