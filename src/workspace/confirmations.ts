import type { MeaningKind } from '../model/confirmation.ts';
import type { Location, Outcome } from '../model/diagnostic.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { CONFIRMATIONS_KEYS, confirmationsSchema, type ConfirmationsContent } from './confirmations-schema.ts';
import { handKeptText } from './kept-by-hand.ts';
import { contentFaults, type Locate } from './settings-faults.ts';
import { WorkspaceError } from './workspace-error.ts';
import { readYamlText } from './yaml-text.ts';

/** The name of the file in a workspace that remembers what words of units' files mean (bảng đối chiếu). */
export const CONFIRMATIONS_FILE = 'doi-chieu.yaml';

/** The section of the file for each kind of meaning. */
export const SECTIONS = {
  unit: 'units',
  indicator: 'indicators',
  task: 'tasks',
  heading: 'headings',
} as const satisfies Readonly<Record<MeaningKind, keyof ConfirmationsContent>>;

/** Words of units' files, and what the clerk has said that they mean. */
export interface Confirmation {
  readonly kind: MeaningKind;
  readonly written: string;
  /** The unit's code, the indicator's code, the task's id, or the form's own word. */
  readonly means: string;
  /** Whose indicators and tasks the codes are; undefined for units and words of the form, which are the same in every round. */
  readonly directive: string | undefined;
  /** Undefined when somebody wrote the entry by hand without a day. */
  readonly confirmedOn: PlainDate | undefined;
}

/** A confirmation with its place in the file. */
export interface ConfirmationEntry extends Confirmation {
  readonly location: Location;
}

const KINDS: readonly MeaningKind[] = ['unit', 'indicator', 'task', 'heading'];

function entriesOf(content: ConfirmationsContent, locate: Locate): readonly ConfirmationEntry[] {
  return KINDS.flatMap((kind) =>
    content[SECTIONS[kind]].map((entry, index): ConfirmationEntry => {
      const directive = 'directive' in entry ? entry.directive : undefined;
      const { written, means, confirmedOn } = entry;
      return { kind, written, means, directive, confirmedOn, location: locate([SECTIONS[kind], index]) };
    }),
  );
}

/** Understands the text of `doi-chieu.yaml`. All faults are found at once, and then there is no value. */
export function parseConfirmations(text: string, file: string): Outcome<readonly ConfirmationEntry[] | undefined> {
  const { value, diagnostics } = readYamlText(text, file);
  if (value === undefined) return { value, diagnostics };
  const { content, locate } = value;
  const parsed = confirmationsSchema.safeParse(content);
  if (parsed.success) return { value: entriesOf(parsed.data, locate), diagnostics: [] };
  const kept = { name: 'tệp đối chiếu', keys: CONFIRMATIONS_KEYS };
  return { value: undefined, diagnostics: contentFaults(parsed.error, kept, locate) };
}

/** The confirmed words of the workspace; none when it has no such file. Throws a WorkspaceError with every fault found. */
export function loadConfirmations(folder: string): readonly ConfirmationEntry[] {
  const { value, diagnostics } = parseConfirmations(handKeptText(folder, CONFIRMATIONS_FILE).text, CONFIRMATIONS_FILE);
  if (value === undefined)
    throw new WorkspaceError(`Tệp đối chiếu ${CONFIRMATIONS_FILE} có chỗ chưa đúng`, diagnostics);
  return value;
}
