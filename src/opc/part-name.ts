function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // a percent sign that begins no escape stands for itself
  }
}

/** Equal keys name the same part: letter case, `\` for `/`, a leading `/` and percent escapes make no difference. */
export function partKey(name: string): string {
  return decode(name.replace(/\\/gu, '/').replace(/^\/+/u, '')).toLowerCase();
}

/** The folder of a part, `''` at the root of the package. */
function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

/** The part that a relation of `source` means by `target`, without `.` and `..`; `source` is `''` for the package itself. */
export function resolveTarget(source: string, target: string): string {
  const written = target.trim().replace(/\\/gu, '/');
  const path = written.startsWith('/') ? written : folderOf(source) + written;
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** The part that holds the relations of `source`; `''` for those of the package itself. */
export function relationsPartOf(source: string): string {
  const folder = folderOf(source);
  return `${folder}_rels/${source.slice(folder.length)}.rels`;
}
