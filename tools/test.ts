/** `npm test`: unit tests, then the real browser; closes with one line that counts both. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { findChromium } from '../tests/support/chromium.ts';
import { keepTemporaryFilesTogether } from '../tests/support/files-in-memory.ts';
import { findProgram } from '../tests/support/find-program.ts';
import { findFirefox } from '../tests/support/firefox.ts';
import { findWebkit } from '../tests/support/webkit.ts';
import { buildClient, isClientBuilt } from './build-client.ts';

const root = join(import.meta.dirname, '..');
const removeTemporaryFiles = keepTemporaryFilesTogether();
const reports = mkdtempSync(join(tmpdir(), 'reports-'));

interface Count {
  passed: number;
  failed: number;
  /** What failed, by name: said once more at the end, where it is found. */
  names: string[];
}

/** Runs a program of node_modules in this terminal; says whether it succeeded. */
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

/** A run that ended badly without a failed test in its report failed as a whole, and counts as one. */
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
    // What was to be ready before its tests was not: none of them ran.
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

/** Installs packages of this system, where that is possible without asking. */
function install(purpose: string, packages: readonly string[]): void {
  const canInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (!canInstall) return;
  console.log(`Installing ${purpose}: apt-get install ${packages.join(' ')}`);
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** Finds a Chromium, installs Debian's where that is possible, or says what is missing. */
function ensureChromium(): boolean {
  if (findChromium()) return true;
  if (process.env.CHROMIUM_PATH) {
    console.error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, and there is no such file.`);
    return false;
  }
  install('Chromium, as there is none', ['chromium']);
  if (findChromium()) return true;
  console.error(
    'The browser tests need Chromium or Chrome, and none was found. Install it ' +
      '(Debian and Ubuntu: sudo apt-get install chromium), or name one: CHROMIUM_PATH=/path/to/chrome npm test',
  );
  return false;
}

/** Other engines, and what they are driven with. Their tests say so where there are none. */
function seekEngines(): void {
  const packages: string[] = [];
  if (!findFirefox() && !process.env.FIREFOX_PATH) packages.push('firefox-esr');
  if (!findProgram('pulseaudio')) packages.push('pulseaudio');
  if (!findWebkit() && !process.env.WEBKIT_PATH) packages.push('webkit2gtk-driver', 'xvfb');
  if (packages.length > 0) install('what other engines are tested with', packages);
}

const counts = [runUnitTests()];
if (ensureChromium()) {
  seekEngines();
  if (!isClientBuilt()) await buildClient();
  counts.push(runBrowserTests(['laboratory', 'plain'], Math.min(4, availableParallelism())));
  // Pages that are drawn in full, and other engines, need the machine to themselves.
  counts.push(runBrowserTests(['seen', 'unseen', 'engines'], 1));
} else {
  counts.push({ passed: 0, failed: 1, names: ['no Chromium for the browser tests'] });
}
removeTemporaryFiles();
const sum = (of: 'passed' | 'failed') => counts.reduce((total, count) => total + count[of], 0);
for (const name of counts.flatMap(({ names }) => names)) console.log(`failed: ${name}`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
