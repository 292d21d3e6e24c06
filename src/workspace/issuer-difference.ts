import { diagnosticOf, type Diagnostic } from '../model/diagnostic.ts';
import type { Directive } from '../model/directive.ts';
import { matchKey, quoteValue } from '../vi/text.ts';
import { SETTINGS_ISSUER_DIFFERS } from './problems.ts';
import type { Settings } from './settings.ts';

/**
 * A commune that works by another commune's directive would cite it, and its forms and report would name that commune:
 * it needs a directive of its own in `van-ban/`. Silent while the settings do not name the commune.
 */
export function issuerDifference({ issuer, locate }: Settings, { id, document }: Directive): readonly Diagnostic[] {
  if (document === undefined || issuer.shortName === '') return [];
  if (matchKey(document.issuer) === matchKey(issuer.shortName)) return [];
  return [
    diagnosticOf(SETTINGS_ISSUER_DIFFERS, {
      message: `Cơ quan báo cáo là ${quoteValue(issuer.shortName)}, nhưng văn bản giao nhiệm vụ ${quoteValue(id)} do ${quoteValue(document.issuer)} ban hành nên biểu mẫu và báo cáo sẽ dẫn văn bản của cơ quan đó`,
      hint: `Chép tệp văn bản mẫu (templates/directives/ của chương trình) vào van-ban/<mã của xã>.yaml, sửa cơ quan ban hành và tên xã trong đó, rồi ghi mã mới vào mục rounds của ${issuer.file}`,
      location: locate('issuer.shortName'),
    }),
  ];
}
