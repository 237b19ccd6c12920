import { canShareMemory } from '../../engine/shared-memory.ts';
import type { PictureLoop } from './picture-loop.ts';
import type { PictureReport, PictureRequest } from './protocol.ts';

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

/** Draws in a worker; `onFailure` is called when it stops, or does not start. @throws if the browser can't create a worker */
export function createWorkerHost(onReport: (report: PictureReport) => void, onFailure: () => void): PictureHost {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module', name: 'picture' });
  let hasLived = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const live = () => {
    hasLived = true;
    clearTimeout(timer);
  };
  worker.onmessage = ({ data }: MessageEvent<PictureReport>) => {
    live();
    if (data.kind !== 'alive') onReport(data);
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

/** Draws on the page's own thread; `onFailure` is called if its code can't be fetched. */
export function createPageHost(onReport: (report: PictureReport) => void, onFailure: () => void): PictureHost {
  // Imported on demand: most pages draw in a worker.
  const loop = import('./picture-loop.ts').then(({ createPictureLoop }) => createPictureLoop(onReport));
  loop.catch(onFailure);
  const then = (act: (drawing: PictureLoop) => void) => void loop.then(act, () => {});
  return {
    thread: 'page',
    send: (request) => then((drawing) => drawing.accept(request)),
    dispose: () => then((drawing) => drawing.dispose()),
  };
}
