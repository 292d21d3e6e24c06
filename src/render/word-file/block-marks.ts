/** Texts of paragraphs that mark places until the file is packed: private characters, as no template and no unit has them. */
export const BLOCKS_BEGIN = '\ue011';
export const BLOCKS_END = '\ue012';
/** Where a section ends, like that of the tag: as it is, and for an appendix on upright or turned paper. */
export const BREAK_AS_IS = '\ue013';
export const BREAK_PORTRAIT = '\ue014';
export const BREAK_LANDSCAPE = '\ue015';
/** How the paper of the last appendix lies: its section is the last of the file. */
export const LAST_PORTRAIT = '\ue016';
export const LAST_LANDSCAPE = '\ue017';

/** Every sign above. */
export const MARKS = /[\ue010-\ue017]/gu;
