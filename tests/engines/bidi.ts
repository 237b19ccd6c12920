/** Timeout of a command. */
const patienceMilliseconds = 90_000;

/** An error of the browser, as opposed to an error thrown in a page. */
export class BidiError extends Error {}

type Parameters = Readonly<Record<string, unknown>>;
type Answer = Readonly<Record<string, unknown>>;

/** The callbacks of a promise that waits for the browser's answer. */
interface Waiting {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

interface Message {
  readonly type: 'success' | 'error' | 'event';
  readonly id?: number;
  readonly result?: Answer;
  readonly method?: string;
  readonly params?: Answer;
  readonly error?: string;
  readonly message?: string;
}

/** A session of WebDriver BiDi. @see https://w3c.github.io/webdriver-bidi/ */
export interface Bidi {
  readonly version: string;
  /** @throws BidiError if the browser rejects the command or is gone */
  send(method: string, parameters: Parameters): Promise<Answer>;
  /** Listens to an event; the browser sends it after `session.subscribe`. */
  on(method: string, hear: (parameters: Answer) => void): void;
  close(): void;
}

/** Connects to a browser that listens at a WebSocket address, and begins a session. @throws Error if nothing listens there */
export async function connectBidi(address: string): Promise<Bidi> {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, ((parameters: Answer) => void)[]>();
  let last = 0;

  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('error', () => reject(new Error(`nothing answers at ${address}`)), { once: true });
  });
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === 'event') {
      for (const hear of listeners.get(message.method ?? '') ?? []) hear(message.params ?? {});
      return;
    }
    const asked = waiting.get(message.id ?? -1);
    waiting.delete(message.id ?? -1);
    if (message.type === 'success') asked?.resolve(message.result ?? {});
    else asked?.reject(new BidiError(`${message.error}: ${message.message}`));
  });
  socket.addEventListener('close', () => {
    for (const { reject } of waiting.values()) reject(new BidiError('the browser is gone'));
    waiting.clear();
  });

  const send: Bidi['send'] = (method, parameters) => {
    if (socket.readyState !== WebSocket.OPEN) return Promise.reject(new BidiError('the browser is gone'));
    last += 1;
    const id = last;
    let late: NodeJS.Timeout | undefined;
    return new Promise<Answer>((resolve, reject) => {
      late = setTimeout(() => reject(new Error(`the browser does not answer to ${method}`)), patienceMilliseconds);
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params: parameters }));
    }).finally(() => clearTimeout(late));
  };
  const { capabilities } = await send('session.new', { capabilities: {} });
  return {
    version: String((capabilities as Answer).browserVersion),
    send,
    on(method, hear) {
      listeners.set(method, [...(listeners.get(method) ?? []), hear]);
    },
    close: () => socket.close(),
  };
}
