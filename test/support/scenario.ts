import type { Diagnostic, Outcome } from '../../src/model/diagnostic.ts';
import type { Due } from '../../src/model/period.ts';
import type { Round } from '../../src/model/round.ts';
import { checkFiles, type CheckedRound, type InboxFile } from '../../src/pipeline.ts';
import { addTable, bytesOf, overlay, ownBook, replaceCell } from './form-filler.ts';
import { isPackageExtra, withExtra } from './package-extras.ts';
import { LAYOUT_DIRECTIONS } from './layout-directions.ts';
import { isAboutRollup, playRollup } from './rollup-scenario.ts';
import type { Scenario, Step } from './rule-page.ts';
import { day, directiveOf, shippedText } from './small-commune.ts';
import {
  bytesIn,
  change,
  confirmedRound,
  emptyStage,
  formOf,
  inboxFile,
  openRegister,
  readOnce,
  REGISTER_FILE,
  registerOf,
  roundOf,
  saveAll,
  sendCleanForms,
  type Stage,
} from './stage.ts';
import { isAboutWord, playWord } from './word-directions.ts';
import { CONFIRMATIONS, needsWorkspace, playInWorkspace } from './workspace-scenario.ts';

type Play = (stage: Stage, match: RegExpExecArray, step: Step) => void | Promise<void>;

/** `12/11/2025` as the model writes it. */
function isoOf(date: string): string {
  return date.split('/').reverse().join('-');
}

function dueOf(words: string, date: string): Due {
  return { kind: words === 'trước' ? 'before' : 'on', date: day(isoOf(date)) };
}

/** The stage directions, in the order in which they are tried. `docs/rules/README.md` explains them. */
const DIRECTIONS: readonly (readonly [RegExp, Play])[] = [
  ...LAYOUT_DIRECTIONS,
  [CONFIRMATIONS, (stage, _match, { code = '' }) => void (stage.confirmations = `${code}\n`)],
  [/^Các kỳ trước$/u, (stage, _match, { table }) => void (stage.pastRows = (table ?? []).slice(1))],
  [/^Ngày chốt số liệu: (\S+)$/u, (stage, [, date = '']) => void (stage.asOf = isoOf(date))],
  [
    /^Văn bản giao nhiệm vụ: đổi “(.+)” thành “(.*)”$/su,
    (stage, [, from = '', to = '']) => {
      const at = stage.directiveText.indexOf(from);
      if (at === -1) throw new Error(`the directive does not say “${from}”`);
      stage.directiveText = stage.directiveText.replace(from, () => to);
    },
  ],
  [
    /^Văn bản giao nhiệm vụ: thêm vào cuối$/u,
    (stage, _match, { code = '' }) => void (stage.directiveText = `${stage.directiveText.trimEnd()}\n${code}\n`),
  ],
  [
    /^Kỳ báo cáo: (\S+) theo (\S+), từ (\S+) đến (\S+), hạn nộp (trước|chậm nhất) (\S+)$/u,
    async (stage, [, id = '', directive = '', from = '', to = '', words = '', due = '']) => {
      stage.directiveFile = `${directive}.yaml`;
      stage.directiveText = shippedText(`directives/${stage.directiveFile}`);
      stage.period = { id, from: day(isoOf(from)), to: day(isoOf(to)), due: dueOf(words, due) };
      stage.files.clear();
      await sendCleanForms(stage, await roundOf(stage));
    },
  ],
  [/^Văn bản giao nhiệm vụ là$/u, (stage, _match, { code = '' }) => void (stage.directiveText = code)],
  [
    /^Không đơn vị nào nộp$/u,
    (stage) => {
      stage.files.clear();
    },
  ],
  [/^(\S+): không nộp$/u, (stage, [, file = '']) => void stage.files.delete(file)],
  [
    /^(.+): đổi tên tệp thành (.+)$/u,
    (stage, [, file = '', name = '']) => {
      const bytes = bytesIn(stage, file);
      stage.files.delete(file);
      stage.files.set(name, bytes);
    },
  ],
  [
    /^(.+): biểu mẫu sạch$/u,
    async (stage, [, files = '']) => {
      const round = await roundOf(stage);
      for (const file of files.split(/, | và /u))
        stage.files.set(file, await formOf(round, file.replace(/\.xlsx$/u, '')));
    },
  ],
  [
    /^(.+): bảng tính tự lập$/u,
    async (stage, [, file = ''], { table }) => void stage.files.set(file, await bytesOf(ownBook(table ?? []))),
  ],
  [
    /^(.+): thêm trang “(.+)” là bảng$/u,
    (stage, [, file = '', name = ''], { table }) =>
      change(stage, file, (book) => {
        addTable(book, name, table ?? []);
      }),
  ],
  [/^(.+): bản sao của (.+)$/u, (stage, [, file = '', of = '']) => void stage.files.set(file, bytesIn(stage, of))],
  [
    /^(.+): nội dung tệp$/u,
    (stage, [, file = ''], { code = '' }) => void stage.files.set(file, new TextEncoder().encode(code)),
  ],
  [
    /^(.+): kèm (.+)$/u,
    (stage, [, file = '', extra = '']) => {
      if (!isPackageExtra(extra)) throw new Error(`no file carries “${extra}”`);
      stage.files.set(file, withExtra(bytesIn(stage, file), extra));
    },
  ],
  [
    /^(.+): cắt còn (\d+) byte$/u,
    (stage, [, file = '', size = '0']) => void stage.files.set(file, bytesIn(stage, file).slice(0, Number(size))),
  ],
  [
    /^(.+): đổi tên trang “(.+)” thành “(.+)”$/u,
    (stage, [, file = '', from = '', to = '']) =>
      change(stage, file, (book) => {
        const sheet = book.getWorksheet(from);
        if (sheet === undefined) throw new Error(`no sheet “${from}”`);
        sheet.name = to;
      }),
  ],
  [
    /^(.+): xóa trang “(.+)”$/u,
    (stage, [, file = '', name = '']) =>
      change(stage, file, (book) => {
        book.removeWorksheet(name);
      }),
  ],
  [
    /^(.+) · (.+): đổi ô “(.+)” thành “(.*)”$/u,
    (stage, [, file = '', sheet = '', from = '', to = '']) =>
      change(stage, file, (book) => {
        replaceCell(book, sheet, from, to);
      }),
  ],
  [
    /^(.+) · (.+)$/u,
    (stage, [, file = '', sheet = ''], { table }) => {
      const [header = [], ...rows] = table ?? [];
      return change(stage, file, (book) => {
        overlay(book, { sheet, header, rows });
      });
    },
  ],
];

