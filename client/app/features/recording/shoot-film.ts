import type { Replay } from '../../../../shared/recording/replay.ts';
import { createRenderer, driftCamera, type Notice } from '../../../gpu/index.ts';
import { videoSizes } from '../../../store/recording.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { createFilmFile } from './film-file.ts';
import { filmFrames, framesOf } from './film.ts';
import type { Film, FilmRequest } from './protocol.ts';

/** Share of the reported progress before the first frame. */
const runShare = 0.1;
const lostDevice: Sentence = 'The graphics device stopped while the video was drawn. A smaller size may work.';

/** Returns a function that scales a canvas to the size of the video. */
function createStill(width: number, height: number): (canvas: OffscreenCanvas) => OffscreenCanvas {
  let still: OffscreenCanvas | null = null;
  return (canvas) => {
    if (canvas.width === width && canvas.height === height) return canvas;
    still ??= new OffscreenCanvas(width, height);
    // Most encoders need the pixels in main memory: they are read once.
    const context = still.getContext('2d', { willReadFrequently: true })!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(canvas, 0, 0, width, height);
    return still;
  };
}

/** Draws a span of a run frame by frame with the page's renderer, and writes it as a video with its sound. */
export async function shootFilm(replay: Replay, request: FilmRequest, onProgress: (share: number) => void): Promise<Film> {
  const { span, choice, quality, reducedMotion } = request;
  const { width, height } = videoSizes[choice.size];
  const seconds = 1 / choice.framesPerSecond;
  const file = await createFilmFile(choice, request.sound);
  let canvas = new OffscreenCanvas(width, height);
  let isLost = false;
  const renderer = await createRenderer(canvas, {
    fixedQuality: quality,
    replaceCanvas: () => (canvas = new OffscreenCanvas(width, height)),
    onLost: () => (isLost = true),
  });
  renderer.resize(width, height, 1);
  const stillOf = createStill(width, height);
  const count = framesOf(span, choice.framesPerSecond);
  let { camera } = request;
  let endHash = '';
  let notice: Notice | null = null;
  try {
    const startTick = replay.simulation.tick;
    const tellTicks = () => onProgress((runShare * (replay.simulation.tick - startTick)) / (span.toTick - startTick));
    for (const { index, lead, frame, document } of filmFrames(replay, span, choice.framesPerSecond, tellTicks)) {
      onProgress(runShare + ((1 - runShare) * (index + lead)) / (count + lead));
      const { parameters, seed, wells } = document;
      await renderer.ready();
      if (isLost) throw new Error(lostDevice);
      renderer.draw({ frame, alpha: 1, seconds, parameters, seed, wells, camera, reducedMotion });
      if (index < 0) continue;
      // In the task of the drawing: later the canvas is empty again.
      await file.add(stillOf(canvas));
      camera = driftCamera(camera, parameters, seconds, reducedMotion);
      notice = renderer.notice;
      if (index === count - 1) endHash = replay.simulation.hash();
    }
    return { file: await file.finish(), notice, endHash };
  } finally {
    renderer.dispose();
  }
}
