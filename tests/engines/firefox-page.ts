import { type Bidi, BidiError } from './bidi.ts';
import { driven, keyActions } from './driven.ts';
import type { EnginePage } from './driver.ts';

interface LogEntry {
  readonly level: string;
  readonly text: string | null;
  readonly source: { readonly context?: string };
}

interface CallResult {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

/** Creates the driver of a page. @param context its id in WebDriver BiDi */
export function createFirefoxPage(bidi: Bidi, context: string): EnginePage {
  const errors: string[] = [];
  bidi.on('log.entryAdded', (entry) => {
    const { level, text, source } = entry as unknown as LogEntry;
    if (source.context === context && level === 'error') errors.push(text ?? 'an error without a word');
  });

  const evaluate: EnginePage['evaluate'] = async (run, ...values) => {
    const answer = (await bidi.send('script.callFunction', {
      target: { context },
      functionDeclaration: `async (values) => JSON.stringify(await (${run.toString()})(...JSON.parse(values))) ?? 'null'`,
      arguments: [{ type: 'string', value: JSON.stringify(values) }],
      awaitPromise: true,
    })) as unknown as CallResult;
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text);
    return JSON.parse(String(answer.result?.value));
  };

  const pressAt = async (x: number, y: number) => {
    const actions = [
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await bidi.send('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
  };

  return {
    async goto(url) {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    async reload() {
      await bidi.send('browsingContext.reload', { context, wait: 'complete' });
    },
    ...driven({ evaluate, pressAt, isPassing: (error) => error instanceof BidiError }),
    async type(text) {
      await bidi.send('input.performActions', { context, actions: [{ type: 'key', id: 'keys', actions: keyActions(text) }] });
    },
    errors: () => Promise.resolve([...errors]),
    async screenshot() {
      const { data } = await bidi.send('browsingContext.captureScreenshot', { context });
      return Buffer.from(String(data), 'base64');
    },
    async close() {
      await bidi.send('browsingContext.close', { context });
    },
  };
}
