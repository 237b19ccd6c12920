import { defineConfig } from '@playwright/test';
import { providerVariables } from './server/testing/test-provider.ts';
import { findChromium, webgpuFlags } from './tests/support/chromium.ts';
import { freePort } from './tests/support/free-port.ts';

// Playwright reads this file in every worker: the port is looked for once and handed on.
const port = (process.env.BROWSER_TEST_PORT ??= String(await freePort()));
/** Where letters are sent: who reads them listens there (mail.spec.ts). */
const mailPort = (process.env.MAIL_TEST_PORT ??= String(await freePort()));
/** Where the provider is that people come in by: the specification that needs one lets it listen there (providers.spec.ts). */
const providerPort = (process.env.PROVIDER_TEST_PORT ??= String(await freePort()));
const baseURL = `http://127.0.0.1:${port}`;
/** Parts of the client in laboratories of their own: none of them minds what else runs. */
const laboratories = /(audio-engine|determinism|every-look|flashes|light|sparks)\.spec\.ts$/;
/** What is looked at in these is how things sound, and what people share; they leave the processor to that. */
const unseen =
  /(accessible|accounts|browser-refuses|comments|embed|engine-fails|every-keyboard|every-screen|files|gallery|hands|history|languages|library|mail|mixer|pins|presence|preferences|providers|recording|security|sharing|sound|species|storyboard|templates|thumbnails|together|undo)\.spec\.ts$/;
/** Emptied by Playwright before each run. */
const outputDir = 'test-results';

export default defineConfig({
  testDir: 'tests/browser',
  outputDir,
  workers: 1,
  // The picture is computed by the processor here: everything takes its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: process.env.TEST_REPORT ? [['list'], ['json', { outputFile: process.env.TEST_REPORT }]] : 'list',
  use: {
    baseURL,
    viewport: { width: 1280, height: 800 },
    // As the stage is; specs about the light theme ask for it.
    colorScheme: 'dark',
    launchOptions: { executablePath: findChromium(), args: webgpuFlags },
  },
  projects: [
    { name: 'engines', testDir: 'tests/engines' },
    { name: 'laboratory', testMatch: laboratories },
    { name: 'seen', testIgnore: [laboratories, unseen] },
    {
      name: 'unseen',
      testMatch: unseen,
      use: { storageState: { cookies: [], origins: [{ origin: baseURL, localStorage: [{ name: 'harmonic.quality', value: '0' }] }] } },
    },
  ],
  webServer: {
    command: 'node tools/start.ts',
    url: `${baseURL}/healthz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    // A run counts as long after a few seconds here, so that late comers are given snapshots.
    env: {
      PORT: port,
      DATA_DIR: `${outputDir}/data`,
      HOST: '127.0.0.1',
      REPLAY_SECONDS: '4',
      PUBLIC_URL: baseURL,
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      ...providerVariables(Number(providerPort)),
      MAIL_FROM: 'Harmonic Universe <post@universe.example>',
    },
  },
});
