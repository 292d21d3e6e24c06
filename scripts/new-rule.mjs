// `npm run new:rule <id>`: lays down a rule, its page and its registry line.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const id = process.argv[2] ?? '';
if (!/^[a-z]+(-[a-z]+)+$/.test(id) || /^(no|check)-/.test(id)) {
  console.error('Name the bad pattern in kebab-case, such as “part-exceeds-whole”; never no-… or check-….');
  process.exit(2);
}
const rule = `src/validate/rules/${id}.ts`;
const page = `docs/rules/${id}.md`;
const registry = 'src/validate/rules/index.ts';
if (existsSync(rule) || existsSync(page)) {
  console.error(`${id} is there already.`);
  process.exit(2);
}
const camel = id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

writeFileSync(
  rule,
  `import type { SubmissionRule } from '../rule.ts';

/** Say what triggers it and why, with the clause it comes from. */
export const ${camel}: SubmissionRule = {
  id: '${id}',
  severity: 'warning',
  scope: 'submission',
  check(submission, round, report) {},
};
`,
);
writeFileSync(
  page,
  `# ${id}

Vì sao cần kiểm tra.

## Bị báo

Một ví dụ ngắn nhất.

**TH01.xlsx · Chỉ tiêu**

| Mã   | Số liệu |
| ---- | ------- |
| CT01 | 0       |

\`\`\`diagnostics
\`\`\`

## Không bị báo

Một ví dụ sạch.

\`\`\`diagnostics
\`\`\`
`,
);
const lines = readFileSync(registry, 'utf8').split('\n');
const firstImport = lines.findIndex((line) => line.startsWith('import ') && line.includes("from './"));
lines.splice(firstImport === -1 ? 0 : firstImport, 0, `import { ${camel} } from './${id}.ts';`);
const open = lines.findIndex((line) => line.includes('RULE_REGISTRY') && line.includes('['));
lines.splice(open + 1, 0, `  ${camel},`);
writeFileSync(registry, lines.join('\n'));
console.log(`${rule}\n${page}\n${registry}: put the two new lines in order (npm run format, then sort by id).`);
