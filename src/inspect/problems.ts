import type { Problem } from '../model/diagnostic.ts';

/** Kính gửi is not written as the decree wants it. */
export const FORMAT_ADDRESSEE_LIST: Problem = { id: 'format-addressee-list', severity: 'error' };
/** A dispatch, or a report to a superior, without Kính gửi. */
export const FORMAT_ADDRESSEE_MISSING: Problem = { id: 'format-addressee-missing', severity: 'error' };
/** A component does not stand in the middle, or the text is not justified. */
export const FORMAT_ALIGNMENT: Problem = { id: 'format-alignment', severity: 'error' };
/** An appendix without its Roman number or its line of reference, or nowhere mentioned. */
export const FORMAT_APPENDIX: Problem = { id: 'format-appendix', severity: 'error' };
/** First lines, gaps or line spacing of running text. */
export const FORMAT_BODY_PARAGRAPH: Problem = { id: 'format-body-paragraph', severity: 'error' };
/** A document is cited for the first time without its date. */
export const FORMAT_CITATION: Problem = { id: 'format-citation', severity: 'warning' };
/** Letters that are not black. */
export const FORMAT_COLOR: Problem = { id: 'format-color', severity: 'error' };
/** Place and date are not written out, or not level with the number. */
export const FORMAT_DATE_LINE: Problem = { id: 'format-date-line', severity: 'error' };
/** A zero before day or month is missing, or one too many. */
export const FORMAT_DATE_PADDING: Problem = { id: 'format-date-padding', severity: 'error' };
/** The text or an appendix does not end with ./. */
export const FORMAT_END_MARK: Problem = { id: 'format-end-mark', severity: 'warning' };
/** The file is no Word document that can be read: damaged, encrypted, of another kind. */
export const FORMAT_FILE_UNREADABLE: Problem = { id: 'format-file-unreadable', severity: 'error' };
/** Letters in another font than Times New Roman. */
export const FORMAT_FONT: Problem = { id: 'format-font', severity: 'error' };
/** A numbered heading that is not in bold capitals. */
export const FORMAT_HEADING: Problem = { id: 'format-heading', severity: 'warning' };
/** A legal basis without its mark at the end. */
export const FORMAT_LEGAL_BASIS: Problem = { id: 'format-legal-basis', severity: 'error' };
/** Capitals where small letters belong, or the other way round. */
export const FORMAT_LETTER_CASE: Problem = { id: 'format-letter-case', severity: 'error' };
/** A margin outside of what is allowed. */
export const FORMAT_MARGIN: Problem = { id: 'format-margin', severity: 'error' };
/** Tiêu ngữ is misspelt, or too far below Quốc hiệu. */
export const FORMAT_MOTTO: Problem = { id: 'format-motto', severity: 'error' };
/** Quốc hiệu is misspelt or not at the right. */
export const FORMAT_NATIONAL_NAME: Problem = { id: 'format-national-name', severity: 'error' };
/** Số, ký hiệu with blanks, without colon, zero or slash, or of another type. */
export const FORMAT_NUMBER_SYMBOL: Problem = { id: 'format-number-symbol', severity: 'error' };
/** The page of the letterhead lies sideways. */
export const FORMAT_ORIENTATION: Problem = { id: 'format-orientation', severity: 'error' };
/** Page numbers elsewhere than in the middle of the top margin, or with words. */
export const FORMAT_PAGE_NUMBER: Problem = { id: 'format-page-number', severity: 'error' };
/** The pages of an appendix go on counting. */
export const FORMAT_PAGE_NUMBER_RESTART: Problem = { id: 'format-page-number-restart', severity: 'error' };
/** Another paper than A4. */
export const FORMAT_PAPER: Problem = { id: 'format-paper', severity: 'error' };
/** A component that every document has is not there. */
export const FORMAT_PART_MISSING: Problem = { id: 'format-part-missing', severity: 'error' };
/** Nơi nhận is not written as the decree wants it. */
export const FORMAT_RECIPIENTS: Problem = { id: 'format-recipients', severity: 'error' };
/** The rule under a text is missing, an underline, or too short or long. */
export const FORMAT_RULE_LINE: Problem = { id: 'format-rule-line', severity: 'error' };
/** Powers wrongly abbreviated, or a title before the name. */
export const FORMAT_SIGNER: Problem = { id: 'format-signer', severity: 'error' };
/** The subject of a dispatch does not stand 6 pt below the number. */
export const FORMAT_SUBJECT_GAP: Problem = { id: 'format-subject-gap', severity: 'warning' };
/** The subject of a dispatch does not begin with V/v. */
export const FORMAT_SUBJECT_LINE: Problem = { id: 'format-subject-line', severity: 'error' };
/** A size of type outside of what is allowed. */
export const FORMAT_TEXT_SIZE: Problem = { id: 'format-text-size', severity: 'error' };
/** Bold, italic or underlined where it should not be, or the other way round. */
export const FORMAT_TEXT_STYLE: Problem = { id: 'format-text-style', severity: 'error' };
/** A rule that the file alone does not decide: it takes a page laid out, and eyes. */
export const FORMAT_UNVERIFIABLE: Problem = { id: 'format-unverifiable', severity: 'info' };

/** Every kind of finding of this stage, sorted by id; each has a page in docs/rules. */
export const INSPECT_PROBLEMS: readonly Problem[] = [
  FORMAT_ADDRESSEE_LIST,
  FORMAT_ADDRESSEE_MISSING,
  FORMAT_ALIGNMENT,
  FORMAT_APPENDIX,
  FORMAT_BODY_PARAGRAPH,
  FORMAT_CITATION,
  FORMAT_COLOR,
  FORMAT_DATE_LINE,
  FORMAT_DATE_PADDING,
  FORMAT_END_MARK,
  FORMAT_FILE_UNREADABLE,
  FORMAT_FONT,
  FORMAT_HEADING,
  FORMAT_LEGAL_BASIS,
  FORMAT_LETTER_CASE,
  FORMAT_MARGIN,
  FORMAT_MOTTO,
  FORMAT_NATIONAL_NAME,
  FORMAT_NUMBER_SYMBOL,
  FORMAT_ORIENTATION,
  FORMAT_PAGE_NUMBER,
  FORMAT_PAGE_NUMBER_RESTART,
  FORMAT_PAPER,
  FORMAT_PART_MISSING,
  FORMAT_RECIPIENTS,
  FORMAT_RULE_LINE,
  FORMAT_SIGNER,
  FORMAT_SUBJECT_GAP,
  FORMAT_SUBJECT_LINE,
  FORMAT_TEXT_SIZE,
  FORMAT_TEXT_STYLE,
  FORMAT_UNVERIFIABLE,
];
