import type { Issuer } from '../../src/model/issuer.ts';
import { parseSettings } from '../../src/workspace/settings.ts';
import { SETTINGS_FILE } from '../../src/workspace/settings-file.ts';

/** The settings of xã Suối Mây with every blank filled in, so that a page or golden round shows only what it changes. */
export const SMALL_COMMUNE_SETTINGS = `issuer:
  superior: ''
  lines:
    - ỦY BAN NHÂN DÂN
    - XÃ SUỐI MÂY
  shortName: UBND xã Suối Mây
  symbol: BC-UBND
  place: Suối Mây
  signer:
    authority: [TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH]
    name: Nguyễn Văn A
  addressees: Sở Khoa học và Công nghệ
  recipients:
    - Như trên
    - 'Lưu: VT'
documents:
  directive:
    number: 215
    issuedOn: 25/09/2025
  department-request:
    issuedOn: 18/09/2025
rounds:
  - id: 2025-10
    directive: ubnd-xa-tinh-khe-cds-2025
    from: 01/10/2025
    to: 31/10/2025
    due: { before: 10/11/2025 }
`;

/** Who issues the reports according to these settings, which must be free of faults. */
export function issuerOf(settings: string): Issuer {
  const { value, diagnostics } = parseSettings(settings, SETTINGS_FILE);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value.issuer;
}

/** Who issues the reports of xã Suối Mây. */
export function smallCommuneIssuer(): Issuer {
  return issuerOf(SMALL_COMMUNE_SETTINGS);
}
