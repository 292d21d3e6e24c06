/** The id of the unit of the register that a text names, or undefined when it names none or several. */
export type UnitLookup = (text: string) => string | undefined;

/** So many texts of one sheet are compared with the register; the tables of a commune hold some hundreds. */
const MOST_TEXTS = 5_000;

/** The same for one sheet: after so many texts it finds nothing any more, as comparing with every unit takes its time. */
export function limitedLookup(lookup: UnitLookup): UnitLookup {
  let left = MOST_TEXTS;
  return (text) => (left-- > 0 ? lookup(text) : undefined);
}

/** A name is short; sentences are not looked up. */
const LONGEST_NAME = 120;

/** Whether the text can be a unit's name. A bare number may be anything, even where a unit is called by one. */
export function isNameLike(text: string): boolean {
  return text.length <= LONGEST_NAME && /\p{L}/u.test(text);
}
