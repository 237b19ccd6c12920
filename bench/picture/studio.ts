import { openDevice } from '../../client/gpu/device.ts';
import { frameUniform, viewStruct } from '../../client/gpu/uniform-layout.ts';
import { createWebgpuPicture } from '../../client/gpu/webgpu-picture.ts';
import { sceneInput, side } from './scene.ts';

/** Opens the product's picture of the scene, drawn once, with access to its parts. */
export async function openStudio(fixedQuality: number, input = sceneInput()) {
  const drawing = await openDevice();
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const picture = await createWebgpuPicture(drawing, canvas, fixedQuality);
  picture.resize(side, side, 1);
  picture.draw(input);
  const { device, software } = drawing;
  await device.queue.onSubmittedWorkDone();
  return { device, software, canvas, picture, input, works: picture.works };
}

export type Studio = Awaited<ReturnType<typeof openStudio>>;

/** Writes a number of the view into the uniform; the next draw overwrites it. */
export function setView({ device, works }: Studio, name: keyof typeof viewStruct.offsets, value: number): void {
  const integer = viewStruct.fields[name] === 'u32';
  const at = frameUniform.offsets.view + viewStruct.offsets[name];
  device.queue.writeBuffer(works.resources.get('frame') as GPUBuffer, at, integer ? new Uint32Array([value]) : new Float32Array([value]));
}

/** Records the passes of the picture that splat particles. */
export function recordSplat({ works }: Studio, encoder: GPUCommandEncoder): void {
  encoder.clearBuffer(works.resources.get('broadCount') as GPUBuffer);
  works.graph.record(
    encoder,
    works.passes.filter(({ kernel }) => kernel === 'splatParticles' || kernel === 'splatBroad'),
  );
}

/** Records, submits, and waits until the device has finished. */
export async function submit(device: GPUDevice, record: (encoder: GPUCommandEncoder) => void): Promise<void> {
  const encoder = device.createCommandEncoder();
  record(encoder);
  device.queue.submit([encoder.finish()]);
  await device.queue.onSubmittedWorkDone();
}
