import type { Browser, Page } from '@playwright/test';

/** An event of a trace: begin and duration in µs, and its CPU time. @see Trace Event Format, Google */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly url?: string } };
}

/** Returns the main-thread tasks of the page while `act` runs, in ms of CPU time: their length on an otherwise idle machine. */
export async function tasksOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] },
  });
  await act();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const script = new URL('/assets/', page.url()).href;
  const calls = events.filter(({ name, args }) => name === 'FunctionCall' && args.data?.url?.startsWith(script));
  // The previous page may still run; the last call is by the page that stays.
  const process = calls.reduce<TraceEvent | null>((last, call) => (last && last.ts > call.ts ? last : call), null)?.pid;
  const thread = events.find(({ name, pid, args }) => name === 'thread_name' && pid === process && args.name === 'CrRendererMain')?.tid;
  return events
    .filter(({ name, ph, pid, tid }) => ph === 'X' && pid === process && tid === thread && name.endsWith('RunTask'))
    .map(({ tdur = 0 }) => tdur / 1000);
}
