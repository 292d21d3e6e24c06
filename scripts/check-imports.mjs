// Runs dependency-cruiser on src and fails when it saw too few modules: a gate that checks nothing must fail.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

const AT_LEAST = 60;

const options = await extractOptions('./.dependency-cruiser.cjs');
const { output } = await cruise(['src'], { ...options, outputType: 'json' }, undefined, {
  tsConfig: extractTSConfig('./tsconfig.json'),
});
const result = JSON.parse(String(output));
const modules = result.modules.filter((module) => module.source.startsWith('src/')).length;

for (const violation of result.summary.violations) {
  console.error(`${violation.rule.name}: ${violation.from} → ${violation.to}`);
}
if (modules < AT_LEAST) console.error(`Only ${modules} modules were seen; at least ${AT_LEAST} were expected.`);
console.log(`${modules} modules, ${result.summary.violations.length} forbidden imports`);
process.exitCode = modules < AT_LEAST || result.summary.violations.length > 0 ? 1 : 0;
