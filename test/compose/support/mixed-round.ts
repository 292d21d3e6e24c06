import { cellError, conflictErrors, fileError } from '../../aggregate/findings.ts';
import { anUnusableArrival, date, invalid, value } from '../../support/builders.ts';
import {
  aModel,
  composed,
  department,
  opinion,
  report,
  schoolOne,
  schoolTwo,
  sectionLines,
  signatures,
  villageOne,
  villageThree,
  villageTwo,
  type ModelDraft,
} from './model.ts';

/** One of each fate: on time with proposals, late, a cell left out, an unusable file, two files, nothing, a stray. */
export const mixed: ModelDraft = {
  arrivals: [
    signatures(villageOne, 1000, 505, {
      opinions: [opinion('proposals', 'Đề nghị xã bố trí thêm máy tính.'), opinion('difficulties', 'Không có')],
    }),
    signatures(villageTwo, 800, 300, {
      reportedOn: value(date('2025-11-10')),
      answers: { 'II.3-2': { status: value('not-started') } },
      opinions: [opinion('difficulties', 'Sóng yếu\nNgười dân đi làm xa')],
    }),
    signatures(villageThree, 600, 6000),
    anUnusableArrival('TR01.xlsx', schoolOne),
    report(schoolTwo, { reportedOn: invalid('đầu tháng') }),
    report(department, { file: 'PB01-a.xlsx' }),
    report(department, { file: 'PB01-b.xlsx', reportedOn: value(date('2025-11-06')) }),
    anUnusableArrival('anh-chup.xlsx'),
  ],
  diagnostics: [
    cellError('TH03.xlsx', 'Chỉ tiêu', 'D6'),
    fileError('TR01.xlsx'),
    ...conflictErrors('PB01-a.xlsx', 'PB01-b.xlsx'),
  ],
};

/** Everything that the report itself says of that round in the built-in wording, without its appendices. */
export function bodyLines(draft: ModelDraft): readonly string[] {
  return sectionLines(composed(undefined, aModel(draft)).sections[0]);
}
