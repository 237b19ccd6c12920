import { canShareMemory } from '../../engine/shared-memory.ts';
import type { PictureLoop } from './picture-loop.ts';
import type { PictureReport, PictureRequest } from './protocol.ts';

/** Reports of the picture itself; the others are about the thread. */
export type DrawingReport = Exclude<PictureReport, { kind: 'alive' | 'unable' }>;

/** The thread that draws the picture. */
export interface PictureHost {
  readonly thread: 'worker' | 'page';
  send(request: PictureRequest, transfer?: Transferable[]): void;
  dispose(): void;
}

/** Whether a worker can draw here: it needs the canvas, and the frames in shared memory. */
export function canDrawInWorker(): boolean {
  return 'transferControlToOffscreen' in HTMLCanvasElement.prototype && canShareMemory();
}

/** Timeout for a thread that reports nothing while there are frames to draw. */
const patienceMs = 8000;

function pass(report: PictureReport, onReport: (report: DrawingReport) => void, onFailure: () => void): void {
  if (report.kind === 'unable') onFailure();
  else if (report.kind !== 'alive') onReport(report);
}

/** Draws in a worker; calls `onFailure` when that stops, does not begin, or can not draw. @throws where the browser makes none */
export function createWorkerHost(onReport: (report: DrawingReport) => void, onFailure: () => void): PictureHost {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module', name: 'picture' });
  let hasLived = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const live = () => {
    hasLived = true;
    clearTimeout(timer);
  };
  worker.onmessage = ({ data }: MessageEvent<PictureReport>) => {
    live();
    pass(data, onReport, onFailure);
  };
  worker.onerror = onFailure;
  return {
    thread: 'worker',
    send(request, transfer = []) {
      worker.postMessage(request, transfer);
      // The frames prove that workers start, so this one should have started, too.
      if (request.kind === 'frames' && !hasLived) timer ??= setTimeout(onFailure, patienceMs);
    },
    dispose() {
      clearTimeout(timer);
      worker.terminate();
    },
  };
}

/** Draws on the page's own thread; calls `onFailure` where its code can not be loaded, or can not draw. */
export function createPageHost(onReport: (report: DrawingReport) => void, onFailure: () => void): PictureHost {
  // Only loaded where it is needed: most pages have a worker for it.
  const loop = import('./picture-loop.ts').then(({ createPictureLoop }) =>
    createPictureLoop((report) => pass(report, onReport, onFailure)),
  );
  loop.catch(onFailure);
  const then = (act: (drawing: PictureLoop) => void) => void loop.then(act, () => {});
  return {
    thread: 'page',
    send: (request) => then((drawing) => drawing.accept(request)),
    dispose: () => then((drawing) => drawing.dispose()),
  };
}
