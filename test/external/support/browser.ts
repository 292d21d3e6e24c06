import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';

/** What the browser answers or tells, as the DevTools protocol words it. */
type Told = Readonly<Record<string, unknown>>;

/** A page in a real browser. */
export interface Page {
  /** Opens the address at that size in CSS pixels and waits until it is loaded. */
  readonly open: (url: string, width: number, height: number) => Promise<void>;
  /** The value of the expression in the page; it must fit into JSON. */
  readonly value: (expression: string) => Promise<unknown>;
  /** Presses keys one after the other, by name: `Tab`, `Enter`, `Space`, `ArrowDown`. */
  readonly press: (...keys: readonly (keyof typeof KEYS)[]) => Promise<void>;
  /** Types the text where the focus is. */
  readonly type: (text: string) => Promise<void>;
  /** Any other command of the protocol. */
  readonly send: (method: string, parameters?: Told) => Promise<Told>;
  /** Errors, warnings and messages on the console since the page was made. */
  readonly complaints: () => readonly string[];
  /** Addresses that were asked for since the page was made, the page itself and `data:` left out. */
  readonly requests: () => readonly string[];
}

/** A running browser. */
export interface Browser {
  readonly newPage: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

const KEYS = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Space: { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  ArrowDown: { key: 'ArrowDown', code: 'ArrowDown', windowsVirtualKeyCode: 40 },
} as const;

/** The protocol over the pipe of the child's descriptors 3 and 4: JSON, each message ended by a zero byte. */
function connect(child: ChildProcess) {
  const [to, from] = [child.stdio[3], child.stdio[4]];
  if (!(to instanceof Writable) || !(from instanceof Readable)) throw new Error('the browser has no pipe');
  let last = 0;
  let rest = '';
  const waiting = new Map<number, { resolve: (told: Told) => void; reject: (error: Error) => void }>();
  const listeners: ((method: string, told: Told, session: unknown) => void)[] = [];
  from.setEncoding('utf8');
  from.on('data', (text: string) => {
    const messages = (rest + text).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, method, params, result, error, sessionId } = JSON.parse(message) as {
        id?: number;
        method?: string;
        params?: Told;
        result?: Told;
        error?: { message: string };
        sessionId?: string;
      }; // the protocol's own shape
      if (method !== undefined) for (const listener of listeners) listener(method, params ?? {}, sessionId);
      const asked = id === undefined ? undefined : waiting.get(id);
      if (error === undefined) asked?.resolve(result ?? {});
      else asked?.reject(new Error(error.message));
    }
  });
  const send = (method: string, params: Told = {}, sessionId?: string): Promise<Told> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, { resolve, reject });
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  return { send, listeners };
}

type Connection = ReturnType<typeof connect>;

function complaintOf(method: string, told: Told): string | undefined {
  const isComplaint = ['Runtime.consoleAPICalled', 'Runtime.exceptionThrown', 'Log.entryAdded'].includes(method);
  return isComplaint ? JSON.stringify(told) : undefined;
}

async function newPage({ send, listeners }: Connection): Promise<Page> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const ask = (method: string, parameters?: Told): Promise<Told> => send(method, parameters, String(sessionId));
  const [complaints, requests]: [string[], string[]] = [[], []];
  let onLoad: () => void = () => undefined;
  listeners.push((method, told, session) => {
    if (session !== sessionId) return;
    const complaint = complaintOf(method, told);
    if (complaint !== undefined) complaints.push(complaint);
    if (method === 'Page.loadEventFired') onLoad();
    if (method === 'Network.requestWillBeSent') {
      const { request, documentURL } = told as { request: { url: string }; documentURL: string }; // the protocol's own shape
      if (request.url !== documentURL && !request.url.startsWith('data:')) requests.push(request.url);
    }
  });
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await ask(`${domain}.enable`);
  return {
    open: async (url, width, height) => {
      await ask('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
      const loaded = new Promise<void>((resolve) => {
        onLoad = resolve;
      });
      await ask('Page.navigate', { url });
      await loaded;
    },
    value: async (expression) => {
      const told = await ask('Runtime.evaluate', { expression, returnByValue: true });
      if ('exceptionDetails' in told) throw new Error(JSON.stringify(told['exceptionDetails']));
      return (told as { result: { value?: unknown } }).result.value; // the protocol's own shape
    },
    press: async (...keys) => {
      for (const key of keys) {
        await ask('Input.dispatchKeyEvent', { type: 'keyDown', ...KEYS[key] });
        await ask('Input.dispatchKeyEvent', { type: 'keyUp', ...KEYS[key] });
      }
    },
    type: async (text) => {
      await ask('Input.insertText', { text });
    },
    send: ask,
    complaints: () => complaints,
    requests: () => requests,
  };
}

/** Starts Debian's Chromium without a window, with a profile of its own that is gone afterwards. */
export async function startBrowser(): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'tkcds-chromium-'));
  const options = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe'];
  const child = spawn('chromium', [...options, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', () =>
      reject(new Error('“chromium” is not installed; the external tests need it: apt-get install chromium')),
    );
  });
  const connection = connect(child);
  return {
    newPage: () => newPage(connection),
    close: async () => {
      await connection.send('Browser.close');
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
