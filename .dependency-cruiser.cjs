// The import directions of ARCHITECTURE.md, as a test. `npm run check:imports` fails on any edge forbidden here.
const STAGES = ['read', 'parse', 'validate', 'aggregate', 'compose', 'render', 'inspect', 'rollup'];
/** Leaves that a stage may import besides model and vi. */
const LEAVES = { read: ['opc'], render: ['opc', 'profiles'], inspect: ['opc', 'profiles'] };
const src = (names) => `^src/(${names.join('|')})/`;
const npm = (names) => `^node_modules/(${names.join('|')})/`;

/** A package that only the named places may import. */
const seam = (name, packages, allowed) => ({
  name: `seam-${name}`,
  comment: `${name} is imported only under ${allowed.join(', ')}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: allowed.map((place) => `^src/${place}`) },
  to: { path: npm(packages) },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: ['^src/cli/main\\.ts$'] },
      to: {},
    },
    {
      name: 'model-knows-nobody',
      severity: 'error',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'vi-knows-nobody',
      severity: 'error',
      from: { path: '^src/vi/' },
      to: { pathNot: ['^src/vi/', npm(['date-fns', 'iconv-lite'])] },
    },
    {
      name: 'opc-is-a-leaf',
      severity: 'error',
      from: { path: '^src/opc/' },
      to: { pathNot: ['^src/opc/', npm(['fflate', 'saxes']), '^zlib$', '^buffer$', '^node:(zlib|buffer)$'] },
    },
    {
      name: 'profiles-are-a-leaf',
      comment:
        'What a decree allows and what we chose of it, shared by render and inspect; data of the model and nothing else.',
      severity: 'error',
      from: { path: '^src/profiles/' },
      to: { pathNot: src(['profiles', 'model']) },
    },
    ...STAGES.map((stage) => ({
      name: `stage-${stage}-is-alone`,
      comment:
        'A stage imports only nouns (model), Vietnamese (vi), itself; some also opc, the writer and the checker profiles.',
      severity: 'error',
      from: { path: `^src/${stage}/` },
      to: {
        path: '^src/',
        pathNot: [src(['model', 'vi', stage, ...(LEAVES[stage] ?? [])])],
      },
    })),
    {
      name: 'plug-ins-do-not-know-each-other',
      severity: 'error',
      from: { path: '^src/([^/]+)/(rules|measures|blocks|formats|cell-types|reporters|commands)/(?!index\\.ts)' },
      to: { path: '^src/$1/$2/' },
    },
    {
      name: 'pipeline-composes-stages-only',
      severity: 'error',
      from: { path: '^src/pipeline(-directive|-figures|-returns|-rollup|-standing|-word)?\\.ts$' },
      to: { pathNot: [src(['model', ...STAGES]), '^src/pipeline(-word)?\\.ts$'] },
    },
    {
      name: 'workspace-goes-through-the-pipeline',
      comment: 'The thread that reads files loads the readers only, which is several times faster.',
      severity: 'error',
      from: { path: '^src/workspace/', pathNot: ['^src/workspace/read-worker\\.ts$'] },
      to: {
        path: '^src/',
        pathNot: [
          src(['workspace', 'model', 'vi']),
          '^src/pipeline(-directive|-figures|-returns|-rollup|-standing)?\\.ts$',
        ],
      },
    },
    {
      name: 'cli-goes-through-workspace-and-pipeline',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: {
        path: '^src/',
        pathNot: [
          src(['cli', 'workspace', 'model', 'vi']),
          '^src/pipeline(-directive|-figures|-returns|-rollup|-standing)?\\.ts$',
        ],
      },
    },
    {
      name: 'core-does-no-io',
      comment: 'Only cli and workspace touch Node; read and opc may inflate.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(cli|workspace)/'] },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(zlib|buffer)$' },
    },
    {
      name: 'inflate-only-in-read-and-opc',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(cli|workspace|read|opc)/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-never-imports-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|fixtures|scripts)/' },
    },
    {
      name: 'read-worker-only-reads',
      severity: 'error',
      from: { path: '^src/workspace/read-worker\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/read/read-workbook\\.ts$'] },
    },
    seam('spreadsheet-reader', ['@e965/xlsx'], ['read/']),
    seam('csv-parse', ['csv-parse'], ['read/']),
    seam('exceljs', ['exceljs'], ['render/']),
    seam('docx', ['docx'], ['render/']),
    seam('liquid-and-markdown', ['liquidjs', 'mdast-util-from-markdown', 'micromark[^/]*'], ['compose/']),
    seam('zod', ['zod'], ['parse/directive/', 'rollup/', 'workspace/']),
    seam('yaml', ['yaml'], ['parse/directive/', 'workspace/']),
    seam('terminal', ['commander', 'chalk'], ['cli/']),
    seam('fflate', ['fflate'], ['opc/']),
    seam('saxes', ['saxes'], ['opc/']),
    seam('date-fns', ['date-fns'], ['vi/']),
    seam('iconv-lite', ['iconv-lite'], ['vi/']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'types'] },
  },
};
