import { defineConfig } from '@playwright/test';
import { providerVariables } from './server/testing/test-provider.ts';
import { findChromium, findHeadlessShell, plainFlags, webgpuFlags } from './tests/support/chromium.ts';
import { coarsePicture } from './tests/support/coarse-picture.ts';
import { freePort } from './tests/support/free-port.ts';

/** Each worker has a server, a mailbox and an identity provider of its own: no test sees what one beside it does. */
const workers = Number(process.env.TEST_WORKERS ?? 1);
/** The free port of a worker for a purpose. Playwright reads this file in every worker: a port is looked for once and handed on. */
const portOf = async (purpose: string, worker: number) => Number((process.env[`${purpose}_PORT_${worker}`] ??= String(await freePort())));
const servers = await Promise.all(
  Array.from({ length: workers }, async (_, worker) => ({
    port: await portOf('BROWSER_TEST', worker),
    mailPort: await portOf('MAIL_TEST', worker),
    providerPort: await portOf('PROVIDER_TEST', worker),
  })),
);
const own = servers[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]!;
// Where the mailbox (mail.spec.ts) and the identity provider (providers.spec.ts) of this worker listen.
process.env.MAIL_TEST_PORT = String(own.mailPort);
process.env.PROVIDER_TEST_PORT = String(own.providerPort);
const addressOf = (port: number) => `http://127.0.0.1:${port}`;
const baseURL = addressOf(own.port);
/** Pictures in a laboratory of their own: none of them minds what else runs. */
const laboratories = /(every-look|flashes|light|sparks)\.spec\.ts$/;
/** What is looked at in these is how things sound, and what people share; they leave the processor to that. */
const unseen = /(draws-on-page|picture-size|recording-video|security|thumbnails)\.spec\.ts$/;
/** Nor does it matter to these what draws: they go without WebGPU, whose kernels take seconds to compile on a processor. */
const plain =
  /(accessible|accounts|audio-engine|browser-refuses|collaboration|comments|determinism|embed|engine-fails|every-keyboard|every-screen|files|gallery|hands|history|languages|library|mail|mixer|pins|preferences|presence|providers|recording|sharing|sound|species|storyboard|suggestions|templates|undo)\.spec\.ts$/;
/** The processor draws and composes here: what no test looks at leaves it to what is tested. */
const coarsely = (frameRate: number) => ({
  contextOptions: { reducedMotion: 'reduce' as const },
  storageState: {
    cookies: [],
    origins: [{ origin: baseURL, localStorage: coarsePicture(frameRate) }],
  },
});
/** The same without a window and without WebGPU. */
const plainly = { ...coarsely(2), launchOptions: { executablePath: findHeadlessShell(), args: plainFlags } };
/** Emptied by Playwright before each run. */
const outputDir = 'test-results';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir,
  workers,
  // The processor computes the picture here, and a page on a loaded machine simulates seconds behind its room: everything takes its time.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  reporter: process.env.TEST_REPORT ? [['list'], ['json', { outputFile: process.env.TEST_REPORT }]] : 'list',
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    // As the stage is; specs about the light theme ask for it.
    colorScheme: 'dark',
    launchOptions: { executablePath: findChromium(), args: webgpuFlags },
  },
  projects: [
    // The other member is in Chromium: nobody looks at that picture.
    { name: 'engines', testDir: 'tests/engines', use: plainly },
    { name: 'laboratory', testMatch: laboratories },
    { name: 'seen', testIgnore: [laboratories, unseen, plain] },
    { name: 'unseen', testMatch: unseen, use: coarsely(5) },
    {
      name: 'plain',
      testMatch: plain,
      use: plainly,
    },
  ],
  webServer: servers.map(({ port, mailPort, providerPort }, worker) => ({
    command: 'node tools/start.ts',
    url: `${addressOf(port)}/healthz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 5000 },
    // A run counts as long after a few seconds here, so that late comers are given snapshots.
    env: {
      PORT: String(port),
      DATA_DIR: `${process.env.TEST_DATA ?? outputDir}/data-${worker}`,
      HOST: '127.0.0.1',
      REPLAY_SECONDS: '4',
      PUBLIC_URL: addressOf(port),
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      ...providerVariables(providerPort),
      MAIL_FROM: 'Harmonic Universe <post@universe.example>',
    },
  })),
});
