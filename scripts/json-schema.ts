// Writes the JSON Schema by which editors check and complete a directive's file: npx tsx scripts/json-schema.ts [--check]
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';
import { directiveSchema } from '../src/parse/directive/schema.ts';

/** The committed file. */
export const SCHEMA_FILE = fileURLToPath(new URL('../templates/directives/directive.schema.json', import.meta.url));

/** The schema of a directive's file as an author writes it, formatted like the rest of the repository. */
export async function directiveJsonSchema(): Promise<string> {
  const schema = z.toJSONSchema(directiveSchema, { io: 'input', reused: 'inline' });
  const titled = { ...schema, title: 'Văn bản giao nhiệm vụ' };
  return format(JSON.stringify(titled), { ...(await resolveConfig(SCHEMA_FILE)), filepath: SCHEMA_FILE });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await directiveJsonSchema();
  if (!process.argv.includes('--check')) {
    await writeFile(SCHEMA_FILE, text);
  } else if ((await readFile(SCHEMA_FILE, 'utf8')) !== text) {
    console.error(`${SCHEMA_FILE} is not current: run npx tsx scripts/json-schema.ts`);
    process.exitCode = 1;
  }
}
