import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { directiveJsonSchema, SCHEMA_FILE } from '../../scripts/json-schema.ts';
import { type Directive, groupsOf, indicatorsOf, type Source } from '../../src/model/directive.ts';
import { parseDirective } from '../../src/parse/directive/parse-directive.ts';

function readTemplate(name: string): string {
  return readFileSync(new URL(`../../templates/directives/${name}.yaml`, import.meta.url), 'utf8');
}

function directive(name: string): Directive {
  const { value, diagnostics } = parseDirective(readTemplate(name), `${name}.yaml`);
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error(`${name} was not understood`);
  return value;
}

const campaign = directive('ubnd-xa-tinh-khe-cds-2025');
const monthly = directive('chu-ky-so-hang-thang');

/** Every source that stands anywhere in the directive. */
function sourcesIn(value: unknown): readonly Source[] {
  if (typeof value !== 'object' || value === null) return [];
  const kind: unknown = 'kind' in value ? value.kind : undefined;
  // Only sources have these two kinds.
  if (kind === 'clause' || kind === 'configuration') return [value as Source];
  return Object.values(value).flatMap(sourcesIn);
}

describe('the campaign of the commune, as its text says', () => {
  test.each([
    ['department', ['II.1-1a', 'II.1-1b', 'II.1-2', 'II.1-3', 'II.1-4']],
    ['office', ['II.1-1a', 'II.1-1b', 'II.1-2', 'II.1-3', 'II.1-4', 'II.2-1', 'II.2-2']],
    ['health-station', ['II.1-1a', 'II.1-1b', 'II.1-2', 'II.1-3', 'II.1-4']],
    ['school', ['II.1-1a', 'II.1-1b', 'II.1-2', 'II.1-3', 'II.1-4', 'II.5-1', 'II.5-2']],
    ['village', ['II.3-1', 'II.3-2']],
    ['organisation', ['II.4-1', 'II.4-2', 'II.4-3']],
    ['company', []],
    ['cooperative', []],
  ])('binds a %s to its tasks', (type, tasks) => {
    expect(groupsOf(campaign, type).flatMap((group) => group.tasks.map(({ id }) => id))).toEqual(tasks);
  });

  test.each([
    [
      'village',
      'CT01 CT02 CT03 CT04 CT05 CT06 CT07 CT08 CT09 CT10 CT11 CT12 CT13'.split(' '),
      ['adults', 'signature-holders'],
    ],
    ['school', 'CT21 CT22 CT23 CT24 CT25 CT26'.split(' '), []],
    ['organisation', 'CT21 CT22 CT23 CT24 CT27'.split(' '), []],
    ['department', 'CT21 CT22 CT23 CT24 CT25'.split(' '), []],
    ['company', [], []],
  ])('asks a %s for its numbers', (type, codes, required) => {
    const asked = indicatorsOf(campaign, type);
    expect(asked.map(({ code }) => code)).toEqual(codes);
    expect(asked.filter(({ whenBlank }) => whenBlank === 'error').map(({ id }) => id)).toEqual(required);
  });

  test('asks the villages alone for the day of the counts', () => {
    expect(campaign.form.fields.find(({ id }) => id === 'countedOn')?.unitTypes).toEqual(['village']);
  });

  test('says who owes a report', () => {
    const owing = campaign.unitTypes.filter(({ mustReport }) => mustReport).map(({ id }) => id);
    expect(owing).toEqual(['village', 'school', 'department', 'office', 'health-station', 'organisation']);
  });

  test('keeps the dates of the text and leaves blank what the text leaves blank', () => {
    expect(campaign.activityWindow).toEqual({
      from: '2025-10-01',
      to: '2025-10-31',
      source: { kind: 'clause', clause: 'I.2' },
    });
    expect(campaign.reporting.due).toEqual({ kind: 'before', date: '2025-11-10' });
    expect(campaign.reporting.receiver).toBe('Phòng Văn hóa – Xã hội');
    expect(campaign.document).toMatchObject({ id: 'directive', number: undefined, issuedOn: undefined });
    expect(campaign.legalBasis).toMatchObject([{ number: '1780', symbol: 'SKHCN-BCVT&CĐS', issuedOn: undefined }]);
    expect(campaign.theme?.text).toBe('Chuyển đổi số: nhanh hơn, hiệu quả hơn, gần dân hơn');
  });

  test('sets the one target of the text, strictly above half', () => {
    expect(campaign.measures).toEqual([
      expect.objectContaining({
        id: 'signature-coverage',
        target: { comparison: 'more-than', percent: 50 },
        source: { kind: 'clause', clause: 'II.3' },
      }),
    ]);
  });

  test('calls every number but the target a choice of the commune', () => {
    expect(new Set(campaign.indicators.map(({ source }) => source.kind))).toEqual(new Set(['configuration']));
    expect(new Set(campaign.definitions.map(({ source }) => source.kind))).toEqual(new Set(['configuration']));
  });

  test('is softer on a school that leaves out a task of II.1', () => {
    expect(campaign.rules).toMatchObject([
      { rule: 'task-missing', severity: 'warning', unitTypes: ['school'], taskGroups: ['II.1'], indicators: undefined },
    ]);
  });

  test('repairs the slips of the text', () => {
    const text = JSON.stringify(campaign);
    expect(text).toContain('VNeID');
    expect(text).not.toMatch(/VneID|đển/u);
  });
});

