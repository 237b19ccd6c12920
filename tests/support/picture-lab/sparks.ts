import { openDevice } from '../../../client/gpu/device.ts';
import { frameCamera } from '../../../client/gpu/index.ts';
import { sparkStruct } from '../../../client/gpu/spark-pool.ts';
import { createWebgpuPicture } from '../../../client/gpu/webgpu-picture.ts';
import type { ParameterPatch } from '../../../shared/parameters/index.ts';
import { uniformAt } from '../../../shared/math/generator.ts';
import { createWorld } from '../../../shared/simulation/create-world.ts';
import { syncEntities } from '../../../shared/simulation/entities.ts';
import {
  type Frame,
  frameScalars,
  type FrameScalars,
  freeAge,
  packedFields,
  particleWords,
} from '../../../shared/simulation/frame-layout.ts';
import { buildParticleKernel, particleSchedule, runAlone } from '../../../shared/simulation/schedule.ts';
import { placeWells } from '../../../shared/simulation/place-wells.ts';
import type { UniverseWorld } from '../../../shared/simulation/world.ts';
import { defaultDocument, type UniverseDocument, type Well } from '../../../shared/universe/index.ts';
import { pictureDone, readBuffer } from './read-buffer.ts';

interface SparksAsked {
  parameters: ParameterPatch;
  wells?: readonly Partial<Well>[];
  ticks: number;
}

/** For each, x, y, z of its position in m and of its velocity in m/s. */
interface Moved {
  sparks: number[];
  particles: number[];
}

declare global {
  interface Window {
    /** Moves sparks and particles with equal initial states for some ticks. */
    moveBoth?: (asked: SparksAsked) => Promise<Moved>;
  }
}

const count = 200;
const firstTick = 500;
const sparkWords = sparkStruct.size / Float32Array.BYTES_PER_ELEMENT;

/** Makes a universe without births, and without forces other than the given ones. */
function documentOf({ parameters, wells = [] }: SparksAsked): UniverseDocument {
  const document = defaultDocument();
  const [well] = document.wells;
  const still = { particleCount: count, gravity: 0, turbulence: 0, airResistance: 0, sparks: 8 };
  return {
    ...document,
    wells: wells.map((values, index) => ({ ...well, orbit: 0, id: `w${index}`, ...values })),
    parameters: { ...document.parameters, ...still, ...parameters },
  };
}

/** Returns the initial position and velocity of a particle: x, y, z of each. */
function startOf(index: number, size: number): number[] {
  const at = (key: number, most: number) => (uniformAt(11, index, key) * 2 - 1) * most;
  return [0, 1, 2].map((key) => at(key, 0.9 * size)).concat([3, 4, 5].map((key) => at(key, 12)));
}

function worldOf(document: UniverseDocument): UniverseWorld {
  const world = createWorld(document);
  syncEntities(world);
  const { Position, Velocity, Life, Clock, Modulation } = world.stores;
  Clock.used[0] = count;
  Modulation.gravity[0] = document.parameters.gravity;
  for (let i = 0; i < count; i++) {
    Life.lifetime[i] = 1e6;
    [Position.x[i], Position.y[i], Position.z[i], Velocity.x[i], Velocity.y[i], Velocity.z[i]] = startOf(i, document.parameters.boundsSize);
  }
  return world;
}

/** Makes a frame of free slots, which emit no further sparks. */
function emptyFrame(tick: number, gravity: number, wells: Float32Array): Frame {
  const words = new Uint32Array(count * particleWords);
  for (let slot = 0; slot < count; slot++) words[slot * particleWords + 3] = freeAge << packedFields.age.shift;
  const scalars = Object.fromEntries(frameScalars.map((name) => [name, 0])) as FrameScalars;
  Object.assign(scalars, { tick, gravity, slots: count });
  return { sequence: tick, slots: count, words, floats: new Float32Array(words.buffer), scalars, emitters: new Float32Array(), wells };
}

window.moveBoth = async (asked) => {
  const document = documentOf(asked);
  const world = worldOf(document);
  const { Clock } = world.stores;
  const step = buildParticleKernel(world, particleSchedule);
  const draw = beginSparks(await (ready ??= setUp()), document);
  const wells = new Float32Array(document.wells.length * 3);
  for (let tick = firstTick; tick <= firstTick + asked.ticks; tick++) {
    Clock.tick[0] = tick;
    placeWells(world, wells);
    // The first frame starts the clock of the sparks at elapsed time 0.
    if (tick > firstTick) runAlone(step);
    await draw.next(emptyFrame(tick, document.parameters.gravity, wells));
  }
  return { sparks: await draw.sparks(), particles: Array.from({ length: count }, (_, i) => motionOf(world, i)).flat() };
};

function motionOf({ stores: { Position, Velocity } }: UniverseWorld, i: number): number[] {
  return [Position.x[i], Position.y[i], Position.z[i], Velocity.x[i], Velocity.y[i], Velocity.z[i]];
}

async function setUp() {
  const drawing = await openDevice();
  const picture = await createWebgpuPicture(drawing, document.createElement('canvas'), 1);
  picture.resize(64, 64, 1);
  return { device: drawing.device, picture };
}
type Stage = Awaited<ReturnType<typeof setUp>>;
let ready: Promise<Stage> | null = null;

/** Sets the sparks of a picture to the initial states of the particles. */
function beginSparks({ device, picture }: Stage, { parameters, seed, wells }: UniverseDocument) {
  const buffer = picture.works.resources.get('sparks') as GPUBuffer;
  const sparks = new Float32Array(count * sparkWords);
  for (let i = 0; i < count; i++) {
    const motion = startOf(i, parameters.boundsSize);
    sparks.set([...motion.slice(0, 3), 0, ...motion.slice(3), 1], i * sparkWords);
  }
  device.queue.writeBuffer(buffer, 0, sparks);
  const camera = frameCamera(parameters);
  return {
    async next(frame: Frame): Promise<void> {
      picture.draw({ frame, alpha: 1, seconds: 1 / 60, parameters, seed, wells, camera, reducedMotion: false });
      await pictureDone(device);
    },
    async sparks(): Promise<number[]> {
      const moved = await readBuffer(device, buffer, sparks.byteLength);
      return Array.from({ length: count }, (_, i) => {
        const at = i * sparkWords;
        return [...moved.subarray(at, at + 3), ...moved.subarray(at + 4, at + 7)];
      }).flat();
    },
  };
}
