import { encodingOfFont } from '../vi/legacy-encoding/convert.ts';

/** The name if it is of a family made before Unicode, where the font decides what a letter looks like: `.VnTime`, `VNI-Times` … */
export function legacyFontOf(font: string | undefined): string | undefined {
  const name = font?.trim();
  return name === undefined || encodingOfFont(name) === undefined ? undefined : name;
}