describe('the monthly follow-up', () => {
  test('cites no document and leaves the days to the settings', () => {
    const { document, theme, legalBasis, activityWindow, reporting, taskGroups } = monthly;
    expect({ document, theme, legalBasis, activityWindow, due: reporting.due, taskGroups }).toEqual({
      document: undefined,
      theme: undefined,
      legalBasis: [],
      activityWindow: undefined,
      due: undefined,
      taskGroups: [],
    });
    expect(new Set(sourcesIn(monthly).map(({ kind }) => kind))).toEqual(new Set(['configuration']));
  });

  test('knows the unit types of the same register, and only villages owe a report', () => {
    const words = ({ unitTypes }: Directive) => unitTypes.map(({ id, name, aliases }) => ({ id, name, aliases }));
    expect(words(monthly)).toEqual(words(campaign));
    expect(monthly.unitTypes.filter(({ mustReport }) => mustReport).map(({ id }) => id)).toEqual(['village']);
  });

  test('keeps ids, codes and counts of the campaign, so that rounds can be compared', () => {
    for (const { id, code, counts, title } of monthly.indicators) {
      expect(campaign.indicators).toContainEqual(expect.objectContaining({ id, code, counts, title }));
    }
    expect(monthly.indicators.map(({ id }) => id)).toContain('signature-holders');
  });
});

describe.each([
  ['campaign', campaign],
  ['monthly', monthly],
])('every entry of the %s', (_name, { indicators, taskGroups, ...rest }) => {
  test('says where it comes from', () => {
    const sources = sourcesIn({ indicators, taskGroups, ...rest });
    expect(sources.length).toBeGreaterThan(20);
    for (const source of sources) {
      expect(source.kind === 'clause' ? source.clause : source.note).toMatch(/\S.*[^.]$/u);
    }
  });

  test('says in its title what it counts', () => {
    const words = {
      person: /Số (?:người|cán bộ|học sinh|thành viên)/u,
      turn: /lượt/u,
      household: /Số hộ/u,
      item: /Số tin, bài/u,
      session: /Số buổi/u,
      event: /Số hoạt động/u,
      percent: /\(%\)/u,
    };
    for (const { title, counts } of indicators) expect(title).toMatch(words[counts]);
  });

  test('tells the reader what to write', () => {
    for (const { guidance } of [...indicators, ...taskGroups.flatMap(({ tasks }) => tasks)]) {
      expect(guidance).toMatch(/\S{2}.*[^.]$/u);
    }
  });
});

test('the JSON Schema for editors is the schema of the program (npx tsx scripts/json-schema.ts)', async () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(await directiveJsonSchema());
});
