import type { Block, Section } from '../model/document.ts';
import type { Part } from './markdown.ts';
import type { Mark } from './marks.ts';
import { headingNumbers, type HeadingNumbers } from './numbering.ts';
import { TEMPLATE_INVALID, TemplateFault } from './problems.ts';

type Appendix = Extract<Mark, { kind: 'appendix' }>;
type GeneratedMark = Extract<Mark, { kind: 'chart' | 'table' }>;

/** A section of the report before the parts that the issuer's settings give are added. */
export interface WordedSection {
  /** Undefined for the report itself. */
  readonly appendix: Appendix | undefined;
  /** The first `#` heading: the document's name, or the title of the appendix. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Cuts the parts into sections, numbers the headings and puts the generated tables in. `blocksOf` makes a table or chart. */
export function splitSections(
  parts: readonly Part[],
  marks: readonly Mark[],
  blocksOf: (mark: GeneratedMark) => readonly Block[],
): readonly WordedSection[] {
  const sections: WordedSection[] = [];
  let open = openSection(undefined);
  for (const part of parts) {
    const mark = part.kind === 'mark' ? marks[part.index] : undefined;
    if (mark?.kind === 'appendix') {
      sections.push(open.close());
      open = openSection(mark);
    } else if (mark?.kind === 'table' || mark?.kind === 'chart') {
      open.add(blocksOf(mark), mark.offset);
    } else if (part.kind === 'block') {
      open.add([part.block], part.offset);
    } else if (part.kind === 'heading') {
      open.addHeading(part);
    }
  }
  return [...sections, open.close()];
}

interface OpenSection {
  readonly add: (blocks: readonly Block[], offset: number | undefined) => void;
  readonly addHeading: (heading: Extract<Part, { kind: 'heading' }>) => void;
  readonly close: () => WordedSection;
}

function openSection(appendix: Appendix | undefined): OpenSection {
  const numbers = headingNumbers();
  const blocks: Block[] = [];
  let title: string | undefined;
  return {
    add: (more, offset) => {
      if (title === undefined) throw missingTitle(appendix, offset);
      blocks.push(...more);
    },
    addHeading: ({ depth, text, offset }) => {
      if (depth === 1 && title !== undefined) throw secondTitle(text, offset);
      if (depth === 1) {
        title = text;
      } else if (title === undefined) {
        throw missingTitle(appendix, offset);
      } else {
        blocks.push(headingBlock(depth, text, numbers));
      }
    },
    close: () => {
      if (title === undefined) throw missingTitle(appendix, appendix?.offset ?? 0);
      return { appendix, title, blocks };
    },
  };
}

function headingBlock(depth: 2 | 3 | 4, text: string, numbers: HeadingNumbers): Block {
  const numbered = numbers.next(depth, text);
  switch (depth) {
    case 2:
      return { kind: 'heading', level: 1, text: numbered };
    case 3:
      return { kind: 'heading', level: 2, text: numbered };
    case 4:
      // A Điểm is a paragraph that begins with its letter (Nghị định 30/2020, Phụ lục I.V.6b).
      return { kind: 'paragraph', inlines: [{ text: numbered, style: 'plain' }] };
  }
}

function missingTitle(appendix: Appendix | undefined, offset: number | undefined): TemplateFault {
  const what = appendix === undefined ? 'Mẫu báo cáo' : 'Phụ lục';
  const name =
    appendix === undefined ? 'tên văn bản, ví dụ “# BÁO CÁO”' : 'tên phụ lục, ví dụ “# Số liệu của các đơn vị”';
  return new TemplateFault(
    {
      problem: TEMPLATE_INVALID,
      message: `${what} phải bắt đầu bằng một dòng ${name}`,
      hint: 'Thêm dòng bắt đầu bằng một dấu # và một dấu cách vào đầu phần này',
    },
    offset,
  );
}

function secondTitle(text: string, offset: number | undefined): TemplateFault {
  return new TemplateFault(
    {
      problem: TEMPLATE_INVALID,
      message: `Dòng “# ${text}” là tên thứ hai trong cùng một phần, mỗi phần chỉ có một tên`,
      hint: 'Dùng ## cho mục (I., II., …), ### cho khoản (1., 2., …), #### cho điểm (a), b), …)',
    },
    offset,
  );
}

/** The section as the document has it. */
export function asSection(section: WordedSection, blocks: readonly Block[]): Section {
  const { appendix } = section;
  return {
    kind: appendix === undefined ? 'main' : 'appendix',
    orientation: appendix?.orientation ?? 'portrait',
    blocks,
  };
}
