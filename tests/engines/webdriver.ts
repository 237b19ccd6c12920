import { setTimeout as sleep } from 'node:timers/promises';

/** A refusal of the browser's, as opposed to an error that was thrown in a page. */
export class WebdriverError extends Error {
  /** Its name in the standard, as `javascript error`. */
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`);
    this.kind = kind;
  }
}

/** One session of WebDriver: each has a browser, and a person, of its own. @see https://w3c.github.io/webdriver/ */
export interface WebdriverSession {
  readonly version: string;
  /** @param path of the command within the session, as `/url`. @throws WebdriverError what the browser refuses, or that it is gone */
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

/** Begins a session with a driver that listens at an address, or soon will. @throws WebdriverError where it does not, or refuses */
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
