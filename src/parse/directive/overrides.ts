import type { RuleId } from '../../model/diagnostic.ts';
import { didYouMean } from '../../vi/suggest.ts';
import { quoteValue } from '../../vi/text.ts';
import type { FileFinding } from './finding.ts';
import { type Placed, selectTexts } from './path.ts';
import { DIRECTIVE_REFERENCE_UNKNOWN, DIRECTIVE_VALUE_INVALID } from './problems.ts';

/** The ids of findings as far as a directive may speak of them. */
export interface KnownRules {
  readonly known: readonly RuleId[];
  /**
   * Those whose severity the directive may set. The others keep values or whole files out of the figures because no value
   * can be made of them; at a lower severity they would be left out without being listed.
   */
  readonly adjustable: readonly RuleId[];
}

/** What is wrong with the rules named under `rules`. Works on the plain data, so that it also finds it in a faulty file. */
export function unfitOverrides(root: Placed, { known, adjustable }: KnownRules): readonly FileFinding[] {
  return selectTexts(root, 'rules.*.rule').flatMap(({ path, value }): readonly FileFinding[] => {
    if (value === '' || adjustable.includes(value)) return [];
    if (!known.includes(value)) {
      return [
        {
          problem: DIRECTIVE_REFERENCE_UNKNOWN,
          path,
          part: 'value',
          message: `Không có mã phát hiện ${quoteValue(value)}${didYouMean(value, adjustable)}`,
          hint: 'Sửa lại mã ở dòng này, viết đúng như chương trình in trong phát hiện, ví dụ “task-missing”',
        },
      ];
    }
    return [
      {
        problem: DIRECTIVE_VALUE_INVALID,
        path,
        part: 'value',
        message: `Mức độ của phát hiện ${quoteValue(value)} không đổi được: giá trị hoặc tệp không dùng được phải luôn được nêu trong báo cáo`,
        hint: 'Xóa mục này khỏi “rules”; chỉ đổi được mức độ của quy tắc kiểm tra và của các cảnh báo, lưu ý khi đọc tệp',
      },
    ];
  });
}
