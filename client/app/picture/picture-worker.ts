import { createPictureLoop } from './picture-loop.ts';
import type { PictureReport, PictureRequest } from './protocol.ts';

/** The part of the worker's global scope that is used here; the client is typed for the window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<PictureRequest>) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(report: PictureReport, transfer?: Transferable[]): void;
  requestAnimationFrame?: unknown;
}

const scope = globalThis as unknown as WorkerScope;
const loop = createPictureLoop((report, transfer = []) => scope.postMessage(report, transfer));

/** Whether this thread can draw as well as the page's own: with WebGPU if the page has it, and with animation frames. */
const isAble = (pageHasWebgpu: boolean) => scope.requestAnimationFrame !== undefined && (!pageHasWebgpu || navigator.gpu !== undefined);

scope.onmessage = ({ data }) => {
  if (data.kind === 'begin' && !isAble(data.start.pageHasWebgpu)) scope.postMessage({ kind: 'unable' });
  else loop.accept(data);
};
// The frames are in memory that is not shared with this thread.
scope.onmessageerror = () => scope.postMessage({ kind: 'unable' });
scope.postMessage({ kind: 'alive' });
