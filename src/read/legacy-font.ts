/** Font families made before Unicode, where the font decides what a letter looks like: `.VnTime`, `VNI-Times` … */
const LEGACY = /^(?:\.vn|vni)/iu;

/** The name if it is of such a family. */
export function legacyFontOf(font: string | undefined): string | undefined {
  const name = font?.trim();
  return name !== undefined && LEGACY.test(name) ? name : undefined;
}
