import type { Block } from '../model/document.ts';
import type { ReportModel } from '../model/report.ts';
import { TABLES } from './blocks/index.ts';
import { CHARTS } from './charts/index.ts';
import { unknownName, type Mark } from './marks.ts';
import { TEMPLATE_INVALID, TemplateFault } from './problems.ts';
import type { UnitNames } from './unit-names.ts';

/** The blocks of a generated table or chart; a fault in what it is about is thrown with the tag's place. */
export function generatedBlocks(
  { kind, name, subject, offset }: Extract<Mark, { kind: 'chart' | 'table' }>,
  model: ReportModel,
  names: UnitNames,
): readonly Block[] {
  const table = (kind === 'table' ? TABLES : CHARTS).find((one) => one.name === name);
  if (table === undefined) return []; // the tag has checked the name
  const subjects = table.subjects?.(model);
  if (subject === undefined) return (subjects ?? ['']).flatMap((each) => table.compose(model, names, each));
  if (subjects === undefined) {
    const message = `${kind === 'table' ? 'Bảng' : 'Biểu đồ'} “${name}” không có phần “of:”`;
    throw new TemplateFault({ problem: TEMPLATE_INVALID, message, hint: 'Bỏ phần of: … khỏi thẻ' }, offset);
  }
  if (!subjects.includes(subject))
    throw new TemplateFault(
      unknownName(kind === 'table' ? 'nội dung bảng' : 'nội dung biểu đồ', subject, subjects),
      offset,
    );
  return table.compose(model, names, subject);
}
