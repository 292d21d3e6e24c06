import { CFB } from '@e965/xlsx';

/** What tests need of the library's compound files, for which it has no types. */
interface CompoundFiles {
  readonly utils: {
    readonly cfb_new: () => object;
    readonly cfb_add: (file: object, path: string, content: Uint8Array) => void;
    readonly cfb_del: (file: object, path: string) => void;
  };
  readonly write: (file: object, options: { readonly type: 'buffer' }) => Uint8Array;
}

// Declared as `any` by the library.
const { utils, write } = CFB as CompoundFiles;

/** An OLE2 file with those streams in its root folder, written by the SheetJS library. */
export function aCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = utils.cfb_new();
  // The library puts a stream of its own into every new file.
  utils.cfb_del(file, '/\u0001Sh33tJ5');
  for (const [name, content] of Object.entries(streams)) utils.cfb_add(file, `/${name}`, Buffer.from(content));
  return Buffer.from(write(file, { type: 'buffer' }));
}
