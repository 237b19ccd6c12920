import { setTimeout as sleep } from 'node:timers/promises';
import { driven, keyActions } from './driven.ts';
import type { EnginePage } from './driver.ts';
import { pollFor } from './poll.ts';
import { type WebdriverSession, WebdriverError } from './webdriver.ts';

/** Window property in which a page records its errors. */
interface Noted {
  notedErrors?: string[];
}

/** Timeout of a synchronous function of the page, also on a loaded machine. */
const answerMilliseconds = 5000;
const loadMilliseconds = 60_000;

/** Result of a function that ran in the page. */
type Outcome = { readonly value: string | null } | { readonly thrown: string };

/** Starts to record uncaught errors and console errors in the page. Further calls have no effect. */
function noteErrors(): void {
  const page = window as Window & Noted;
  if (page.notedErrors) return;
  const noted: string[] = [];
  page.notedErrors = noted;
  addEventListener(
    'error',
    ({ message, error, target }) =>
      noted.push(message ? `${message} ${error?.stack ?? ''}` : `not loaded: ${(target as HTMLScriptElement | null)?.src}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => noted.push(`${String(reason)} ${(reason as Error | null)?.stack ?? ''}`));
  const { error } = console;
  console.error = (...words: unknown[]) => {
    noted.push(words.map(String).join(' '));
    error(...words);
  };
}

/** Creates the driver of a session's only page. Errors are recorded while the page loads, from its first scripts on. */
export function createWebkitPage(session: WebdriverSession, end: () => Promise<void>): EnginePage {
  const { send } = session;
  /** Errors of the pages before the present one. */
  const errors: string[] = [];

  const evaluate: EnginePage['evaluate'] = async (run, ...values) => {
    const script = `const done = arguments[1];
      (async (values) => JSON.stringify(await (${run.toString()})(...values)) ?? 'null')(JSON.parse(arguments[0]))
        .then((value) => done({ value }), (error) => done({ thrown: String(error) }));`;
    const outcome = (await send('POST', '/execute/async', { script, args: [JSON.stringify(values)] })) as Outcome;
    if ('thrown' in outcome) throw new Error(outcome.thrown);
    return JSON.parse(outcome.value!);
  };

  /** Accepts errors of a page that navigates and has no window. */
  const isPassing = (error: unknown) => error instanceof WebdriverError && error.kind !== 'gone';
  /** Runs a synchronous function without arguments. @throws WebdriverError without an answer: a page that navigates meanwhile gives none */
  const evaluateAtOnce = async <Result>(run: () => Result): Promise<Result> => {
    const late = new AbortController();
    const silence = sleep(answerMilliseconds, undefined, { signal: late.signal }).then(() => {
      throw new WebdriverError('timeout', 'the page does not answer');
    });
    const answer = send('POST', '/execute/sync', { script: `return (${run.toString()})()`, args: [] });
    try {
      return (await Promise.race([answer, silence])) as Result;
    } finally {
      // Ignores the result of the promise that settles second.
      late.abort();
      for (const promise of [answer, silence]) promise.catch(() => undefined);
    }
  };
  const notedErrors = () => evaluateAtOnce(() => (window as Window & Noted).notedErrors ?? []);
  /** Navigates, and waits until the new page is loaded. */
  const load = async (path: '/url' | '/refresh', body: object) => {
    errors.push(...(await notedErrors()));
    await evaluateAtOnce(() => void Object.assign(window, { isLeft: true }));
    await send('POST', path, body);
    await pollFor(
      async () => {
        if (await evaluateAtOnce(() => 'isLeft' in window)) return false;
        await evaluateAtOnce(noteErrors);
        return evaluateAtOnce(() => document.readyState === 'complete');
      },
      `${path} of ${JSON.stringify(body)}`,
      isPassing,
      loadMilliseconds,
    );
  };

  const act = (actions: object) => send('POST', '/actions', { actions: [actions] });
  const pressAt = async (x: number, y: number) => {
    await act({
      type: 'pointer',
      id: 'mouse',
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    });
  };

  return {
    goto: (url) => load('/url', { url }),
    reload: () => load('/refresh', {}),
    ...driven({ evaluate, pressAt, isPassing }),
    async type(text) {
      await act({ type: 'key', id: 'keys', actions: keyActions(text) });
    },
    errors: async () => [...errors, ...(await notedErrors())],
    async screenshot() {
      return Buffer.from(String(await send('GET', '/screenshot')), 'base64');
    },
    close: end,
  };
}
