import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFirefox, quietSettings } from '../support/firefox.ts';
import { type Bidi, connectBidi } from './bidi.ts';
import type { EngineBrowser } from './driver.ts';
import { endWith } from './end-with.ts';
import { createFirefoxPage } from './firefox-page.ts';
import { startSoundDevice, whyNoSoundDevice } from './sound-device.ts';

const startMilliseconds = 60_000;
const viewport = { width: 1280, height: 800 };

/** Returns why Firefox cannot be tested on this machine, as a sentence; null if it can. */
export function whyNoFirefox(): string | null {
  if (!findFirefox()) return 'There is no Firefox on this machine (Debian: sudo apt-get install firefox-esr; or set FIREFOX_PATH).';
  return whyNoSoundDevice();
}

/** Line that Firefox writes when it is ready to be driven. */
const announcement = /WebDriver BiDi listening on (ws:\/\/\S+)/;

/** Waits for the address of a new browser. @throws Error if it ends, or reports none in time */
async function addressOf(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  const lines = createInterface({ input: child.stderr! });
  const late = new AbortController();
  try {
    return await Promise.race([
      new Promise<string>((resolve, reject) => {
        lines.on('line', (line) => {
          said.push(line);
          const [, address] = announcement.exec(line) ?? [];
          if (address) resolve(address);
        });
        child.on('error', reject);
        child.on('exit', (code) => reject(new Error(`Firefox ended with ${code}:\n${said.join('\n')}`)));
      }),
      sleep(startMilliseconds, undefined, { signal: late.signal }).then(() => {
        throw new Error(`Firefox does not start:\n${said.join('\n')}`);
      }),
    ]);
  } finally {
    late.abort();
  }
}

/** Starts a headless Firefox with a fresh profile and a null sound device, driven by WebDriver BiDi. @throws Error if there is none */
export async function startFirefox(): Promise<EngineBrowser> {
  const why = whyNoFirefox();
  if (why !== null) throw new Error(why);
  const sound = await startSoundDevice();
  const home = await mkdtemp(join(tmpdir(), 'harmonic-firefox-'));
  const profile = join(home, 'profile');
  const downloads = join(home, 'downloads');
  await mkdir(profile);
  await mkdir(downloads);
  const saving = { 'browser.download.folderList': 2, 'browser.download.dir': downloads };
  const settings = Object.entries({ ...quietSettings, ...saving }).map(
    ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(profile, 'user.js'), settings.join('\n'));
  const child = spawn(findFirefox()!, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    // Firefox rejects a home folder of another user, and leaves files in its own.
    env: { ...process.env, ...sound.variables, HOME: home },
  });
  const end = endWith(child);
  let bidi: Bidi | null = null;
  const close = async () => {
    await bidi?.send('browser.close', {}).catch(() => undefined);
    bidi?.close();
    await end();
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    await sound.close();
  };
  try {
    bidi = await connectBidi(await addressOf(child));
    const driver = bidi;
    await driver.send('session.subscribe', { events: ['log.entryAdded'] });
    return {
      name: 'firefox',
      version: driver.version,
      downloads,
      async newPage() {
        const { userContext } = await driver.send('browser.createUserContext', {});
        // A window of its own: a covered page is not drawn.
        const { context } = await driver.send('browsingContext.create', { type: 'window', userContext });
        await driver.send('browsingContext.setViewport', { context, viewport });
        return createFirefoxPage(driver, String(context));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
