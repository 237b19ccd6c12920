import { setTimeout as sleep } from 'node:timers/promises';

/** An error of the browser, as opposed to an error thrown in a page. */
export class WebdriverError extends Error {
  /** Its name in the standard, for example `javascript error`. */
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`);
    this.kind = kind;
  }
}

/** A session of WebDriver: each has its own browser and user. @see https://w3c.github.io/webdriver/ */
export interface WebdriverSession {
  readonly version: string;
  /** @param path of the command within the session, for example `/url`. @throws WebdriverError if the browser rejects it or is gone */
  send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown>;
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

const startMilliseconds = 60_000;

async function request(address: string, method: string, body?: object): Promise<unknown> {
  let value: unknown;
  try {
    const response = await fetch(address, { method, ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}) });
    ({ value } = (await response.json()) as { value: unknown });
    if (response.ok) return value;
  } catch (cause) {
    throw new WebdriverError('gone', `nothing answers at ${address}: ${String(cause)}`);
  }
  const { error, message } = value as { error: string; message: string };
  throw new WebdriverError(error, message);
}

/** Waits for a driver that listens at an address, and begins a session. @throws WebdriverError if it does not listen, or rejects */
export async function beginSession(address: string, capabilities: object): Promise<WebdriverSession> {
  for (const until = Date.now() + startMilliseconds; ; await sleep(50)) {
    try {
      await request(`${address}/status`, 'GET');
      break;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
  const { sessionId, capabilities: given } = (await request(`${address}/session`, 'POST', {
    capabilities: { alwaysMatch: capabilities },
  })) as Session;
  return { version: given.browserVersion, send: (method, path, body) => request(`${address}/session/${sessionId}${path}`, method, body) };
}
