import * as z from 'zod';
import { code, date, due, optionalText, slug, sourced, text, words } from './fields.ts';
import { formSchema } from './form-schema.ts';

const citedDocument = sourced({
  id: slug,
  type: text,
  number: optionalText,
  symbol: text,
  issuedOn: date.nullish(),
  issuer: text,
  subject: text,
});

const unitType = sourced({
  id: slug,
  name: text,
  plural: text,
  aliases: words,
  mustReport: z.boolean(),
  receivesForm: z.boolean().nullish(),
});

const taskGroup = z.strictObject({
  id: code,
  clause: text,
  title: text,
  binds: z.array(sourced({ unitType: slug })).min(1),
  tasks: z.array(sourced({ id: code, title: text, aliases: words, guidance: text })).min(1),
});

const computation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), numerator: slug, denominator: slug }),
  z.strictObject({ kind: z.literal('sum'), of: z.array(slug).min(1) }),
]);

const indicator = sourced({
  id: slug,
  code,
  title: text,
  aliases: words,
  counts: z.enum(['person', 'turn', 'household', 'item', 'session', 'event', 'percent']),
  unitTypes: z.array(slug).min(1),
  whenBlank: z.enum(['error', 'warning', 'allowed']),
  guidance: text,
  cumulative: z.boolean().nullish(),
  standing: z.boolean().nullish(),
  computed: computation.nullish(),
});

const target = z.strictObject({
  comparison: z.enum(['more-than', 'at-least']),
  percent: z.int().min(0).max(100),
});

const measure = z.discriminatedUnion('kind', [
  sourced({
    kind: z.literal('coverage'),
    id: slug,
    title: text,
    numerator: slug,
    denominator: slug,
    unitType: slug,
    target,
  }),
  sourced({ kind: z.literal('sum'), id: slug, title: text, indicator: slug, unitType: slug }),
]);

const relations = z.strictObject({
  parts: z.array(sourced({ part: slug, whole: slug })).nullish(),
  register: z.array(sourced({ indicator: slug, tolerancePercent: z.int().min(0).max(100) })).nullish(),
  households: z.array(sourced({ persons: slug, households: slug.nullish() })).nullish(),
});

const severityOverride = sourced({
  rule: slug,
  severity: z.enum(['error', 'warning', 'info', 'off']),
  unitTypes: z.array(slug).min(1).nullish(),
  taskGroups: z.array(code).min(1).nullish(),
  indicators: z.array(slug).min(1).nullish(),
});

/** A directive's file. What it means is told at `Directive` in the model; the public JSON Schema is made from this. */
export const directiveSchema = z.strictObject({
  id: slug,
  version: z.int().min(1),
  subject: text.meta({ description: 'Nội dung đợt công tác, dùng trong tiêu đề báo cáo' }),
  document: citedDocument.nullish().meta({ description: 'Văn bản giao nhiệm vụ; bỏ trống nếu không dẫn văn bản nào' }),
  theme: sourced({ text }).nullish().meta({ description: 'Chủ đề' }),
  legalBasis: z.array(citedDocument).nullish().meta({ description: 'Các văn bản làm căn cứ' }),
  activityWindow: sourced({ from: date, to: date })
    .nullish()
    .meta({ description: 'Thời gian tổ chức hoạt động, tính cả ngày đầu và ngày cuối' }),
  reporting: sourced({ due: due.nullish(), receiver: text, onwardTo: text }).meta({
    description: 'Hạn báo cáo, nơi nhận báo cáo của đơn vị, nơi nhận báo cáo của xã',
  }),
  definitions: z
    .array(sourced({ term: text, meaning: text }))
    .nullish()
    .meta({ description: 'Cách hiểu các khái niệm khi đếm số liệu' }),
  unitTypes: z.array(unitType).min(1).meta({ description: 'Các loại đơn vị' }),
  taskGroups: z.array(taskGroup).nullish().meta({ description: 'Các nhóm nhiệm vụ và loại đơn vị phải thực hiện' }),
  indicators: z.array(indicator).nullish().meta({ description: 'Các chỉ tiêu số liệu' }),
  measures: z.array(measure).nullish().meta({ description: 'Cách tính chỉ tiêu của xã từ số liệu của các đơn vị' }),
  relations: relations.nullish().meta({ description: 'Quan hệ giữa các số liệu, để kiểm tra' }),
  form: formSchema.meta({ description: 'Biểu mẫu báo cáo: tên trang tính, tên ô, tên cột' }),
  rules: z.array(severityOverride).nullish().meta({ description: 'Thay đổi mức độ của quy tắc kiểm tra' }),
});

/** A directive's file after the schema, before it becomes a `Directive`. */
export type DirectiveFile = z.output<typeof directiveSchema>;
