import {
  AdditiveBlending,
  BufferAttribute,
  BufferGeometry,
  PerspectiveCamera,
  Points,
  PointsNodeMaterial,
  Scene,
  WebGPURenderer,
} from 'three/webgpu';
import { viewOf } from '../../client/gpu/camera.ts';
import type { RenderInput } from '../../client/gpu/types.ts';
import { particleWords } from '../../shared/simulation/frame-layout.ts';
import { race } from './race.ts';
import { nextInput, side } from './scene.ts';
import { openStudio } from './studio.ts';

/** Three's renderer with the same points: one draw call, additive, a pixel each, which is the least that it can do. */
async function openThree({ frame, camera, parameters }: RenderInput) {
  const renderer = new WebGPURenderer({ antialias: false, trackTimestamp: false });
  await renderer.init();
  renderer.setPixelRatio(1);
  renderer.setSize(side, side);
  document.body.append(renderer.domElement);
  const places = new Float32Array(frame.slots * 3);
  for (let slot = 0; slot < frame.slots; slot++) {
    for (let axis = 0; axis < 3; axis++) places[slot * 3 + axis] = frame.floats[slot * particleWords + axis];
  }
  const geometry = new BufferGeometry();
  const position = new BufferAttribute(places, 3);
  geometry.setAttribute('position', position);
  const material = new PointsNodeMaterial({
    color: 0x0a0a0a,
    blending: AdditiveBlending,
    depthTest: false,
    depthWrite: false,
    transparent: true,
  });
  const points = new Points(geometry, material);
  points.frustumCulled = false;
  const scene = new Scene();
  scene.add(points);
  const eye = new PerspectiveCamera();
  const { viewProjection } = viewOf(camera, { width: side, height: side, zoom: parameters.zoom });
  eye.coordinateSystem = renderer.coordinateSystem;
  eye.projectionMatrix.fromArray(viewProjection);
  eye.projectionMatrixInverse.copy(eye.projectionMatrix).invert();
  const { device } = renderer.backend as unknown as { device: GPUDevice };
  return {
    canvas: renderer.domElement,
    draw: async () => {
      position.needsUpdate = true;
      renderer.render(scene, eye);
      await device.queue.onSubmittedWorkDone();
    },
  };
}

/** Share of the pixels that are brighter than space after a draw. The canvas is read in the same task: later it is empty. */
async function litShare(canvas: HTMLCanvasElement, draw: () => Promise<void>): Promise<number> {
  const done = draw();
  const bitmap = await createImageBitmap(canvas);
  await done;
  const copy = new OffscreenCanvas(side, side).getContext('2d')!;
  copy.drawImage(bitmap, 0, 0, side, side);
  const { data } = copy.getImageData(0, 0, side, side);
  let lit = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] > 24) lit += 1;
  return lit / (side * side);
}

/** A frame of the picture against one of three.js, each with its upload; and how much of its canvas each has lit. */
export async function measurePeer(rounds: number) {
  const studio = await openStudio(1);
  const { device, picture, canvas } = studio;
  const three = await openThree(studio.input);
  let { input } = studio;
  const draw = () => {
    input = nextInput(input);
    picture.draw(input);
    return device.queue.onSubmittedWorkDone();
  };
  const milliseconds = await race({ picture: draw, three: three.draw }, rounds);
  return { milliseconds, lit: { picture: await litShare(canvas, draw), three: await litShare(three.canvas, three.draw) } };
}
