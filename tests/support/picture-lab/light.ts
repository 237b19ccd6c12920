import { openDevice } from '../../../client/gpu/device.ts';
import { frameCamera } from '../../../client/gpu/index.ts';
import { placeOnScreen } from '../../../client/gpu/camera.ts';
import { createWebgpuPicture } from '../../../client/gpu/webgpu-picture.ts';
import { defaultParameters, type ParameterPatch } from '../../../shared/parameters/index.ts';
import {
  type Frame,
  frameScalars,
  type FrameScalars,
  freeAge,
  maxPacked,
  packedFields,
  packedSpeedMax,
  particleWords,
} from '../../../shared/simulation/frame-layout.ts';
import { pictureDone, readBuffer } from './read-buffer.ts';

/** A particle by its position on the screen. */
interface Placed {
  /** Pixels from the left and from the top. */
  x: number;
  y: number;
  /** Metres towards the camera, which is 20 m away. */
  nearer?: number;
  /** Speed in the frame, m/s; it does not move the particle. */
  speed?: number;
  /** 0..1 */
  flash?: number;
  /** Makes a free slot instead of a particle. */
  free?: boolean;
}

interface LightAsked {
  particles: readonly Placed[];
  /** Their positions a frame before; by default the present ones. */
  before?: readonly Placed[];
  /** Interpolation between the two frames, 0..1. */
  alpha?: number;
  /** Seconds between the two pictures. */
  seconds?: number;
  parameters?: ParameterPatch;
}

declare global {
  interface Window {
    /** Returns the luminance of each pixel before exposure, bloom and tone curve, row by row. */
    lightOf?: (asked: LightAsked) => Promise<number[]>;
  }
}

const size = { width: 96, height: 64, zoom: 1 };
const camera = { ...frameCamera({ boundsSize: 8 }), azimuth: 0, elevation: 0, distance: 20 };
/** Turns off changes of light over time, and gives all particles one colour. */
const still = { animationSpeed: 0, sparks: 0, depthCue: 0, trail: 0, audioToEffects: 0, musicToColour: 0, colourBy: 'age' } as const;
const middleAge = 100;
const meanSpeed = 4;

function frameOf(placed: readonly Placed[], sequence: number): Frame {
  const words = new Uint32Array(placed.length * particleWords);
  const floats = new Float32Array(words.buffer);
  for (const [slot, { x, y, nearer = 0, speed = meanSpeed, flash = 0, free = false }] of placed.entries()) {
    floats.set(placeOnScreen(camera, size, x, y, [0, 0, nearer]), slot * particleWords);
    words[slot * particleWords + 3] =
      (Math.round(maxPacked(packedFields.speed) * Math.sqrt(speed / packedSpeedMax)) << packedFields.speed.shift) |
      ((free ? freeAge : middleAge) << packedFields.age.shift) |
      (Math.round(flash * maxPacked(packedFields.flash)) << packedFields.flash.shift);
  }
  const scalars = Object.fromEntries(frameScalars.map((name) => [name, 0])) as FrameScalars;
  Object.assign(scalars, { tick: 100 + sequence, slots: placed.length, alive: placed.length, meanSpeed, brightness: 1, saturation: 1 });
  return { sequence, slots: placed.length, words, floats, scalars, emitters: new Float32Array(), wells: new Float32Array() };
}

/** Creates the picture with a trail buffer that can be read back. */
async function setUp() {
  const drawing = await openDevice();
  const canvas = document.createElement('canvas');
  document.body.replaceChildren(canvas);
  const picture = await createWebgpuPicture(drawing, canvas, 1);
  picture.resize(size.width, size.height, 1);
  const bytes = size.width * size.height * 3 * Float32Array.BYTES_PER_ELEMENT;
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  return { picture, bytes, device: drawing.device, trail: picture.works.resources.buffer('trail', bytes, usage) };
}
let ready: ReturnType<typeof setUp> | null = null;
let sequence = 0;

window.lightOf = async ({ particles, before = particles, alpha = 1, seconds = 0, parameters }) => {
  const { picture, device, trail, bytes } = await (ready ??= setUp());
  device.queue.writeBuffer(trail, 0, new Uint8Array(bytes));
  for (const placed of [before, particles]) {
    sequence += 1;
    picture.draw({
      frame: frameOf(placed, sequence),
      alpha,
      seconds,
      parameters: { ...defaultParameters, ...still, ...parameters },
      seed: 1,
      wells: [],
      camera,
      reducedMotion: false,
    });
    await pictureDone(device);
  }
  const light = await readBuffer(device, trail, bytes);
  return Array.from(
    { length: size.width * size.height },
    (_, pixel) => 0.2126 * light[pixel * 3] + 0.7152 * light[pixel * 3 + 1] + 0.0722 * light[pixel * 3 + 2],
  );
};
