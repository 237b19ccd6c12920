import { existsSync } from 'node:fs';

/** Usual paths of Firefox. */
const candidates = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:/Program Files/Mozilla Firefox/firefox.exe',
];

/** Returns the path of the Firefox that FIREFOX_PATH names, or else of the first at a usual path; undefined if there is none. */
export function findFirefox(): string | undefined {
  const named = process.env.FIREFOX_PATH;
  return (named ? [named] : candidates).find((path) => existsSync(path));
}

/** Settings of a fresh profile that turn off dialogs, updates and telemetry. */
export const quietSettings: Readonly<Record<string, string | number | boolean>> = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.max_script_run_time': 0,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
  // Background windows are not throttled.
  'dom.min_background_timeout_value': 4,
  'dom.ipc.processPriorityManager.enabled': false,
};
