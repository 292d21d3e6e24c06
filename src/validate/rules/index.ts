import type { Rule } from '../rule.ts';
import { adultsChangedMuch } from './adults-changed-much.ts';
import { countDateMissing } from './count-date-missing.ts';
import { countDatesDiffer } from './count-dates-differ.ts';
import { countEqualsHouseholds } from './count-equals-households.ts';
import { countExceedsRegister } from './count-exceeds-register.ts';
import { countFarFromOwnHistory } from './count-far-from-own-history.ts';
import { countFarFromRegister } from './count-far-from-register.ts';
import { countTenfoldOfPeers } from './count-tenfold-of-peers.ts';
import { countTenfoldOfRegister } from './count-tenfold-of-register.ts';
import { cumulativeFell } from './cumulative-fell.ts';
import { dateAfterCutoff } from './date-after-cutoff.ts';
import { dateBeforePeriod } from './date-before-period.ts';
import { dateOutsideWindow } from './date-outside-window.ts';
import { denominatorZero } from './denominator-zero.ts';
import { doneWithoutEvidence } from './done-without-evidence.ts';
import { doneWithoutResult } from './done-without-result.ts';
import { indicatorBlank } from './indicator-blank.ts';
import { indicatorMissing } from './indicator-missing.ts';
import { optionalUnitAbsent } from './optional-unit-absent.ts';
import { partExceedsWhole } from './part-exceeds-whole.ts';
import { percentageDiffers } from './percentage-differs.ts';
import { personalDataFound } from './personal-data-found.ts';
import { reportDateMissing } from './report-date-missing.ts';
import { reportLate } from './report-late.ts';
import { reporterMissing } from './reporter-missing.ts';
import { statusMissing } from './status-missing.ts';
import { submissionCopied } from './submission-copied.ts';
import { submissionRepeated } from './submission-repeated.ts';
import { submissionReplaced } from './submission-replaced.ts';
import { taskMissing } from './task-missing.ts';
import { totalDiffers } from './total-differs.ts';
import { unitMissing } from './unit-missing.ts';
import { valueAdjusted } from './value-adjusted.ts';
import { valueChanged } from './value-changed.ts';

/** Every rule (quy tắc kiểm tra), sorted by id. */
export const RULE_REGISTRY: readonly Rule[] = [
  adultsChangedMuch,
  countDateMissing,
  countDatesDiffer,
  countEqualsHouseholds,
  countExceedsRegister,
  countFarFromOwnHistory,
  countFarFromRegister,
  countTenfoldOfPeers,
  countTenfoldOfRegister,
  cumulativeFell,
  dateAfterCutoff,
  dateBeforePeriod,
  dateOutsideWindow,
  denominatorZero,
  doneWithoutEvidence,
  doneWithoutResult,
  indicatorBlank,
  indicatorMissing,
  optionalUnitAbsent,
  partExceedsWhole,
  percentageDiffers,
  personalDataFound,
  reportDateMissing,
  reportLate,
  reporterMissing,
  statusMissing,
  submissionCopied,
  submissionRepeated,
  submissionReplaced,
  taskMissing,
  totalDiffers,
  unitMissing,
  valueAdjusted,
  valueChanged,
];
