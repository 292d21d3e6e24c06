import type { FormatRule } from '../rule.ts';
import { formatAddresseeList } from './format-addressee-list.ts';
import { formatAddresseeMissing } from './format-addressee-missing.ts';
import { formatAlignment } from './format-alignment.ts';
import { formatAppendix } from './format-appendix.ts';
import { formatBodyParagraph } from './format-body-paragraph.ts';
import { formatCitation } from './format-citation.ts';
import { formatColor } from './format-color.ts';
import { formatDateLine } from './format-date-line.ts';
import { formatDatePadding } from './format-date-padding.ts';
import { formatEndMark } from './format-end-mark.ts';
import { formatFont } from './format-font.ts';
import { formatHeading } from './format-heading.ts';
import { formatLegalBasis } from './format-legal-basis.ts';
import { formatLetterCase } from './format-letter-case.ts';
import { formatMargin } from './format-margin.ts';
import { formatMotto } from './format-motto.ts';
import { formatNationalName } from './format-national-name.ts';
import { formatNumberSymbol } from './format-number-symbol.ts';
import { formatOrientation } from './format-orientation.ts';
import { formatPageNumber } from './format-page-number.ts';
import { formatPageNumberRestart } from './format-page-number-restart.ts';
import { formatPaper } from './format-paper.ts';
import { formatPartMissing } from './format-part-missing.ts';
import { formatRecipients } from './format-recipients.ts';
import { formatRuleLine } from './format-rule-line.ts';
import { formatSigner } from './format-signer.ts';
import { formatSubjectGap } from './format-subject-gap.ts';
import { formatSubjectLine } from './format-subject-line.ts';
import { formatTextSize } from './format-text-size.ts';
import { formatTextStyle } from './format-text-style.ts';
import { formatUnverifiable } from './format-unverifiable.ts';

/** Every rule of a formatting decree, sorted by id; add new ones here. */
export const FORMAT_RULES: readonly FormatRule[] = [
  formatAddresseeList,
  formatAddresseeMissing,
  formatAlignment,
  formatAppendix,
  formatBodyParagraph,
  formatCitation,
  formatColor,
  formatDateLine,
  formatDatePadding,
  formatEndMark,
  formatFont,
  formatHeading,
  formatLegalBasis,
  formatLetterCase,
  formatMargin,
  formatMotto,
  formatNationalName,
  formatNumberSymbol,
  formatOrientation,
  formatPageNumber,
  formatPageNumberRestart,
  formatPaper,
  formatPartMissing,
  formatRecipients,
  formatRuleLine,
  formatSigner,
  formatSubjectGap,
  formatSubjectLine,
  formatTextSize,
  formatTextStyle,
  formatUnverifiable,
];
