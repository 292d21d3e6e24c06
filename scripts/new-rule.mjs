// `npm run new:rule <id>`: lays down a rule, its page and its line in the registry, ready to be worked out.
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';

const id = process.argv[2] ?? '';
if (!/^[a-z]+(-[a-z]+)+$/.test(id) || /^(no|check)-/.test(id)) {
  console.error('Name the bad pattern in kebab-case, such as “part-exceeds-whole”; never no-… or check-….');
  process.exit(2);
}
const folder = 'src/validate/rules';
const rule = `${folder}/${id}.ts`;
const page = `docs/rules/${id}.md`;
const registry = `${folder}/index.ts`;
if (existsSync(rule) || existsSync(page)) {
  console.error(`${id} is there already.`);
  process.exit(2);
}
const camel = (text) => text.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

writeFileSync(
  rule,
  `import { valueOf } from '../../model/located.ts';
import type { SubmissionRule } from '../rule.ts';

/** What triggers it and why, with the clause it comes from. */
export const ${camel(id)}: SubmissionRule = {
  id: '${id}',
  severity: 'warning',
  scope: 'submission',
  check: ({ indicators }, _round, report) => {
    for (const { indicator, value } of indicators) {
      if (value.kind !== 'value' || valueOf(value) !== 13) continue;
      report({
        message: 'Điều gì sai, giá trị tìm thấy, điều cần có',
        hint: 'Sửa ở đâu, thế nào',
        location: { kind: 'cell', ref: value.ref },
        facts: { indicator },
      });
    }
  },
};
`,
);
writeFileSync(
  page,
  `# ${id}: tên lỗi bằng tiếng Việt

Vì sao cần kiểm tra, số liệu bị ảnh hưởng thế nào.

## Bị báo

Ví dụ ngắn nhất bị báo.

**TH01.xlsx · Chỉ tiêu**

| Mã   | Số liệu |
| ---- | ------- |
| CT12 | 13      |

\`\`\`diagnostics
\`\`\`

## Không bị báo

Ví dụ sạch.

\`\`\`diagnostics
\`\`\`
`,
);

const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => name.replace(/\.ts$/, ''))
  .sort();
const text = readFileSync(registry, 'utf8');
const imports = ids.map((name) => `import { ${camel(name)} } from './${name}.ts';\n`).join('');
const entries = ids.map((name) => `  ${camel(name)},\n`).join('');
writeFileSync(
  registry,
  text
    .replace(/(?:import \{ \w+ \} from '\.\/[\w-]+\.ts';\n)+/, imports)
    .replace(/= \[\n(?: {2}\w+,\n)+\];/, `= [\n${entries}];`),
);
console.log(`${rule}\n${page}\n${registry}`);
console.log('Next: write the page, then the rule, then UPDATE_GOLDEN=1 npx vitest run test/rules.test.ts');
