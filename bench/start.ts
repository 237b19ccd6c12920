import { measureFirstFrame } from './start/first-frame.ts';
import { measureServerStart } from './start/server-start.ts';

/**
 * Measures the time from `npm start` to ready, with a warm and with an empty data directory, and from navigation to the first moving frame.
 */
export async function run(): Promise<Record<string, unknown>> {
  return { ...(await measureServerStart()), ...(await measureFirstFrame()) };
}
