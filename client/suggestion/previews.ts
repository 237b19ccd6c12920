import '../engine/trusted-types.ts';
import type { PreviewPace, PreviewRequest, PreviewSounds, ShownUniverse } from './protocol.ts';

/** The living previews of a gallery, drawn by a worker. */
export interface Previews {
  show(place: number, shown: ShownUniverse | null): void;
  setPace(pace: PreviewPace): void;
  hear(place: number | null): void;
  dispose(): void;
}

/** Hands the canvases to a worker, for good. `told` gets what the preview that is heard plays. */
export function createPreviews(canvases: readonly HTMLCanvasElement[], pace: PreviewPace, told: (sounds: PreviewSounds) => void): Previews {
  const worker = new Worker(new URL('./preview-worker.ts', import.meta.url), { type: 'module', name: 'previews' });
  const post = (request: PreviewRequest, transfer: Transferable[] = []) => worker.postMessage(request, transfer);
  worker.onmessage = ({ data }: MessageEvent<PreviewSounds>) => told(data);
  const screens = canvases.map((canvas) => canvas.transferControlToOffscreen());
  post({ kind: 'begin', canvases: screens, pace }, screens);
  return {
    show: (place, shown) => post({ kind: 'show', place, shown }),
    setPace: (next) => post({ kind: 'pace', pace: next }),
    hear: (place) => post({ kind: 'hear', place }),
    dispose: () => worker.terminate(),
  };
}
