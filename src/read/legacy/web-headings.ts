import { normalizeText } from '../../vi/text.ts';
import { decodeEntities } from './entities.ts';

/** A longer one is no name. */
const LONGEST = 200;

/** The heading last read outside of the cells; a table without its own is called after it. */
export interface Headings {
  readonly begin: () => void;
  /** Only what follows is the heading; LibreOffice writes “Sheet 1:” and then the name. */
  readonly restart: () => void;
  readonly text: (text: string) => void;
  readonly end: () => void;
  /** The name for the next table, each once. */
  readonly take: () => string;
}

/** The headings of a new page. */
export function headings(): Headings {
  let last = '';
  let isOpen = false;
  let count = 0;
  const taken = new Set<string>();
  return {
    begin: () => {
      last = '';
      isOpen = true;
    },
    restart: () => {
      if (isOpen) last = '';
    },
    text: (text) => {
      if (isOpen && last.length < LONGEST) last += text;
    },
    end: () => (isOpen = false),
    take: () => {
      count++;
      let name = normalizeText(decodeEntities(last));
      for (let number = count; name === '' || taken.has(name); number++) name = `Bảng ${String(number)}`;
      taken.add(name);
      last = '';
      return name;
    },
  };
}
