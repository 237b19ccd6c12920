import { createPointLists } from './point-list.ts';
import { race } from './race.ts';
import { side } from './scene.ts';
import { openStudio, recordSplat, setView, submit } from './studio.ts';

/** Half floats are exact up to this integer. */
const maxExact = 2048;

async function readBack(device: GPUDevice, bytes: number, copy: (encoder: GPUCommandEncoder, into: GPUBuffer) => void) {
  const buffer = device.createBuffer({ size: bytes, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  await submit(device, (encoder) => copy(encoder, buffer));
  await buffer.mapAsync(GPUMapMode.READ);
  const copied = buffer.getMappedRange().slice(0);
  buffer.destroy();
  return copied;
}

/** Returns the FNV-1a hash of integers, with their sum and maximum. */
function digest(pixels: number, grainAt: (pixel: number, channel: number) => number) {
  let hash = 0x811c9dc5;
  let total = 0;
  let most = 0;
  for (let pixel = 0; pixel < pixels; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      const grains = grainAt(pixel, channel);
      hash = Math.imul(hash ^ (grains & 0xffff), 0x01000193);
      hash = Math.imul(hash ^ (grains >>> 16), 0x01000193);
      total += grains;
      most = Math.max(most, grains);
    }
  }
  return { hash: (hash >>> 0).toString(16).padStart(8, '0'), total, most };
}

/** Compares the picture's compute raster with lists of points, for points on one pixel and for points shared between four. */
export async function measureRaster(rounds: number) {
  const studio = await openStudio(1);
  const { device, works } = studio;
  // A buffer that can be read back.
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
  const lightSum = works.resources.buffer('lightSum', side * side * 12, usage);
  const lists = await createPointLists(studio);
  // Faint enough that half floats are exact for the fullest pixel.
  setView(studio, 'shareGain', 1 / 4);

  const drawn = async () => {
    const { target: texture } = lists;
    const halves = new Float16Array(
      await readBack(device, side * side * 8, (encoder, buffer) =>
        encoder.copyTextureToBuffer({ texture }, { buffer, bytesPerRow: side * 8 }, [side, side]),
      ),
    );
    return digest(side * side, (pixel, channel) => halves[pixel * 4 + channel]);
  };

  const measure = async (coarse: boolean) => {
    setView(studio, 'coarse', coarse ? 1 : 0);
    const compute = () =>
      submit(device, (encoder) => {
        encoder.clearBuffer(lightSum);
        recordSplat(studio, encoder);
      });
    const points = () => submit(device, (encoder) => lists.direct(encoder, coarse));
    const prepared = () => submit(device, (encoder) => lists.prepared(encoder, coarse));
    const milliseconds = await race({ compute, points, prepared }, rounds);
    const sums = new Uint32Array(await readBack(device, lightSum.size, (encoder, into) => encoder.copyBufferToBuffer(lightSum, into)));
    const pictures = { compute: digest(side * side, (pixel, channel) => sums[pixel * 3 + channel]), prepared: await drawn() };
    await points();
    return { milliseconds, pictures: { ...pictures, points: await drawn() }, exact: pictures.compute.most <= maxExact };
  };

  return { coarse: await measure(true), shared: await measure(false) };
}
