import { sparkStruct } from '../../client/gpu/spark-pool.ts';
import { planPasses } from '../../client/gpu/passes.ts';
import { median } from '../statistics.ts';
import { nextInput, sceneInput } from './scene.ts';
import { openStudio, setView, type Studio, submit } from './studio.ts';

interface PassesAsked {
  readonly particles: number;
  readonly sparks: number;
  readonly width: number;
  readonly height: number;
  readonly rounds: number;
}

interface PassTime {
  readonly kernel: string;
  readonly ms: number;
}

/** Frames in which all sparks are emitted. */
const sheddingFrames = 6;
const bloomLevels = 7;
const particleBytes = 16;

/** Milliseconds between the two timestamps that `record` writes to a query set; the median of the rounds. */
async function timed(device: GPUDevice, rounds: number, record: (encoder: GPUCommandEncoder, times: GPUQuerySet) => void): Promise<number> {
  const times = device.createQuerySet({ type: 'timestamp', count: 2 });
  const resolved = device.createBuffer({ size: 16, usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC });
  const readable = device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const spent: number[] = [];
  for (let round = -2; round < rounds; round++) {
    await submit(device, (encoder) => {
      record(encoder, times);
      encoder.resolveQuerySet(times, 0, 2, resolved, 0);
      encoder.copyBufferToBuffer(resolved, 0, readable, 0, 16);
    });
    await readable.mapAsync(GPUMapMode.READ);
    const [begin, end] = new BigUint64Array(readable.getMappedRange());
    readable.unmap();
    if (round >= 0) spent.push(Number(end! - begin!) / 1e6);
  }
  for (const resource of [times, resolved, readable]) resource.destroy();
  return median(spent);
}

/** Bytes per second that the device copies; reads and writes count once each. */
async function copyBandwidth(device: GPUDevice, bytes: number, rounds: number): Promise<number> {
  const [from, to] = [0, 1].map(() => device.createBuffer({ size: bytes, usage: GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST }));
  const ms = await timed(device, rounds, (encoder, querySet) => {
    // Only passes can write timestamps; these are empty.
    encoder.beginComputePass({ timestampWrites: { querySet, endOfPassWriteIndex: 0 } }).end();
    encoder.copyBufferToBuffer(from!, 0, to!, 0, bytes);
    encoder.beginComputePass({ timestampWrites: { querySet, beginningOfPassWriteIndex: 1 } }).end();
  });
  for (const buffer of [from!, to!]) buffer.destroy();
  return (2 * bytes) / (ms / 1000);
}

/** Draws with the requested number of sparks, without the limits of the product, until all of them are emitted. */
async function shed(studio: Studio, { sparks, width, height }: PassesAsked, input: Studio['input']) {
  const { device, picture, works } = studio;
  picture.resize(width, height, 1);
  works.resources.buffer('sparks', sparks * sparkStruct.size, GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC);
  let next = input;
  for (let frame = 0; frame < sheddingFrames; frame++) {
    picture.draw((next = nextInput(next)));
    setView(studio, 'sparkCount', sparks);
    await submit(device, (encoder) =>
      works.graph.record(
        encoder,
        planned(studio, input, { sparks, width, height }).filter(({ kernel }) => kernel === 'moveSparks'),
      ),
    );
  }
}

const planned = (
  { software }: Studio,
  { frame }: Studio['input'],
  { sparks, width, height }: Pick<PassesAsked, 'sparks' | 'width' | 'height'>,
) => planPasses({ width, height, slots: frame.slots, sparks, bloomLevels, resized: false, software });

/**
 * Measures the time of each pass of a picture by the device's own clock, and the share of its copy bandwidth reached by the passes that
 * read and write most: `integrate`, which moves sparks, and `splat`, which reads them and adds their light.
 */
export async function measurePasses(asked: PassesAsked) {
  const studio = await openStudio(1, sceneInput(asked.particles));
  const { device, works } = studio;
  if (!device.features.has('timestamp-query')) throw new Error('this device has no clock of its own');
  await shed(studio, asked, studio.input);
  // A texture of a canvas is valid for one frame only.
  const { width, height } = asked;
  const screen = device.createTexture({ size: [width, height], format: 'rgba8unorm', usage: GPUTextureUsage.STORAGE_BINDING });
  works.resources.lend('canvas', screen.createView());
  const passes: PassTime[] = [];
  for (const pass of planned(studio, studio.input, asked)) {
    const ms = await timed(device, asked.rounds, (encoder, querySet) =>
      works.graph.record(encoder, [pass], { querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 }),
    );
    passes.push({ kernel: pass.kernel, ms });
  }
  const bytes = asked.sparks * sparkStruct.size;
  const bandwidth = await copyBandwidth(device, Math.min(bytes, device.limits.maxBufferSize), asked.rounds);
  const share = (moved: number, kernel: string) => moved / (passes.find((pass) => pass.kernel === kernel)!.ms / 1000) / bandwidth;
  const { vendor, architecture } = device.adapterInfo;
  return {
    device: `${vendor} ${architecture}`.trim(),
    passes,
    copyGigabytesPerSecond: bandwidth / 1e9,
    // Each spark is read and written; a new spark also reads its particle, but few are new in a frame.
    integrateShare: share(2 * bytes, 'moveSparks'),
    // Each spark is read, and adds light to three channels of four pixels.
    splatShare: share(bytes + asked.sparks * 4 * 3 * 4, 'splatSparks'),
    particleSplatShare: share(asked.particles * (particleBytes + 4 * 3 * 4), 'splatParticles'),
  };
}
