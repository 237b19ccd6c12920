import { effect } from '@preact/signals-core';
import { type PageMark, pageMarks } from '../../../common/page-marks.ts';
import { sendReport } from '../../../net/send-report.ts';
import type { Store } from '../../../store/store.ts';
import type { ClientApp } from '../../feature.ts';
import { mayReport } from './consent.ts';
import type { EarlyErrors } from './early-errors.ts';
import { createReportDraft, type ReportDraft } from './report.ts';

const intervalMs = 5 * 60 * 1000;

/** Begins to watch the page, and sends reports: every five minutes, and when the page is hidden or left. */
export function startReporting(app: ClientApp, early: EarlyErrors): void {
  const { store } = app;
  const draft = createReportDraft(location.host);
  early.tell(draft.failed);
  watchMarks(draft);
  watchState(store, draft);
  watchSpeed(app, draft);
  const send = () => {
    // What a user did not want to be told is forgotten, not kept for later.
    const report = draft.take();
    if (report && mayReport(store.preferences.value, navigator)) sendReport(report);
  };
  setInterval(send, intervalMs);
  addEventListener('visibilitychange', () => {
    draft.frames.pause();
    if (document.visibilityState === 'hidden') send();
  });
  addEventListener('pagehide', send);
}

/** Follows the marks of the page, also those that were set before. */
function watchMarks(draft: ReportDraft): void {
  let openedMs = 0;
  const handlers: Readonly<Record<PageMark, (atMs: number) => void>> = {
    [pageMarks.go]: (atMs) => (openedMs = atMs),
    [pageMarks.firstFrame]: (atMs) => draft.firstFrame(atMs - openedMs),
    [pageMarks.divergence]: () => draft.diverged(),
    [pageMarks.restart]: () => draft.failed({ kind: 'simulation' }),
  };
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name in handlers) handlers[name as PageMark](startTime);
  });
  observer.observe({ type: 'mark', buffered: true });
}

/** Follows parts that fail, and the connection. */
function watchState({ troubles, audio, connection }: Store, draft: ReportDraft): void {
  effect(() => {
    const failed = troubles.value;
    for (const kind of ['page', 'simulation', 'picture'] as const) if (failed[kind] === 'failed') draft.failed({ kind });
  });
  effect(() => {
    if (audio.value.state === 'unavailable') draft.failed({ kind: 'sound' });
  });
  let isAway = false;
  effect(() => {
    const { status } = connection.value;
    if (isAway && status === 'online') draft.reconnected();
    isAway = status === 'reconnecting';
  });
}

/** Follows the pictures that are drawn, and the clock of the sound, at the rate of the read-outs. */
function watchSpeed(app: ClientApp, { frames, underruns }: ReportDraft): void {
  const { picture, scalars, audio } = app.store;
  effect(() => {
    const { kind, framesDrawn } = picture.value;
    if (kind === 'starting' || document.hidden) return frames.pause();
    frames.observe(performance.now(), framesDrawn);
  });
  effect(() => {
    const sound = app.session?.sound;
    if (scalars.value === null || audio.value.state !== 'running' || !sound) return underruns.pause();
    underruns.observe(performance.now(), sound.now());
  });
}
