import { LineCounter, parseDocument } from 'yaml';
import { diagnosticOf, type Diagnostic, type Location, type Outcome } from '../model/diagnostic.ts';
import type { Issuer } from '../model/issuer.ts';
import type { ReportingPeriod } from '../model/period.ts';
import { formatDate } from '../vi/date.ts';
import { quoteValue } from '../vi/text.ts';
import { SETTINGS_ROUND_DUPLICATE, SETTINGS_VALUE_INVALID } from './problems.ts';
import { settingsFaults, syntaxFault, type Locate } from './settings-faults.ts';
import { settingsSchema, type SettingsContent } from './settings-schema.ts';
import { placeInYaml, type YamlPlace } from './yaml-place.ts';

/** The name of the settings file in a workspace. */
export const SETTINGS_FILE = 'tkcds.yaml';

/** What the commune's settings file says (cấu hình). */
export interface Settings {
  readonly issuer: Issuer;
  /** In the order of the file; at least one. */
  readonly rounds: readonly RoundSettings[];
  /** Where a path such as `issuer.place` stands in the file, or the nearest thing above it. */
  readonly locate: (path: string) => Location;
}

export interface RoundSettings {
  readonly period: ReportingPeriod;
  /** The directive's id: a file of van-ban/ or a built-in one. */
  readonly directive: string;
  /** Where each of its values stands. */
  readonly places: Readonly<Record<'id' | 'directive' | 'from' | 'to' | 'due', Location>>;
}

function toIssuer({ issuer, documents }: SettingsContent, file: string): Issuer {
  const { signer, ...rest } = issuer;
  return {
    file,
    ...rest,
    signerAuthority: signer.authority,
    signerName: signer.name,
    documents: new Map(Object.entries(documents)),
  };
}

function toRound(round: SettingsContent['rounds'][number], index: number, locate: Locate): RoundSettings {
  const { id, directive, from, to, due } = round;
  const place = (key: string): Location => locate(['rounds', index, key]);
  return {
    period: { id, from, to, due },
    directive,
    places: {
      id: place('id'),
      directive: place('directive'),
      from: place('from'),
      to: place('to'),
      due: place('due'),
    },
  };
}

function periodFaults({ period, places }: RoundSettings, isRepeated: boolean): readonly Diagnostic[] {
  const { id, from, to } = period;
  const repeated = diagnosticOf(SETTINGS_ROUND_DUPLICATE, {
    message: `Kỳ báo cáo ${quoteValue(id)} được khai hai lần, mỗi kỳ phải có mã riêng`,
    hint: 'Đổi mã (id) của một trong hai kỳ; mỗi kỳ có thư mục riêng trong nop/ và ket-qua/',
    location: places.id,
    facts: { round: id },
  });
  const reversed = diagnosticOf(SETTINGS_VALUE_INVALID, {
    message: `Kỳ báo cáo ${quoteValue(id)} bắt đầu ngày ${formatDate(from)}, sau ngày kết thúc ${formatDate(to)}`,
    hint: 'Sửa from (từ ngày) hoặc to (đến ngày) để ngày bắt đầu không sau ngày kết thúc',
    location: places.from,
    facts: { round: id },
  });
  return [...(isRepeated ? [repeated] : []), ...(from > to ? [reversed] : [])];
}

function roundFaults(rounds: readonly RoundSettings[], locate: Locate): readonly Diagnostic[] {
  if (rounds.length > 0) {
    const ids = rounds.map(({ period }) => period.id);
    return rounds.flatMap((round, index) => periodFaults(round, ids.indexOf(round.period.id) < index));
  }
  return [
    diagnosticOf(SETTINGS_VALUE_INVALID, {
      message: 'Mục “rounds” để trống, phải có ít nhất một kỳ báo cáo',
      hint: 'Thêm một kỳ báo cáo theo mẫu trong docs/huong-dan.md (id, directive, from, to, due)',
      location: locate(['rounds']),
    }),
  ];
}

function byLine(a: Diagnostic, b: Diagnostic): number {
  if (a.location.kind !== 'data' || b.location.kind !== 'data') return 0;
  return a.location.line - b.location.line || a.location.column - b.location.column;
}

/** Zod's result put into our nouns. */
function understand(raw: unknown, file: string, locate: Locate): Outcome<Settings | undefined> {
  const parsed = settingsSchema.safeParse(raw);
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue) => settingsFaults(issue, locate));
    return { value: undefined, diagnostics: faults.toSorted(byLine) };
  }
  const rounds = parsed.data.rounds.map((round, index) => toRound(round, index, locate));
  const diagnostics = roundFaults(rounds, locate);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const value = { issuer: toIssuer(parsed.data, file), rounds, locate: (path: string) => locate(path.split('.')) };
  return { value, diagnostics };
}

/** Understands the text of `tkcds.yaml`. All faults are found at once; with one of severity error there is no value. */
export function parseSettings(text: string, file: string): Outcome<Settings | undefined> {
  const lines = new LineCounter();
  // The failsafe schema reads every value as text: a document's number 05 is not 5, and a day stays as it was typed.
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'failsafe',
    logLevel: 'error',
  });
  const at = (path: string, { line, column }: YamlPlace): Location => ({ kind: 'data', file, path, line, column });
  const faults = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return syntaxFault(error, at('', { line, column: col }));
  });
  if (faults.length > 0) return { value: undefined, diagnostics: faults };
  try {
    const raw: unknown = document.toJS({ maxAliasCount: 0 });
    return understand(raw, file, (path) => at(path.join('.'), placeInYaml(document, lines, path)));
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error; // yaml's answer to an alias
    return { value: undefined, diagnostics: [syntaxFault({ code: 'BAD_ALIAS' }, at('', { line: 1, column: 1 }))] };
  }
}
