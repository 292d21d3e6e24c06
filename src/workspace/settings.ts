import { diagnosticOf, type Diagnostic, type Location, type Outcome } from '../model/diagnostic.ts';
import type { Issuer } from '../model/issuer.ts';
import type { ReportingPeriod } from '../model/period.ts';
import { formatDate } from '../vi/date.ts';
import { quoteValue } from '../vi/text.ts';
import { SETTINGS_ROUND_DUPLICATE, SETTINGS_VALUE_INVALID } from './problems.ts';
import { contentFaults, type Locate } from './settings-faults.ts';
import { SETTINGS_KEYS, settingsSchema, type AppendixOrientation, type SettingsContent } from './settings-schema.ts';
import { readYamlText } from './yaml-text.ts';

/** What the commune's settings file says (cấu hình). */
export interface Settings {
  readonly issuer: Issuer;
  /** How the report's appendices lie (ADR 0016). */
  readonly appendixOrientation: AppendixOrientation;
  /** The commune's own Word file that the report is written into, below the workspace; '' for none. */
  readonly wordTemplate: string;
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

function toIssuer({ issuer, report, documents }: SettingsContent, file: string): Issuer {
  const { signer, ...rest } = issuer;
  return {
    file,
    ...rest,
    medium: report.medium,
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

/** Zod's result put into our nouns. */
function understand(raw: unknown, file: string, locate: Locate): Outcome<Settings | undefined> {
  const parsed = settingsSchema.safeParse(raw);
  if (!parsed.success) {
    const kept = { name: 'tệp cấu hình', keys: SETTINGS_KEYS };
    return { value: undefined, diagnostics: contentFaults(parsed.error, kept, locate) };
  }
  const rounds = parsed.data.rounds.map((round, index) => toRound(round, index, locate));
  const diagnostics = roundFaults(rounds, locate);
  if (diagnostics.length > 0) return { value: undefined, diagnostics };
  const { appendixOrientation, wordTemplate } = parsed.data.report;
  const issuer = toIssuer(parsed.data, file);
  return {
    value: { issuer, appendixOrientation, wordTemplate, rounds, locate: (path) => locate(path.split('.')) },
    diagnostics,
  };
}

/** Understands the text of `tkcds.yaml`. All faults are found at once; with one of severity error there is no value. */
export function parseSettings(text: string, file: string): Outcome<Settings | undefined> {
  const { value, diagnostics } = readYamlText(text, file);
  return value === undefined ? { value, diagnostics } : understand(value.content, file, value.locate);
}
