/** What words in a unit's file can be confirmed to mean: a unit, a number, a task, or a word of the form. */
export type MeaningKind = 'unit' | 'indicator' | 'task' | 'heading';

/** One thing that words can mean in a round. */
export interface Meaning {
  readonly kind: MeaningKind;
  /** The unit's code, the indicator's code, the task's id, or the form's own word; '' for a unit that was merged into another. */
  readonly code: string;
  /** The unit's name, the title, or once more the form's own word. */
  readonly name: string;
}

/** Whether both are the same thing. */
export function isSameMeaning(a: Meaning, b: Meaning): boolean {
  return a.kind === b.kind && a.code === b.code && (a.code !== '' || a.name === b.name);
}
