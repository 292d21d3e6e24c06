import type { Diagnostic } from '../model/diagnostic.ts';

/** What else is known of a refusal. */
export interface RefusalTraits {
  /** The same command may succeed later although nobody changes anything in the workspace: a lock, a full or absent drive, an open file. */
  readonly isTemporary: boolean;
}

/**
 * The program could not do its work and wrote nothing: no settings, a faulty directive, a locked output. The message is one
 * Vietnamese sentence for the clerk; `findings` are the faults of the files it names. Ends the program with exit code 2.
 */
export class WorkspaceError extends Error {
  readonly findings: readonly Diagnostic[];
  readonly isTemporary: boolean;

  constructor(message: string, findings: readonly Diagnostic[] = [], traits: RefusalTraits = { isTemporary: false }) {
    super(message);
    this.name = 'WorkspaceError';
    this.findings = findings;
    this.isTemporary = traits.isTemporary;
  }
}
