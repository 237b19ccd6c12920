/** `npm test`: runs unit tests, then browser tests; the last line counts both. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findChromium, findHeadlessShell } from '../tests/support/chromium.ts';
import { keepTemporaryFilesTogether } from '../tests/support/files-in-memory.ts';
import { findProgram } from '../tests/support/find-program.ts';
import { findFirefox } from '../tests/support/firefox.ts';
import { findWebkit } from '../tests/support/webkit.ts';
import { missingPackages } from './cluster/programs.ts';
import { buildClient, isClientBuilt } from './build-client.ts';

const root = join(import.meta.dirname, '..');
const removeTemporaryFiles = keepTemporaryFilesTogether();
const reports = mkdtempSync(join(tmpdir(), 'reports-'));

interface Count {
  passed: number;
  failed: number;
  /** Names of failed tests, which are listed at the end. */
  names: string[];
}

/** Runs a program of node_modules in this terminal; returns whether it succeeded. */
function run(program: string, parameters: string[], variables: Record<string, string> = {}): boolean {
  const { status } = spawnSync(join(root, 'node_modules', '.bin', program), parameters, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...variables },
  });
  return status === 0;
}

function readReport(name: string): Record<string, unknown> | null {
  const path = join(reports, name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : null;
}

interface UnitReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** Counts the tests of a run; a run that failed without a failed test in its report counts as one failure. */
function countOf(ok: boolean, passed: number, failed: number, names: string[]): Count {
  return { passed, failed: ok ? failed : Math.max(1, failed), names };
}

function runUnitTests(): Count {
  const ok = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'unit.json')}`]);
  const report = readReport('unit.json') as UnitReport | null;
  const names = (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((result) => result.status === 'failed')
      .map(({ fullName }) => `${relative(root, name)}: ${fullName}`);
    // The setup of the file failed: none of its tests ran.
    return status === 'failed' && failed.length === 0 ? [`${relative(root, name)}: ${message.split('\n')[0]}`] : failed;
  });
  return countOf(ok && report !== null, report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, names);
}

interface Suite {
  specs?: { title: string; file: string; ok: boolean }[];
  suites?: Suite[];
}

interface BrowserReport extends Suite {
  stats: { expected: number; unexpected: number; flaky: number };
}

function failedSpecs({ specs = [], suites = [] }: Suite): string[] {
  return [...specs.filter(({ ok }) => !ok).map(({ title, file }) => `${file}: ${title}`), ...suites.flatMap(failedSpecs)];
}

function runBrowserTests(projects: string[], workers: number): Count {
  const name = `${projects.join('-')}.json`;
  const asked = projects.map((project) => `--project=${project}`);
  const ok = run('playwright', ['test', ...asked], {
    TEST_REPORT: join(reports, name),
    TEST_WORKERS: String(workers),
    TEST_DATA: join(tmpdir(), `${name}-data`),
  });
  const report = readReport(name) as BrowserReport | null;
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return countOf(ok && report !== null, expected, unexpected + flaky, report ? failedSpecs(report) : []);
}

/** Debian asks this program whether a package may start its service. */
const servicePolicy = '/usr/sbin/policy-rc.d';

/** Acts while packages start no services: the tests start their own, and nothing else is to listen on this machine. */
function withoutServices(act: () => void): void {
  if (existsSync(servicePolicy)) return act();
  writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    act();
  } finally {
    rmSync(servicePolicy);
  }
}

/** Installs Debian packages, if that is possible without a prompt. */
function install(purpose: string, packages: readonly string[]): void {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return;
  console.log(`Installing ${purpose}: apt-get install ${packages.join(' ')}`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  withoutServices(() => {
    const parameters = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    spawnSync('apt-get', parameters, { stdio: ['ignore', 'ignore', 'inherit'] });
  });
}

/** Finds a Chromium, installs Debian's if possible, or reports what is missing. */
function ensureChromium(): boolean {
  if (findChromium()) return true;
  if (process.env.CHROMIUM_PATH) {
    console.error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, and there is no such file.`);
    return false;
  }
  install('Chromium', ['chromium']);
  if (findChromium()) return true;
  console.error(
    'The browser tests need Chromium or Chrome, and none was found. Install it ' +
      '(Debian and Ubuntu: sudo apt-get install chromium), or name one: CHROMIUM_PATH=/path/to/chrome npm test',
  );
  return false;
}

/** Installs the other engines and the programs that drive them, if possible. Without them their tests are skipped, with the reason. */
function seekEngines(): void {
  const packages: string[] = [];
  if (!findFirefox() && !process.env.FIREFOX_PATH) packages.push('firefox-esr');
  if (!findProgram('pulseaudio')) packages.push('pulseaudio');
  if (!findWebkit() && !process.env.WEBKIT_PATH) packages.push('webkit2gtk-driver', 'xvfb');
  if (packages.length > 0) install('programs for the tests of other engines', packages);
  // Not every distribution has it; any Chromium does the same in more time.
  if (findHeadlessShell() === findChromium() && !process.env.CHROMIUM_PATH) install('a quicker Chromium', ['chromium-headless-shell']);
}

// Tests that find none say so themselves.
const forClusters = [...missingPackages(), ...(findProgram('promtool') ? [] : ['prometheus'])];
if (forClusters.length > 0) install('programs for the tests of a cluster', forClusters);
// A cluster serves the built client.
if (!isClientBuilt()) await buildClient();
// A test of a cluster visits it.
const hasChromium = ensureChromium();
const counts = [runUnitTests()];
if (hasChromium) {
  seekEngines();
  counts.push(runBrowserTests(['laboratory', 'plain', 'unseen'], Math.min(4, availableParallelism())));
  // Pages that are drawn in full, and other engines, need the whole machine.
  counts.push(runBrowserTests(['seen', 'engines'], 1));
} else {
  counts.push({ passed: 0, failed: 1, names: ['no Chromium for the browser tests'] });
}
removeTemporaryFiles();
const sum = (of: 'passed' | 'failed') => counts.reduce((total, count) => total + count[of], 0);
for (const name of counts.flatMap(({ names }) => names)) console.log(`failed: ${name}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
