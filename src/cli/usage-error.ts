/** The command line is not understood. The message is one Vietnamese sentence; ends the program with exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
