import { measureServerStart } from './start/server-start.ts';

/** From `npm start` to ready, with a warm and with an empty data directory. */
export async function run(): Promise<Record<string, unknown>> {
  return { ...(await measureServerStart()) };
}
