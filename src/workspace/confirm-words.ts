import { isSameMeaning, type Meaning } from '../model/confirmation.ts';
import { confirmableWords, unfitFor, wordSenses, type WordSenses } from '../pipeline.ts';
import { didYouMean } from '../vi/suggest.ts';
import { joinWords, matchKey, normalizeText, quoteValue } from '../vi/text.ts';
import { writeTogether } from './atomic-write.ts';
import { FIT_WORDS } from './confirmations-schema.ts';
import { withEntry } from './confirmations-write.ts';
import { CONFIRMATIONS_FILE, loadConfirmations, type ConfirmationEntry } from './confirmations.ts';
import { meaningOfEntry, meaningWords } from './confirmed-meaning.ts';
import { handKeptOutput, handKeptText } from './kept-by-hand.ts';
import type { OpenRound } from './open-round.ts';
import { withOutputLock } from './output-lock.ts';
import { WorkspaceError } from './workspace-error.ts';

/** Words that were confirmed. */
export interface ConfirmedWords {
  readonly words: string;
  readonly meaning: Meaning;
  /** `added`: written into the file; `known`: stood there already; `understood`: needs no confirmation. */
  readonly state: 'added' | 'known' | 'understood';
}

/** The one thing that the text names in the round. Throws a WorkspaceError that says what it could be. */
function meaningNamed(text: string, senses: WordSenses): Meaning {
  const found = senses.named(text);
  const [meaning, ...more] = found;
  if (meaning !== undefined && meaning.code !== '' && more.length === 0) return meaning;
  if (meaning === undefined) {
    const candidates = senses.all.flatMap(({ code, name }) => [code, name]);
    throw new WorkspaceError(
      `Không có đơn vị, chỉ tiêu, nhiệm vụ hay mục nào của biểu mẫu là ${quoteValue(text)}${didYouMean(text, candidates)}; ghi mã đơn vị, mã chỉ tiêu, mã nhiệm vụ, hoặc đúng chữ của biểu mẫu`,
    );
  }
  const words = joinWords(found.map(meaningWords));
  throw new WorkspaceError(
    more.length === 0
      ? `${quoteValue(text)} là ${words}, không nhận báo cáo riêng nữa; ghi mã của đơn vị hiện nay`
      : `${quoteValue(text)} có thể là ${words}; ghi mã, hoặc đúng chữ của biểu mẫu, để chỉ rõ một`,
  );
}

/** The line that confirms these words already, if it has its place in this round. */
function entryWith(words: string, { round, confirmations }: OpenRound): ConfirmationEntry | undefined {
  return confirmations.find((entry) => {
    const isHere = entry.directive === undefined || entry.directive === round.directive.id;
    return isHere && matchKey(entry.written) === matchKey(words);
  });
}

function lineOf({ location }: ConfirmationEntry): string {
  return location.kind === 'data' ? `dòng ${location.line} của ${CONFIRMATIONS_FILE}` : CONFIRMATIONS_FILE;
}

/** Throws a WorkspaceError when the words are none, or mean something else than that. */
function refuseUnfit(words: string, meaning: Meaning, senses: WordSenses): void {
  const unfit = unfitFor(words, meaning.kind);
  if (unfit !== undefined) {
    throw new WorkspaceError(`Không xác nhận được ${quoteValue(words)}: phải là ${FIT_WORDS[unfit]}`);
  }
  const others = senses.others(words, meaning);
  if (others.length > 0) {
    throw new WorkspaceError(
      `Không xác nhận được ${quoteValue(words)} là ${meaningWords(meaning)}, vì chữ này đã là ${joinWords(others.map(meaningWords))}; nếu tệp của đơn vị ghi nhầm thì đề nghị đơn vị sửa tệp`,
    );
  }
}

/** Throws a WorkspaceError when the line says that the words mean something else; otherwise they are settled already. */
function settledBefore(entry: ConfirmationEntry, words: string, meaning: Meaning, opened: OpenRound): ConfirmedWords {
  const before = meaningOfEntry(entry, opened.round, []);
  if (typeof before !== 'string' && isSameMeaning(before, meaning)) return { words, meaning, state: 'known' };
  const was = typeof before === 'string' ? quoteValue(entry.means) : meaningWords(before);
  throw new WorkspaceError(
    `Chữ ${quoteValue(words)} đã được xác nhận là ${was} (${lineOf(entry)}), không phải ${meaningWords(meaning)}; nếu lần trước nhầm thì mở ${CONFIRMATIONS_FILE} bằng Notepad, xóa dòng đó rồi chạy lại`,
  );
}

/**
 * Remembers in `doi-chieu.yaml` what words of units' files mean: `written` as they stand in a file, `means` a code, a name or a
 * word of the form. Throws a WorkspaceError, and writes nothing, when the meaning is not there or not clear, or when the words are
 * fit for no meaning or have another one.
 */
export function confirmWords(opened: OpenRound, written: string, means: string): Promise<ConfirmedWords> {
  const { workspace, round } = opened;
  return withOutputLock(workspace.folder, () => {
    const senses = wordSenses(round);
    const meaning = meaningNamed(normalizeText(means), senses);
    const words = confirmableWords(written, meaning.kind);
    const entry = entryWith(words, { ...opened, confirmations: loadConfirmations(workspace.folder) });
    if (entry !== undefined) return Promise.resolve(settledBefore(entry, words, meaning, opened));
    refuseUnfit(words, meaning, senses);
    if (senses.isKnown(words, meaning)) return Promise.resolve({ words, meaning, state: 'understood' });
    const isOfDirective = meaning.kind === 'indicator' || meaning.kind === 'task';
    const kept = handKeptText(workspace.folder, CONFIRMATIONS_FILE);
    const directive = isOfDirective ? round.directive.id : undefined;
    const confirmation = {
      kind: meaning.kind,
      written: words,
      means: meaning.code,
      directive,
      confirmedOn: round.asOf,
    };
    const result = withEntry(kept.text, confirmation, meaning.kind === 'heading' ? '' : meaning.name);
    writeTogether([handKeptOutput(workspace.folder, CONFIRMATIONS_FILE, result, kept)]);
    return Promise.resolve({ words, meaning, state: 'added' });
  });
}
