import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { freePort } from '../support/free-port.ts';
import { findWebkit, type Webkit, webkitVariables, whyNoWebkit } from '../support/webkit.ts';
import type { EngineBrowser, EnginePage } from './driver.ts';
import { endWith } from './end-with.ts';
import { beginSession, type WebdriverSession } from './webdriver.ts';
import { createWebkitPage } from './webkit-page.ts';

/** Size of the window with a page of 1280 × 800 CSS pixels: its toolbar is 38 high. */
const windowSize = { width: 1280, height: 838 };

/** Starts a virtual display. Returns its name as in DISPLAY. @throws Error if it does not start */
async function startDisplay({ display }: Webkit): Promise<{ name: string; end: () => Promise<void> }> {
  const child = spawn(display, ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const end = endWith(child);
  const number = await Promise.race([
    once(child.stdio[3] as Readable, 'data').then(([data]) => String(data).trim()),
    once(child, 'exit').then(([code]) => {
      throw new Error(`Xvfb ended with ${code}`);
    }),
  ]);
  return { name: `:${number}`, end };
}

interface Options {
  /** Lets pages share memory with their workers. WebKitGTK allows that only with a variable, in isolated pages too. */
  readonly sharesMemory?: boolean;
}

/** Starts WebKitGTK's MiniBrowser on a virtual display, each page driven by its own WebDriver. @throws Error if there is none */
export async function startWebkit({ sharesMemory = false }: Options = {}): Promise<EngineBrowser> {
  const webkit = findWebkit();
  if (!webkit) throw new Error(whyNoWebkit()!);
  const display = await startDisplay(webkit);
  const ends = new Set<() => Promise<void>>();

  /** Starts a browser for a new user, which stores nothing. */
  const open = async (): Promise<{ session: WebdriverSession; page: EnginePage }> => {
    const port = await freePort();
    const sharing = { JSC_useSharedArrayBuffer: sharesMemory ? '1' : '0' };
    const child = spawn(webkit.driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, ...webkitVariables, ...sharing, DISPLAY: display.name },
    });
    const endDriver = endWith(child);
    let session: WebdriverSession | null = null;
    const end = async () => {
      ends.delete(end);
      await session?.send('DELETE', '').catch(() => undefined);
      await endDriver();
    };
    ends.add(end);
    session = await beginSession(`http://127.0.0.1:${port}`, {
      // The command returns at once, and the driver records the errors of the page while it loads.
      pageLoadStrategy: 'none',
      timeouts: { script: 120_000 },
      'webkitgtk:browserOptions': { binary: webkit.browser, args: ['--automation'] },
    });
    await session.send('POST', '/window/rect', { x: 0, y: 0, ...windowSize });
    return { session, page: createWebkitPage(session, end) };
  };

  const close = async () => {
    await Promise.all([...ends].map((end) => end()));
    await display.end();
  };
  try {
    // The first page reports the version, and is the first that `newPage` returns.
    const first = await open();
    const unused = [first.page];
    return {
      name: 'webkit',
      version: first.session.version,
      newPage: async () => unused.pop() ?? (await open()).page,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
