import { openDevice } from '../../client/gpu/device.ts';
import { createWebgpuPicture } from '../../client/gpu/webgpu-picture.ts';
import { defaultParameters } from '../../shared/parameters/index.ts';
import { median } from '../statistics.ts';
import { nextInput, sceneInput } from './scene.ts';

/** Screens in pixels: the bench's square, a usual one and a large one. */
const screens = [
  [1024, 1024],
  [1920, 1080],
  [3840, 2160],
] as const;
const warmUps = 6;
/** Sparks of a particle, as universes have them. */
const sparksEach = defaultParameters.sparks;

interface CountFigures {
  readonly particles: number;
  readonly sparks: number;
  readonly width: number;
  readonly height: number;
  /** From the draw to its end on the device, the upload of a new frame with it; the median, in ms. */
  readonly frameMs: number;
  /** The same without a new frame: what a picture between two ticks costs. */
  readonly redrawMs: number;
  /** The passes alone, by the device's own clock, smoothed, in ms; NaN where it has none. */
  readonly passesMs: number;
  /** Share of the particles that was drawn. */
  readonly drawnShare: number;
}

/** The whole picture in full quality, for each number of particles on each screen, without sparks and with as many of them. */
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
