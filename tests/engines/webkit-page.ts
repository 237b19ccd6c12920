import { setTimeout as sleep } from 'node:timers/promises';
import { driven, keyActions } from './driven.ts';
import type { EnginePage } from './driver.ts';
import { pollFor } from './poll.ts';
import { type WebdriverSession, WebdriverError } from './webdriver.ts';

/** Name under which a page keeps what went wrong in it. */
interface Noted {
  notedErrors?: string[];
}

/** Longer than a page that is there takes for a function that waits for nothing, on a loaded machine too. */
const answerMilliseconds = 5000;
const loadMilliseconds = 60_000;

/** What a function of the page came to. */
type Outcome = { readonly value: string | null } | { readonly thrown: string };

/** Notes in the page what is thrown and caught nowhere, and what is written to its console as an error. It does so once. */
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

/** Drives the one page of a session, which begins to load before `goto` is told of it: errors are noted from its first scripts on. */
export function createWebkitPage(session: WebdriverSession, end: () => Promise<void>): EnginePage {
  const { send } = session;
  /** Of the pages before this one. */
  const errors: string[] = [];

  const evaluate: EnginePage['evaluate'] = async (run, ...values) => {
    const script = `const done = arguments[1];
      (async (values) => JSON.stringify(await (${run.toString()})(...values)) ?? 'null')(JSON.parse(arguments[0]))
        .then((value) => done({ value }), (error) => done({ thrown: String(error) }));`;
    const outcome = (await send('POST', '/execute/async', { script, args: [JSON.stringify(values)] })) as Outcome;
    if ('thrown' in outcome) throw new Error(outcome.thrown);
    return JSON.parse(outcome.value!);
  };

  /** A page that is on its way has no window to ask. */
  const isPassing = (error: unknown) => error instanceof WebdriverError && error.kind !== 'gone';
  /** Runs a function that needs nothing and waits for nothing. @throws WebdriverError where there is no answer: a page that is left meanwhile gives none */
  const evaluateAtOnce = async <Result>(run: () => Result): Promise<Result> => {
    const late = new AbortController();
    const silence = sleep(answerMilliseconds, undefined, { signal: late.signal }).then(() => {
      throw new WebdriverError('timeout', 'the page does not answer');
    });
    const answer = send('POST', '/execute/sync', { script: `return (${run.toString()})()`, args: [] });
    try {
      return (await Promise.race([answer, silence])) as Result;
    } finally {
      // Whichever of the two comes second is nobody's any more.
      late.abort();
      for (const promise of [answer, silence]) promise.catch(() => undefined);
    }
  };
  const notedErrors = () => evaluateAtOnce(() => (window as Window & Noted).notedErrors ?? []);
  /** Sends the page somewhere, and waits there until all of it is loaded. */
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