async function play(stage: Stage, step: Step): Promise<void> {
  for (const [pattern, act] of DIRECTIONS) {
    const match = pattern.exec(step.direction);
    if (match !== null) return act(stage, match, step);
  }
  throw new Error(`no stage direction is worded “${step.direction}”`);
}

/** A scenario after its last step. */
export interface PlayedRound {
  readonly round: Round;
  readonly files: readonly InboxFile[];
  /** What `tkcds report` goes on with: the findings begin with those in the directive and the register. */
  readonly checked: CheckedRound;
}

/**
 * Plays stage directions: the small commune's round in which every unit sent a clean form, changed as they say, then checked
 * as `tkcds report` would. Gives every finding; a directive or register that cannot be used leaves no round.
 */
export async function playRound(steps: readonly Step[]): Promise<Outcome<PlayedRound | undefined>> {
  const stage = emptyStage();
  await sendCleanForms(stage, await roundOf(stage));
  if (steps.some(({ direction }) => direction.startsWith(REGISTER_FILE))) await openRegister(stage);
  for (const step of steps) {
    if (!step.direction.includes(' · ')) await saveAll(stage);
    await play(stage, step);
  }
  await saveAll(stage);

  const directive = directiveOf(stage.directiveText, stage.directiveFile);
  if (directive.value === undefined) return { value: undefined, diagnostics: directive.diagnostics };
  const unconfirmed = await roundOf(stage);
  const register = await registerOf(stage, unconfirmed);
  const { value: round, diagnostics: confirmed } = confirmedRound(stage, unconfirmed);
  const ours = [...directive.diagnostics, ...register.diagnostics, ...confirmed];
  // Without any unit there is nothing to judge: `tkcds report` says no more than what is wrong with the register.
  if (register.value.units.length === 0 || round === undefined) return { value: undefined, diagnostics: ours };
  const files = [...stage.files].map(([file, bytes]) => inboxFile(file, bytes));
  const checked = checkFiles(files.map(readOnce), round, 'round');
  const diagnostics = [...ours, ...checked.diagnostics];
  return { value: { round, files, checked: { ...checked, diagnostics } }, diagnostics };
}

/** Every finding of a scenario of a rule page. */
export async function playScenario({ steps }: Pick<Scenario, 'steps'>): Promise<readonly Diagnostic[]> {
  if (isAboutRollup(steps)) return playRollup(steps);
  if (isAboutWord(steps)) return playWord(steps);
  return needsWorkspace(steps) ? playInWorkspace(steps) : (await playRound(steps)).diagnostics;
}
