import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { KnownRules } from '../../src/parse/directive/overrides.ts';
import { parseDirective } from '../../src/parse/directive/parse-directive.ts';

/** A small directive without a fault; the line numbers below are its own. */
export const SAMPLE = `id: chi-thi-mau
version: 1
subject: các hoạt động mẫu
document:
  id: directive
  type: Công văn
  number:
  symbol: UBND-CĐS
  issuer: UBND xã Mẫu
  subject: tổ chức các hoạt động mẫu
  clause: Trích yếu
activityWindow:
  from: 2025-10-01
  to: 2025-10-31
  clause: I.2
reporting:
  due: before 2025-11-10
  receiver: Phòng Văn hóa – Xã hội
  onwardTo: Sở Khoa học và Công nghệ
  clause: II.6
unitTypes:
  - id: village
    name: Thôn
    plural: các thôn
    mustReport: true
    clause: II.3
  - id: school
    name: Trường học
    plural: các trường học
    mustReport: false
    source: configuration
    note: Văn bản không nêu
taskGroups:
  - id: II.3
    clause: II.3
    title: Các thôn
    binds:
      - unitType: village
        clause: II.3
    tasks:
      - id: II.3-1
        title: Hỗ trợ người dân
        guidance: Ghi đã làm gì
        clause: II.3
indicators:
  - id: adults
    code: CT01
    title: Số người trưởng thành
    aliases: [Dân số trưởng thành]
    counts: person
    unitTypes: [village]
    whenBlank: error
    guidance: Ghi số người
    source: configuration
    note: Văn bản không nêu
  - id: holders
    code: CT02
    title: Số người có chữ ký số
    counts: person
    unitTypes: [village]
    whenBlank: error
    guidance: Ghi số người
    source: configuration
    note: Văn bản không nêu
measures:
  - id: coverage
    kind: coverage
    title: Tỷ lệ có chữ ký số
    numerator: holders
    denominator: adults
    unitType: village
    target: { comparison: more-than, percent: 50 }
    clause: II.3
form:
  title: Báo cáo mẫu
  sheets:
    general: { name: Thông tin chung }
    tasks: { name: Nhiệm vụ }
    indicators: { name: Chỉ tiêu }
    opinions: { name: Ý kiến }
  fields:
    - { id: unit, label: Tên đơn vị }
    - { id: reportedOn, label: Ngày báo cáo }
  taskColumns:
    - { id: code, heading: Mã }
    - { id: title, heading: Nhiệm vụ }
    - { id: status, heading: Tình trạng }
  indicatorColumns:
    - { id: code, heading: Mã }
    - { id: title, heading: Chỉ tiêu }
    - { id: value, heading: Số liệu }
  statuses:
    - { id: completed, label: Đã hoàn thành }
    - { id: in-progress, label: Đang thực hiện }
    - { id: not-started, label: Chưa thực hiện }
  source: configuration
  note: Văn bản không kèm biểu mẫu
`;

/** The sample with one place changed; a place that is not there is a fault of the test. */
export function changed(from: string, to: string): string {
  if (!SAMPLE.includes(from)) throw new Error(`not in the sample: ${from}`);
  return SAMPLE.replace(from, () => to);
}

function line({ location, rule, message }: Diagnostic): string {
  if (location.kind !== 'data') throw new Error('a finding about our own file is located in its text');
  return `${String(location.line)}:${String(location.column)} ${rule}: ${message}`;
}

/** `line:column rule: message` of every finding. */
export function findings(text: string, rules?: KnownRules): readonly string[] {
  return parseDirective(text, 'mau.yaml', rules).diagnostics.map(line);
}
