import * as z from 'zod';
import { parsePlainDate, type PlainDate } from '../../model/plain-date.ts';
import { parseChain, type ChainText } from './chain.ts';

const day = z.string().transform((text, context): PlainDate => {
  const read = parsePlainDate(text);
  if (read !== undefined) return read;
  context.addIssue({ code: 'custom', message: 'no calendar day' });
  return z.NEVER;
});

const common = {
  /** Counts the runs of the program that wrote into the ledger, from 1; files received together have the same. */
  entry: z.int().min(1),
  /** The moment of writing in Việt Nam, `2025-11-09T08:31:00+07:00`; for people only, nothing is decided by it. */
  enteredAt: z.string(),
  /** '' when nobody could tell whose file it is. */
  unit: z.string(),
  /** SHA-256 of the line before, as its text; '' on the first line. */
  previous: z.string(),
};

const received = z.object({
  kind: z.literal('received'),
  ...common,
  receivedOn: day,
  /** How it came (Zalo, thư điện tử, bản giấy …), as the clerk says; '' when not said. */
  via: z.string(),
  /** Its name below the inbox of the round. */
  file: z.string(),
  sha256: z.string(),
  /** What became of it for the unit at the moment it was received. */
  outcome: z.enum(['usable', 'unusable']),
});

const lateness = {
  ...common,
  decidedOn: day,
  reason: z.string(),
};

const line = z.discriminatedUnion('kind', [
  received,
  z.object({ kind: z.literal('late-accepted'), ...lateness }),
  z.object({ kind: z.literal('late-refused'), ...lateness }),
]);

/** One line of the receipt ledger (sổ tiếp nhận). */
export type LedgerLine = z.output<typeof line>;

/** That a file came for a unit. */
export type ReceivedLine = Extract<LedgerLine, { readonly kind: 'received' }>;

/** A line before it has its place in the ledger. */
export type NewLine = LedgerLine extends infer L ? (L extends LedgerLine ? Omit<L, 'previous'> : never) : never;

/** The ledger as it was read. */
export type LedgerText = ChainText<LedgerLine>;

/** Understands the text of a ledger; '' is one without lines. */
export function parseLedger(text: string): LedgerText {
  return parseChain(text, (content) => line.safeParse(content).data);
}
