import { defineConfig } from '@playwright/test';
import { findChromium, webgpuFlags } from './tests/support/chromium.ts';
import { freePort } from './tests/support/free-port.ts';

// Playwright reads this file in every worker: the port is looked for once and handed on.
const port = (process.env.BROWSER_TEST_PORT ??= String(await freePort()));
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
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: findChromium(), args: webgpuFlags },
  },
  webServer: {
    command: 'node tools/start.ts',
    url: `http://127.0.0.1:${port}/healthz`,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    // A run counts as long after a few seconds here, so that late comers are given snapshots.
    env: { PORT: port, DATA_DIR: `${outputDir}/data`, HOST: '127.0.0.1', REPLAY_SECONDS: '4' },
  },
});
