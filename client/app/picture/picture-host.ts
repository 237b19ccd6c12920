import { canShareMemory } from '../../engine/shared-memory.ts';
import type { PictureLoop } from './picture-loop.ts';
import type { PictureReport, PictureRequest } from './protocol.ts';

/** Where the picture is drawn. */
export interface PictureHost {
  readonly thread: 'worker' | 'page';
  send(request: PictureRequest, transfer?: Transferable[]): void;
  dispose(): void;
}

/** Whether a thread of its own may draw here: it needs the canvas, and the frames in shared memory. */
export function canDrawInWorker(): boolean {
  return 'transferControlToOffscreen' in HTMLCanvasElement.prototype && canShareMemory();
}

/** A thread that says nothing for so long while frames are there to draw is not one to draw in. */
const patienceMs = 8000;

/** Draws in a worker; `onFailure` when that stops, or does not begin. @throws where the browser makes none */
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
      // Where another thread has come with frames, this one could have come as well.
      if (request.kind === 'frames' && !hasLived) timer ??= setTimeout(onFailure, patienceMs);
    },
    dispose() {
      clearTimeout(timer);
      worker.terminate();
    },
  };
}

/** Draws on the page's own thread; `onFailure` where what it takes can't be fetched. */
export function createPageHost(onReport: (report: PictureReport) => void, onFailure: () => void): PictureHost {
  // Only loaded where it is needed: most pages have a worker for it.
  const loop = import('./picture-loop.ts').then(({ createPictureLoop }) => createPictureLoop(onReport));
  loop.catch(onFailure);
  const then = (act: (drawing: PictureLoop) => void) => void loop.then(act, () => {});
  return {
    thread: 'page',
    send: (request) => then((drawing) => drawing.accept(request)),
    dispose: () => then((drawing) => drawing.dispose()),
  };
}
