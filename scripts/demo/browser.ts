// Chromium without a window: takes pictures of pages. It speaks the DevTools protocol over two pipes.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Readable, Writable } from 'node:stream';

/** The names of Chromium on Debian, Fedora, Arch and Alpine. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser'];

/** The colours that a page is shown in. */
export type Theme = 'light' | 'dark';

/** A picture, and the elements that are wider than their place in it. */
export interface Picture {
  readonly png: Buffer;
  readonly overflows: readonly string[];
}

/** A running browser. */
export interface Browser {
  /** Takes a picture of a page of this width, as high as the page is. */
  readonly shoot: (html: string, width: number, theme: Theme) => Promise<Picture>;
  readonly close: () => Promise<void>;
}

type Send = (method: string, params?: object, sessionId?: string) => Promise<Result>;

/** The members that we use of the results of all methods. */
interface Result {
  readonly targetId: string;
  readonly sessionId: string;
  readonly frameTree: { readonly frame: { readonly id: string } };
  readonly result: { readonly value: { readonly height: number; readonly overflows: readonly string[] } };
  readonly data: string;
}

interface Message {
  readonly id?: number;
  readonly result: Result;
  readonly error?: { readonly message: string };
}

/** GitHub lets a wide table or code block scroll inside the page, so that the page itself is never too wide. */
const MEASURE = `document.fonts.ready.then(() => ({
  height: Math.ceil(document.body.getBoundingClientRect().height),
  overflows: [...document.querySelectorAll('*')]
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
    .map(({ tagName, scrollWidth, clientWidth }) => \`<\${tagName.toLowerCase()}> needs \${scrollWidth} px and has \${clientWidth} px\`),
}))`;

/** Two device pixels for each pixel of the page: most screens show text with so many. */
const SCALE = 2;

/** Returns the path of Chromium, or undefined if it is not on PATH. */
export function findChromium(path = process.env['PATH'] ?? ''): string | undefined {
  const paths = NAMES.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)));
  return paths.find((each) => existsSync(each));
}

/** Starts Chromium with an empty profile in this folder. */
export async function openBrowser(executable: string, profile: string): Promise<Browser> {
  // The sandbox of Chromium does not start as root; the pages are our own and load nothing.
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const look = ['--hide-scrollbars', '--force-color-profile=srgb', '--font-render-hinting=none'];
  const args = [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
    '--disable-gpu',
    ...look,
    ...root,
  ];
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const send = connect(child);
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  return {
    shoot: (html, width, theme) => shoot((method, params) => send(method, params, sessionId), html, { width, theme }),
    async close() {
      // Chromium may end before it answers.
      await send('Browser.close').catch(() => undefined);
      await exited;
    },
  };
}

/** Returns the function that sends a command; each message ends with a NUL. */
function connect(child: ChildProcess): Send {
  const [, , , input, output] = child.stdio;
  if (!(input instanceof Writable && output instanceof Readable)) throw new Error('Chromium has no pipes');
  const pending = new Map<number, (message: Message | Error) => void>();
  let rest = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    const messages = `${rest}${text}`.split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages.map((each): Message => JSON.parse(each))) {
      pending.get(message.id ?? 0)?.(message);
      pending.delete(message.id ?? 0);
    }
  });
  const fail = () => {
    for (const settle of pending.values()) settle(new Error('Chromium ended too early'));
  };
  child.once('close', fail).once('error', fail);
  input.once('error', fail);
  let last = 0;
  return (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      last += 1;
      pending.set(last, (message) => {
        if (message instanceof Error) reject(message);
        else if (message.error !== undefined) reject(new Error(`${method}: ${message.error.message}`));
        else resolve(message.result);
      });
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

async function shoot(
  send: (method: string, params?: object) => Promise<Result>,
  html: string,
  { width, theme }: { width: number; theme: Theme },
): Promise<Picture> {
  await send('Emulation.setDeviceMetricsOverride', { width, height: 100, deviceScaleFactor: SCALE, mobile: false });
  await send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: theme }] });
  const { frameTree } = await send('Page.getFrameTree');
  await send('Page.setDocumentContent', { frameId: frameTree.frame.id, html });
  const measured = await send('Runtime.evaluate', { expression: MEASURE, awaitPromise: true, returnByValue: true });
  const { height, overflows } = measured.result.value;
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const { data } = await send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip });
  return { png: Buffer.from(data, 'base64'), overflows };
}
