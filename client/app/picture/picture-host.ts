import type { PictureReport, PictureRequest } from './protocol.ts';

/** Where the picture is drawn. */
export interface PictureHost {
  readonly thread: 'worker' | 'page';
  send(request: PictureRequest, transfer?: Transferable[]): void;
  dispose(): void;
}

/** Whether a thread of its own may draw here: it needs the canvas, and the frames in shared memory. */
export function canDrawInWorker(): boolean {
  return globalThis.crossOriginIsolated === true && 'transferControlToOffscreen' in HTMLCanvasElement.prototype;
}

/** Draws in a worker; `onFailure` when that stops. */
export function createWorkerHost(onReport: (report: PictureReport) => void, onFailure: () => void): PictureHost {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module', name: 'picture' });
  worker.onmessage = ({ data }: MessageEvent<PictureReport>) => onReport(data);
  worker.onerror = onFailure;
  return {
    thread: 'worker',
    send: (request, transfer = []) => worker.postMessage(request, transfer),
    dispose: () => worker.terminate(),
  };
}

/** Draws on the page's own thread. */
export function createPageHost(onReport: (report: PictureReport) => void): PictureHost {
  // Only loaded where it is needed: most pages have a worker for it.
  const loop = import('./picture-loop.ts').then(({ createPictureLoop }) => createPictureLoop(onReport));
  return {
    thread: 'page',
    send: (request) => void loop.then((drawing) => drawing.accept(request)),
    dispose: () => void loop.then((drawing) => drawing.dispose()),
  };
}
