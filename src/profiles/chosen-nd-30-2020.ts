/**
 * What the report of this program takes within the ranges of `nd-30-2020.ts`: page in millimetres, type in points. Where the
 * decree gives a range the value inside it is a choice, and the comment says why.
 */
export const CHOSEN_ND_30_2020 = {
  /** P1: A4. */
  page: { width: 210, height: 297 },
  /** P3: 20–25, 20–25, 30–35, 15–20. The right one is 15 so that the Quốc hiệu fits on one line at 13 pt. */
  margins: { top: 20, bottom: 20, left: 30, right: 15 },
  /** P5: the number stands in the top margin; 10 mm and a 14 pt line end above the text at 20 mm. */
  headerDistance: 10,
  /** P4. */
  font: 'Times New Roman',
  language: 'vi-VN',
  /** P5 (13–14), P7: the decree's example has 14. */
  pageNumber: 14,
  /** C1 (12–13), C2 (13–14). */
  nationalName: 13,
  motto: 14,
  /** C3, C4 (12–13). */
  superior: 13,
  issuer: 13,
  /** C5 (13), C6 (13–14). */
  number: 13,
  place: 14,
  /** C8b (12–13). */
  subject: 13,
  /** C18 (13–14), and the boxes of ô 10b in millimetres. */
  urgency: 13,
  urgencyBox: { 'HỎA TỐC': [30, 8], 'THƯỢNG KHẨN': [40, 8], KHẨN: [20, 8] },
  /** C7, C8 (13–14). */
  title: 14,
  abstract: 14,
  /** C14 (13–14). */
  addressees: 14,
  /** C10 (13–14), and the headings of Phụ lục I.V.6b (13–14). */
  body: 14,
  heading: 14,
  /** C12, C13 (13–14). */
  authority: 14,
  signer: 14,
  /** C15 (12), C16 (11). */
  recipientsLabel: 12,
  recipients: 11,
  /** Phụ lục I, phần III.1.b (14; 13–14) and III.1.c (13–14). */
  appendixLabel: 14,
  appendixTitle: 14,
  appendixReference: 14,
  /** C10: 1 cm or 1.27 cm, in millimetres. */
  firstLine: 12.7,
  /** C10: at least 6 pt between paragraphs; single to 1.5 lines. */
  paragraphGap: 6,
  lineSpacing: 1.15,
  /** C4, C8: between 1/3 and 1/2 of the text; the middle leaves room for another program's metrics on both sides. */
  ruleShare: { least: 1 / 3, most: 1 / 2 },
  /** Mẫu 2.1 and 2.2 draw a short rule under the reference line; the decree gives no length. Millimetres. */
  appendixRule: 25,
  /**
   * From the line above down to the rule of a title (C8, Mẫu 2.1), in points: as far as in Mẫu 1.4 and 2.1, so that the rule
   * does not look like an underline.
   */
  titleRuleGap: 8,
  /**
   * Right column of the head, in millimetres. The Quốc hiệu takes 95.7 mm at 13 pt bold; Mẫu 1.4 has columns of 67.5 and 100, here
   * 67 of the 165 mm of text are left.
   */
  letterheadRight: 98,
  /** Empty lines for signature and seal: the seal is about 36 mm across and covers a third of the signature. */
  signatureLines: 4,
  /** The decree has no sizes for tables and remarks; 11 is the smallest size it uses for text. */
  table: 12,
  narrowTable: 11,
  /** From so many columns on, a table is set in the smaller size. */
  narrowTableColumns: 9,
  /**
   * Our own choice: a table of at most so many lines (headings not counted) stays whole on one page. Twelve lines are a quarter
   * of an upright page, so not much is left empty above; a longer table goes on over the page.
   */
  shortTableLines: 12,
  note: 12,
} as const;

/** The measures a .docx is written with. */
export type ChosenLayout = typeof CHOSEN_ND_30_2020;
