/** Days between the two date systems: 1 January 1904 is serial 0 in one and 1462 in the other. */
export const DAYS_TO_1904 = 1462;
