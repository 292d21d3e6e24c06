import type { Block, Document } from '../../model/document.ts';
import type { Issuer } from '../../model/issuer.ts';
import type { Round } from '../../model/round.ts';
import { closingBlock, openingBlocks } from '../issuer-parts.ts';
import { withoutStop } from '../wording.ts';
import { DRAFT_NOTE } from './names.ts';
import { sampleClauses, sampleOpinions, sampleReporting, sampleShare } from './sample-parts.ts';

function sentence(text: string): Block {
  return { kind: 'paragraph', inlines: [{ text, style: 'plain' }] };
}

function heading(level: 1 | 2, text: string): Block {
  return { kind: 'heading', level, text };
}

/** The name of what is reported, for the round: words of the directive, days as tags. */
function abstractOf({ directive }: Round): string {
  const subject = withoutStop(directive.subject);
  return directive.document === undefined
    ? `Kết quả theo dõi ${subject}, kỳ báo cáo từ ngày {{round.from}} đến ngày {{round.to}}`
    : `Kết quả tổ chức ${subject}`;
}

function results({ directive }: Round): readonly Block[] {
  const shares = directive.measures.filter(({ kind }) => kind === 'coverage');
  const hasTasks = directive.taskGroups.some(({ tasks }) => tasks.length > 0);
  const parts = [
    ...(hasTasks ? [{ title: 'Kết quả thực hiện các nhiệm vụ được giao', blocks: sampleClauses(directive) }] : []),
    ...shares.map(({ id, title }) => ({ title, blocks: sampleShare(id, directive) })),
  ];
  return parts.flatMap(({ title, blocks }, index) => [heading(2, `${index + 1}. ${title}`), ...blocks]);
}

/**
 * A Word template to begin with, in the decree's form: letterhead, signature and name from the settings and the directive, all
 * figures as tags, rows of lists in tables, charts to be filled.
 */
export function sampleDocument(round: Round, issuer: Issuer): Document {
  const { document, subject } = round.directive;
  const basis = document === undefined ? '' : `Thực hiện {{cite.${document.id}}}, `;
  const done = document === undefined ? 'theo dõi' : 'tổ chức';
  const blocks: readonly Block[] = [
    ...openingBlocks(issuer, round.asOf, 'Báo cáo', abstractOf(round)),
    sentence(`${basis}{{issuer.name}} báo cáo kết quả tổng hợp từ báo cáo của các đơn vị như sau:`),
    heading(1, 'I. Tình hình gửi báo cáo'),
    ...sampleReporting(),
    heading(1, 'II. Kết quả thực hiện'),
    ...results(round),
    heading(1, 'III. Khó khăn, vướng mắc do các đơn vị nêu'),
    ...sampleOpinions('difficulties', 'Khó khăn, vướng mắc'),
    heading(1, 'IV. Đề xuất, kiến nghị'),
    ...sampleOpinions('proposals', 'Đề xuất, kiến nghị'),
    sentence(`Trên đây là kết quả ${done} ${withoutStop(subject)}, {{issuer.name}} kính báo cáo./.`),
    closingBlock(issuer),
  ];
  return {
    title: 'Mẫu báo cáo',
    draftNote: `{{${DRAFT_NOTE}}}`,
    sections: [{ kind: 'main', orientation: 'portrait', blocks }],
  };
}
