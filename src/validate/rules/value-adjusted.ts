import { formatDate } from '../../vi/date.ts';
import { formatDecimal } from '../../vi/number.ts';
import { quoteValue } from '../../vi/text.ts';
import type { SubmissionRule } from '../rule.ts';
import { indicatorName } from '../wording.ts';

/**
 * The commune replaced the unit's number (dieu-chinh.yaml), or the form's sum follows one. An info: the adjusted number counts, and
 * whoever looks at the file must know why the report says something else.
 */
export const valueAdjusted: SubmissionRule = {
  id: 'value-adjusted',
  severity: 'info',
  scope: 'submission',
  check: (submission, { directive }, report) => {
    for (const { indicator: id, value } of submission.indicators) {
      const indicator = directive.indicators.find((candidate) => candidate.id === id);
      if (value.kind !== 'value' || value.adjustment === undefined || indicator === undefined) continue;
      const { adjustment, raw, ref } = value;
      const written = raw === '' ? 'để trống' : `ghi ${quoteValue(raw)}`;
      const how =
        adjustment.indicator === id
          ? `xã điều chỉnh thành ${formatDecimal(value.value)} ngày ${formatDate(adjustment.adjustedOn)} theo ${adjustment.by}: ${adjustment.reason}`
          : `nay là ${formatDecimal(value.value)} vì một số thành phần đã được xã điều chỉnh`;
      report({
        message: `${indicatorName(indicator)} đơn vị ${written}, ${how}`,
        hint: 'Đề nghị đơn vị gửi lại tệp đã sửa; điều chỉnh nhầm thì mở dieu-chinh.yaml của kỳ bằng Notepad, xóa dòng đó',
        location: { kind: 'cell', ref },
        facts: { indicator: id, value: value.value },
      });
    }
  },
};
