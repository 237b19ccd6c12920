import { createCanvasPicture } from '../gpu/index.ts';
import { createPreviewLoop, type PreviewLoop } from './preview-loop.ts';
import type { PreviewRequest, PreviewSounds } from './protocol.ts';

/** The part of the worker's global scope that is used here; the client is typed for the window. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<PreviewRequest>) => void) | null;
  postMessage(sounds: PreviewSounds): void;
}

const scope = globalThis as unknown as WorkerScope;
/** Size of a preview in pixels. */
const size = { width: 160, height: 100 };
let loop: PreviewLoop | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function turn(): void {
  const waitMs = loop?.turn(performance.now()) ?? null;
  timer = waitMs === null ? undefined : setTimeout(turn, waitMs);
}

scope.onmessage = ({ data }) => {
  if (data.kind === 'begin') {
    const pictures = data.canvases.map((canvas) => {
      const picture = createCanvasPicture(canvas, 1);
      picture.resize(size.width, size.height, 1);
      return picture;
    });
    loop = createPreviewLoop(pictures, data.pace, (sounds) => scope.postMessage(sounds));
  } else loop?.accept(data);
  if (timer === undefined) turn();
};
