import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from '@playwright/test';
import { startWebkit as openWebkit } from '../../engines/webkit.ts';
import { findChromium, plainFlags } from '../chromium.ts';
import { findFirefox, quietSettings } from '../firefox.ts';
import { whyNoWebkit } from '../webkit.ts';
import { bundleProgram } from './bundle.ts';
import { type DeterminismEngine, MissingEngine } from './engines.ts';
import { type JobServer, serveJobs } from './job-server.ts';

/** Timeout until the page of a browser requests its first job. */
const startMilliseconds = 120_000;

/** Waits until the page requests its first job. @throws Error after the timeout */
async function firstAsked(server: JobServer, browser: string): Promise<void> {
  const late = new AbortController();
  await Promise.race([
    server.asked,
    sleep(startMilliseconds, undefined, { signal: late.signal }).then(() => {
      throw new Error(`${browser} did not open the page within ${startMilliseconds / 1000} s`);
    }),
  ]);
  late.abort();
}

export async function startChromium(): Promise<DeterminismEngine> {
  const executablePath = findChromium();
  if (!executablePath) throw new MissingEngine('There is no Chromium on this machine.');
  const server = await serveJobs(await bundleProgram('worker.ts'));
  const browser = await chromium.launch({ executablePath, args: plainFlags });
  const close = async () => {
    server.close();
    await browser.close();
  };
  try {
    const page = await browser.newPage();
    page.on('crash', () => server.fail(new Error('the page of Chromium crashed')));
    await page.goto(server.url);
    await firstAsked(server, 'Chromium');
  } catch (error) {
    await close();
    throw error;
  }
  return { name: 'chromium', version: browser.version(), run: server.run, close };
}

/** Starts a headless Firefox with a fresh profile on the page: it needs no driver. */
export async function startFirefoxEngine(): Promise<DeterminismEngine> {
  const executablePath = findFirefox();
  if (!executablePath) {
    throw new MissingEngine('There is no Firefox on this machine (Debian: sudo apt-get install firefox-esr; or set FIREFOX_PATH).');
  }
  const server = await serveJobs(await bundleProgram('worker.ts'));
  const home = mkdtempSync(join(tmpdir(), 'harmonic-firefox-'));
  const settings = Object.entries(quietSettings).map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`);
  writeFileSync(join(home, 'user.js'), settings.join('\n'));
  const child = spawn(executablePath, ['--headless', '--no-remote', '--profile', home, server.url], {
    stdio: 'ignore',
    // Firefox rejects a home folder of another user, and leaves files in its own.
    env: { ...process.env, HOME: home },
  });
  child.on('error', server.fail);
  child.on('exit', () => server.fail(new Error('Firefox ended')));
  const close = async () => {
    server.close();
    if (child.exitCode === null && child.kill()) await once(child, 'exit');
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await firstAsked(server, 'Firefox');
  } catch (error) {
    await close();
    throw error;
  }
  const [version = 'unknown'] = /[\d.]+(?:esr)?$/m.exec(spawnSync(executablePath, ['--version'], { encoding: 'utf8' }).stdout) ?? [];
  return { name: 'firefox', version, run: server.run, close };
}

/** Starts WebKitGTK, whose JavaScriptCore runs the jobs. */
export async function startWebkitEngine(): Promise<DeterminismEngine> {
  const why = whyNoWebkit();
  if (why !== null) throw new MissingEngine(why);
  const server = await serveJobs(await bundleProgram('worker.ts'));
  const browser = await openWebkit().catch((error: unknown) => {
    server.close();
    throw error;
  });
  const close = async () => {
    server.close();
    await browser.close();
  };
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await firstAsked(server, 'WebKit');
  } catch (error) {
    await close();
    throw error;
  }
  return { name: 'webkit', version: browser.version, run: server.run, close };
}
