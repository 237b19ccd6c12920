import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium, webgpuFlags } from './tests/support/chromium.ts';

const port = 2651;
// Playwright reads this file in every worker: the folder is made once and handed on.
process.env.BROWSER_TEST_DATA ??= mkdtempSync(join(tmpdir(), 'harmonic-browser-'));

export default defineConfig({
  testDir: 'tests/browser',
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
    // A run counts as long after a few seconds here, so that late comers are given snapshots.
    env: { PORT: String(port), DATA_DIR: process.env.BROWSER_TEST_DATA, HOST: '127.0.0.1', REPLAY_SECONDS: '4' },
  },
});
