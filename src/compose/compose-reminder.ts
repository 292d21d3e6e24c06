import type { Outcome } from '../model/diagnostic.ts';
import type { Document } from '../model/document.ts';
import type { Issuer } from '../model/issuer.ts';
import type { ReportModel } from '../model/report.ts';
import { composeReport } from './compose-report.ts';
import { unitsToRemind } from './context-reporting.ts';
import type { ReportTemplate } from './problems.ts';
import { unitNames } from './unit-names.ts';

/** So many units are addressed by name; of more the list speaks. */
const MOST_NAMED = 5;
const ARCHIVE = /^lưu\s*:/iu;

/** The issuer of the reminder: its own symbol, addressed to the units, kept in the same archive as the report. */
function reminderIssuer(model: ReportModel, issuer: Issuer): Issuer {
  const names = unitNames(model.units);
  const owing = unitsToRemind(model).map(({ unit }) => names.titled(unit));
  return {
    ...issuer,
    symbol: issuer.letterSymbol,
    addressees: owing.length <= MOST_NAMED ? owing : ['Các đơn vị chưa gửi báo cáo (danh sách kèm theo)'],
    recipients:
      issuer.recipients.length === 0 ? [] : ['Như trên', ...issuer.recipients.filter((one) => ARCHIVE.test(one))],
  };
}

/**
 * The công văn that reminds the units that owe a report (công văn đôn đốc). Undefined without a finding when nobody owes one; faults
 * of the template as in `composeReport`.
 */
export function composeReminder(
  model: ReportModel,
  issuer: Issuer,
  template: ReportTemplate,
): Outcome<Document | undefined> {
  if (unitsToRemind(model).length === 0) return { value: undefined, diagnostics: [] };
  return composeReport(model, reminderIssuer(model, issuer), template);
}
