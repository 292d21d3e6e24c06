/** The names of the sheets; formulas and notes name them too. */
export const SHEETS = {
  overview: 'Tổng quan',
  rates: 'Tỷ lệ báo cáo',
  reporting: 'Tình hình báo cáo',
  coverage: 'Tỷ lệ theo đơn vị',
  taskCounts: 'Nhiệm vụ',
  tasksByUnit: 'Nhiệm vụ theo đơn vị',
  totals: 'Số liệu khác',
  /** One for each unit type, with a number and the type behind it. */
  totalsByUnit: 'Số liệu',
  opinions: 'Ý kiến của đơn vị',
  findings: 'Phát hiện',
  trace: 'Truy vết',
  about: 'Thông tin',
} as const;
