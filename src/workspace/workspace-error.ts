import type { Diagnostic } from '../model/diagnostic.ts';

/**
 * The program could not do its work and wrote nothing: no settings, a faulty directive, a locked output. The message is one
 * Vietnamese sentence for the clerk; `findings` are the faults of the files it names. Ends the program with exit code 2.
 */
export class WorkspaceError extends Error {
  readonly findings: readonly Diagnostic[];

  constructor(message: string, findings: readonly Diagnostic[] = []) {
    super(message);
    this.name = 'WorkspaceError';
    this.findings = findings;
  }
}
