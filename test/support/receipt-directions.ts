import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '../../src/model/plain-date.ts';
import { receiveFiles } from '../../src/workspace/ledger/receive-files.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { loadSubmitted } from '../../src/workspace/submitted-files.ts';
import { INBOX, reportOf } from '../cli/support/small-workspace.ts';
import { readHere } from '../workspace/support/read-here.ts';
import type { Step } from './rule-page.ts';
import { day } from './small-commune.ts';

type Play = (folder: string, match: RegExpExecArray) => void | Promise<void>;

/** The day on which one looks back at the round's day. */
const LOOKED_BACK = /^Xem lại vào ngày (\d+)\/(\d+)\/(\d+)$/u;

/** The stage directions about when reports came. */
export const RECEIPT_DIRECTIONS: readonly (readonly [RegExp, Play])[] = [
  [LOOKED_BACK, () => undefined],
  [
    /^(\S+): ghi sổ nhận ngày (\d+)\/(\d+)\/(\d+)$/u,
    async (folder, [, file = '', date = '', month = '', year = '']) => {
      const receivedOn = day(`${year}-${month}-${date}`);
      const request = {
        period: '2025-10',
        asOf: receivedOn,
        receivedOn,
        via: '',
        enteredAt: `${receivedOn}T08:00:00+07:00`,
      };
      await receiveFiles(openWorkspace(folder), loadSubmitted([file], join(folder, INBOX)), request, readHere);
    },
  ],
  [
    /^(\S+)\.xlsx: báo cáo ghi ngày (\d+\/\d+\/\d+)$/u,
    async (folder, [, unit = '', date = '']) => {
      writeFileSync(join(folder, INBOX, `${unit}.xlsx`), await reportOf(unit, date));
    },
  ],
];

/** The day on which the scenario happens. */
export function presentDay(steps: readonly Step[]): PlainDate {
  const typed = steps.flatMap(({ direction }) => LOOKED_BACK.exec(direction) ?? []);
  const [, date = '12', month = '11', year = '2025'] = typed;
  return day(`${year}-${month}-${date}`);
}
