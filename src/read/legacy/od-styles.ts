import { legacyFontOf } from '../legacy-font.ts';
import type { Tally } from './draft.ts';
import type { NamedAttributes } from './xml-names.ts';

/** What cells and sheets refer to by name. */
export interface OpenDocumentStyles {
  /** Takes an element of the styles; false when what it holds is of no use. */
  readonly open: (name: string, attributes: NamedAttributes) => boolean;
  /** The style's font if it is one made before Unicode. */
  readonly fontOf: (style: string | undefined) => string | undefined;
  readonly isHiddenTable: (style: string | undefined) => boolean;
}

interface Style {
  readonly parent: string | undefined;
  font: string | undefined;
}

/** Styles take over what they do not say from a parent; more than so many generations are a circle. */
const GENERATIONS = 20;

/** No style yet. */
export function openDocumentStyles(tally: Tally): OpenDocumentStyles {
  const cellStyles = new Map<string, Style>();
  const hiddenTables = new Set<string>();
  let style: { readonly name: string; readonly cell: Style | undefined } | undefined;
  return {
    open: (name, attributes) => {
      if (name === 'style') {
        tally.count('styles');
        const cell: Style = { parent: attributes.get('style:parent-style-name'), font: undefined };
        const isCell = attributes.get('style:family') === 'table-cell';
        style = { name: attributes.get('style:name') ?? '', cell: isCell ? cell : undefined };
        if (isCell) cellStyles.set(style.name, cell);
      } else if (name === 'text-properties' && style?.cell !== undefined) {
        style.cell.font = attributes.get('style:font-name') ?? attributes.get('fo:font-family')?.replace(/^'|'$/gu, '');
      } else if (name === 'table-properties' && style !== undefined) {
        if (attributes.get('table:display') === 'false') hiddenTables.add(style.name);
      }
      return name === 'style' || name === 'automatic-styles' || name === 'styles';
    },
    fontOf: (wanted) => {
      let name = wanted;
      for (let generation = 0; name !== undefined && generation < GENERATIONS; generation++) {
        const found = cellStyles.get(name);
        if (found?.font !== undefined) return legacyFontOf(found.font);
        name = found?.parent;
      }
      return undefined;
    },
    isHiddenTable: (wanted) => wanted !== undefined && hiddenTables.has(wanted),
  };
}
