import { openDevice } from '../../client/gpu/device.ts';
import { createWebgpuPicture } from '../../client/gpu/webgpu-picture.ts';
import { defaultParameters } from '../../shared/parameters/index.ts';
import { median } from '../statistics.ts';
import { nextInput, sceneInput } from './scene.ts';

/** Screens in pixels: the square of the other benchmarks, a usual screen and a large one. */
const screens = [
  [1024, 1024],
  [1920, 1080],
  [3840, 2160],
] as const;
const warmUps = 6;
/** Sparks per particle, as in universes. */
const sparksEach = defaultParameters.sparks;

interface CountFigures {
  readonly particles: number;
  readonly sparks: number;
  readonly width: number;
  readonly height: number;
  /** From the draw to its end on the device, with the upload of a new frame; the median, in ms. */
  readonly frameMs: number;
  /** The same without a new frame: the cost of a picture between two ticks. */
  readonly redrawMs: number;
  /** The passes alone, by the device's own clock, smoothed, in ms; NaN when it has none. */
  readonly passesMs: number;
  /** Share of the particles that was drawn. */
  readonly drawnShare: number;
}

/** Measures the whole picture in full quality, for each particle count on each screen, without and with sparks. */
export async function measureCounts({ counts, rounds }: { counts: readonly number[]; rounds: number }) {
  const drawing = await openDevice();
  const { vendor, architecture } = drawing.device.adapterInfo;
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const picture = await createWebgpuPicture(drawing, canvas, 1);
  const spent = async (draw: () => void) => {
    const times: number[] = [];
    for (let round = -warmUps; round < rounds; round++) {
      const begun = performance.now();
      draw();
      await drawing.device.queue.onSubmittedWorkDone();
      if (round >= 0) times.push(performance.now() - begun);
    }
    return median(times);
  };
  const figures: CountFigures[] = [];
  for (const count of counts) {
    for (const sparks of [0, sparksEach]) {
      let input = sceneInput(count);
      input = { ...input, parameters: { ...input.parameters, sparks } };
      for (const [width, height] of screens) {
        picture.resize(width, height, 1);
        const frameMs = await spent(() => picture.draw((input = nextInput(input))));
        const redrawMs = await spent(() => picture.draw(input));
        const { quality } = picture;
        figures.push({
          particles: count,
          sparks: quality.sparks,
          width,
          height,
          frameMs,
          redrawMs,
          passesMs: drawing.device.features.has('timestamp-query') ? quality.frameMilliseconds : Number.NaN,
          drawnShare: quality.drawnShare,
        });
      }
    }
  }
  return { device: `${vendor} ${architecture}`.trim(), software: drawing.software, figures };
}
