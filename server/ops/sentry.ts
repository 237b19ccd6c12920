import { randomBytes } from 'node:crypto';
import type { Logger } from './log.ts';

/** An error of a page, in words that are all of this project. */
export interface KnownError {
  kind: string;
  name: string;
  place: { script: string; line: number; column: number } | null;
  browser: string;
}

/** Sends an error elsewhere. Never throws. */
export type ErrorSink = (error: KnownError) => Promise<void>;

interface SentryOptions {
  /** `https://KEY@HOST/PROJECT`. */
  dsn: string;
  environment: string;
  log: Logger;
}

const patienceMs = 5000;

/**
 * Sends errors to Sentry, or to a server that speaks its protocol, each as an envelope of one event. There is nothing of the user in it, and
 * no address: this server is the sender.
 * @see https://develop.sentry.dev/sdk/data-model/envelopes/
 */
export function createSentrySink({ dsn, environment, log }: SentryOptions): ErrorSink {
  const { protocol, host, pathname, username: key } = new URL(dsn);
  const cut = pathname.lastIndexOf('/');
  const url = `${protocol}//${host}${pathname.slice(0, cut)}/api/${pathname.slice(cut + 1)}/envelope/`;
  return async (error) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-sentry-envelope',
          'x-sentry-auth': `Sentry sentry_version=7, sentry_key=${key}, sentry_client=${client.name}/${client.version}`,
        },
        body: envelopeOf(error, environment),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      await response.body?.cancel();
      if (!response.ok) log.warn({ status: response.status }, 'Sentry did not take an error');
    } catch (cause) {
      // Its message may hold the address with the key.
      log.warn({ reason: (cause as Error).name }, 'Sentry does not answer');
    }
  };
}

const client = { name: 'harmonic-universe', version: '1' };

/** Returns an envelope: a line for itself, one for its item, and the event. */
function envelopeOf({ kind, name, place, browser }: KnownError, environment: string): string {
  const event_id = randomBytes(16).toString('hex');
  const now = new Date();
  const frame = place && { filename: `app:///assets/${place.script}.js`, lineno: place.line, colno: place.column, in_app: true };
  const event = {
    event_id,
    timestamp: now.getTime() / 1000,
    platform: 'javascript',
    level: 'error',
    logger: 'client-reports',
    environment,
    sdk: client,
    tags: { kind, browser },
    exception: { values: [{ type: name, value: kind, ...(frame && { stacktrace: { frames: [frame] } }) }] },
  };
  return [{ event_id, sent_at: now.toISOString() }, { type: 'event' }, event].map((line) => JSON.stringify(line)).join('\n');
}
