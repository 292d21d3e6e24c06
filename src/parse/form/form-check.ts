import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Round } from '../../model/round.ts';
import type { FormStamp } from '../../model/submission.ts';
import { formatDate } from '../../vi/date.ts';
import { quoteValue } from '../../vi/text.ts';
import { parsePlainDate } from '../../model/plain-date.ts';
import { problem } from '../problems.ts';

const FRESH_FORM = 'Điền và gửi lại bằng biểu mẫu của kỳ này do xã gửi (lệnh “tkcds form” tạo lại biểu mẫu)';

/** Whether the form was made for this directive; undefined when it was, or when it does not say. */
export function directiveFinding(stamp: FormStamp, file: string, { directive }: Round): Diagnostic | undefined {
  if (stamp.directive === '' || stamp.directive === directive.id) return undefined;
  return problem('form-of-other-directive', {
    message: `Biểu mẫu thuộc văn bản ${quoteValue(stamp.directive)}, cần biểu mẫu của ${quoteValue(directive.id)}`,
    hint: `${FRESH_FORM}; nếu đây đúng là biểu mẫu của xã thì kiểm tra trong thư mục làm việc có văn bản ${quoteValue(stamp.directive)} (tùy chọn -C)`,
    location: { kind: 'file', file },
    facts: { found: stamp.directive, expected: directive.id },
  });
}

/**
 * Whether the form was made for this round; undefined when it was, or when it does not say. A round that was only renamed
 * keeps its days and its deadline, and its forms stay good.
 */
export function periodFinding(stamp: FormStamp, file: string, { period }: Round): Diagnostic | undefined {
  if (stamp.period === '' || stamp.period === period.id) return undefined;
  const hasSameDays = stamp.from === period.from && stamp.to === period.to;
  if (hasSameDays && stamp.due === `${period.due.kind} ${period.due.date}`) return undefined;
  const [from, to] = [parsePlainDate(stamp.from), parsePlainDate(stamp.to)];
  const days = from === undefined || to === undefined ? '' : ` (từ ${formatDate(from)} đến ${formatDate(to)})`;
  return problem('period-mismatch', {
    message: `Biểu mẫu thuộc kỳ báo cáo ${quoteValue(stamp.period)}${days}, cần kỳ ${quoteValue(period.id)} (từ ${formatDate(period.from)} đến ${formatDate(period.to)})`,
    hint: `Chuyển tệp về đúng thư mục của kỳ ${quoteValue(stamp.period)}, hoặc đề nghị đơn vị báo cáo lại bằng biểu mẫu của kỳ này`,
    location: { kind: 'file', file },
    facts: { found: stamp.period, expected: period.id },
  });
}

/** Whether the form has the version of the directive's file in use; undefined when it has, or when it does not say. */
export function versionFinding(stamp: FormStamp, file: string, { directive }: Round): Diagnostic | undefined {
  const found = Number(stamp.version);
  if (stamp.version === '' || found === directive.version) return undefined;
  const isNewer = found > directive.version;
  const message = `Biểu mẫu là phiên bản ${quoteValue(stamp.version)}, phiên bản đang dùng là ${quoteValue(String(directive.version))}`;
  const location = { kind: 'file', file } as const;
  const facts = { found: stamp.version, expected: directive.version };
  return isNewer
    ? problem('form-version-newer', {
        message,
        hint: 'Cập nhật tệp văn bản giao nhiệm vụ trên máy này lên cùng phiên bản với biểu mẫu',
        location,
        facts,
      })
    : problem('form-version-older', {
        message,
        hint: `Kiểm tra nhiệm vụ, chỉ tiêu còn thiếu so với biểu mẫu mới; kỳ sau gửi cho đơn vị biểu mẫu mới`,
        location,
        facts,
      });
}
