import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { loadCommuneList } from '../../src/workspace/commune-list.ts';
import { WorkspaceError } from '../../src/workspace/workspace-error.ts';
import { writeRollup } from '../../src/workspace/write-rollup.ts';
import { readHere } from '../workspace/support/read-here.ts';
import { tempFolder } from '../workspace/support/temp-folder.ts';
import { aVillage, communeJson, sealed } from './commune-reports.ts';
import type { Step } from './rule-page.ts';

/** The folder of the communes' files, and the list of those that should report. */
const FOLDER = 'cac-xa';
const LIST = 'danh-sach-xa.csv';

/** The invented province: its communes by the file that each has sent. */
const COMMUNES: Readonly<Record<string, string>> = {
  'suoi-may.json': 'UBND xã Suối Mây',
  'dong-trang.json': 'UBND xã Đồng Trăng',
  'binh-nguyen.json': 'UBND phường Bình Nguyên',
};

interface Province {
  readonly root: string;
  hasList: boolean;
}

type Play = (province: Province, match: RegExpExecArray, step: Step) => void;

function pathOf({ root }: Province, file: string): string {
  return join(root, FOLDER, file);
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the file does not say “${from}”`);
  return text.replace(from, () => to);
}

/** The file as it would have been written with other content; the change is worded for the JSON without blanks. */
function rewritten(text: string, from: string, to: string): string {
  const content = JSON.parse(text) as Record<string, unknown>; // our own builder made it
  delete content['fingerprint'];
  return sealed(JSON.parse(replaced(JSON.stringify(content), from, to)) as object);
}

/** The stage directions about communes' files. `docs/rules/README.md` explains them. */
const DIRECTIONS: readonly (readonly [RegExp, Play])[] = [
  [/^Tổng hợp tỉnh$/u, () => undefined],
  [/^Tổng hợp tỉnh không có danh sách xã$/u, (province) => void (province.hasList = false)],
  [
    /^danh-sach-xa\.csv là$/u,
    ({ root }, _match, { code = '' }) => {
      writeFileSync(join(root, LIST), `${code}\n`);
    },
  ],
  [
    /^(\S+\.json): không gửi$/u,
    (province, [, file = '']) => {
      rmSync(pathOf(province, file));
    },
  ],
  [
    /^(\S+\.json): sửa tay “(.+)” thành “(.*)”$/su,
    (province, [, file = '', from = '', to = '']) => {
      const path = pathOf(province, file);
      writeFileSync(path, replaced(readFileSync(path, 'utf8'), from, to));
    },
  ],
  [
    /^(\S+\.json): được ghi với “(.*)” thay cho “(.+)”$/su,
    (province, [, file = '', to = '', from = '']) => {
      const path = pathOf(province, file);
      writeFileSync(path, rewritten(readFileSync(path, 'utf8'), from, to));
    },
  ],
  [
    /^(\S+\.json): bản sao của (\S+\.json)$/u,
    (province, [, copy = '', file = '']) => {
      writeFileSync(pathOf(province, copy), readFileSync(pathOf(province, file)));
    },
  ],
  [
    /^(\S+\.json): nội dung tệp$/u,
    (province, [, file = ''], { code = '' }) => {
      writeFileSync(pathOf(province, file), `${code}\n`);
    },
  ],
  [
    /^Bên cạnh có (\S+\.docx) đã được sửa$/u,
    (province, [, file = '']) => {
      writeFileSync(pathOf(province, file), 'edited by hand');
    },
  ],
];

function matching(direction: string): { readonly play: Play; readonly match: RegExpExecArray } | undefined {
  for (const [pattern, play] of DIRECTIONS) {
    const match = pattern.exec(direction);
    if (match !== null) return { play, match };
  }
  return undefined;
}

/** Whether the scenario is about the figures of communes. */
export function isAboutRollup(steps: readonly Step[]): boolean {
  return steps.some(({ direction }) => matching(direction) !== undefined);
}

/** Plays a scenario in the invented province of three communes and gives every finding of `tkcds rollup`, also when it refuses. */
export async function playRollup(steps: readonly Step[]): Promise<readonly Diagnostic[]> {
  const files = Object.entries(COMMUNES).map(([file, name]): readonly [string, string] => [
    `${FOLDER}/${file}`,
    communeJson({ name, villages: [aVillage(1000, 600), aVillage(500, 300)] }),
  ]);
  const list = 'Mã,Tên\nQN01,xã Suối Mây\nQN02,xã Đồng Trăng\nQN03,phường Bình Nguyên\n';
  const sent: Readonly<Record<string, string>> = Object.fromEntries(files);
  const province: Province = { root: tempFolder({ ...sent, [LIST]: list }), hasList: true };
  for (const step of steps) {
    const found = matching(step.direction);
    if (found === undefined) throw new Error(`“${step.direction}” cannot be played on communes' files`);
    found.play(province, found.match, step);
  }
  const { root: cwd, hasList } = province;
  try {
    const communes = hasList ? await loadCommuneList(LIST, cwd, readHere) : undefined;
    const order = { typed: FOLDER, cwd, list: communes, period: undefined, out: join(cwd, 'ket-qua') };
    return (await writeRollup(order)).diagnostics;
  } catch (error) {
    if (error instanceof WorkspaceError) return error.findings;
    throw error;
  }
}
