import {
  AdditiveBlending,
  BufferAttribute,
  BufferGeometry,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  type Object3D,
  PerspectiveCamera,
  Points,
  PointsNodeMaterial,
  Scene,
  Sprite,
  WebGPURenderer,
} from 'three/webgpu';
import {
  abs,
  cameraProjectionMatrix,
  float,
  floor,
  instancedBufferAttribute,
  instanceIndex,
  mix,
  modelViewMatrix,
  positionGeometry,
  uv,
  varying,
  vec2,
  vec4,
} from 'three/tsl';
import { matricesOf } from '../../client/gpu/camera-matrices.ts';
import type { RenderInput } from '../../client/gpu/types.ts';
import { particleWords } from '../../shared/simulation/frame-layout.ts';
import { race } from './race.ts';
import { nextInput, side } from './scene.ts';
import { openStudio } from './studio.ts';

interface Drawn {
  readonly object: Object3D;
  readonly places: BufferAttribute;
}

const paint = { color: 0x0a0a0a, blending: AdditiveBlending, depthTest: false, depthWrite: false, transparent: true } as const;

/** The points with a size that three.js offers: sprites, here two pixels wide with the picture's weights for the pixels between. */
function spritesOf(places: Float32Array): Drawn {
  const attribute = new InstancedBufferAttribute(places, 3);
  const material = new PointsNodeMaterial({ ...paint, sizeAttenuation: false });
  material.positionNode = instancedBufferAttribute(attribute, 'vec3');
  material.sizeNode = vec2(2, 2);
  const share = vec2(1, 1).sub(abs(uv().sub(0.5).mul(2)));
  material.opacityNode = share.x.mul(share.y);
  const object = new Sprite(material);
  object.count = places.length / 3;
  return { object, places: attribute };
}

/** The same by four points per particle, one on each of its pixels: not in the manual of three.js, and sometimes faster. */
function cornersOf(places: Float32Array): Drawn {
  const geometry = new InstancedBufferGeometry();
  const attribute = new BufferAttribute(places, 3);
  geometry.setAttribute('position', attribute);
  geometry.instanceCount = 4;
  const clip = cameraProjectionMatrix.mul(modelViewMatrix).mul(vec4(positionGeometry, 1));
  const from = clip.xy.div(clip.w).mul(0.5).add(0.5).mul(side).sub(0.5);
  const corner = vec2(float(instanceIndex.mod(2)), float(instanceIndex.div(2)));
  const part = from.sub(floor(from));
  const share = mix(vec2(1, 1).sub(part), part, corner);
  const place = floor(from).add(corner).add(0.5).div(side).mul(2).sub(1);
  const material = new PointsNodeMaterial(paint);
  material.vertexNode = vec4(place.mul(clip.w), clip.z, clip.w);
  material.opacityNode = varying(share.x.mul(share.y));
  return { object: new Points(geometry, material), places: attribute };
}

/** The least that three.js can draw: one pixel per particle, without weights. */
function pixelsOf(places: Float32Array): Drawn {
  const geometry = new BufferGeometry();
  const attribute = new BufferAttribute(places, 3);
  geometry.setAttribute('position', attribute);
  return { object: new Points(geometry, new PointsNodeMaterial(paint)), places: attribute };
}

/** Opens the renderer of three.js with the same particles in one additive draw call, and no passes after it. */
async function openThree({ frame, camera, parameters }: RenderInput, drawnBy: (places: Float32Array) => Drawn) {
  const renderer = new WebGPURenderer({ antialias: false, trackTimestamp: false });
  await renderer.init();
  renderer.setPixelRatio(1);
  renderer.setSize(side, side);
  document.body.append(renderer.domElement);
  const flat = new Float32Array(frame.slots * 3);
  for (let slot = 0; slot < frame.slots; slot++) {
    for (let axis = 0; axis < 3; axis++) flat[slot * 3 + axis] = frame.floats[slot * particleWords + axis];
  }
  const { object, places } = drawnBy(flat);
  object.frustumCulled = false;
  const scene = new Scene();
  scene.add(object);
  const eye = new PerspectiveCamera();
  const { viewProjection } = matricesOf(camera, { width: side, height: side, zoom: parameters.zoom });
  eye.coordinateSystem = renderer.coordinateSystem;
  eye.projectionMatrix.fromArray(viewProjection);
  eye.projectionMatrixInverse.copy(eye.projectionMatrix).invert();
  const { device } = renderer.backend as unknown as { device: GPUDevice };
  return {
    canvas: renderer.domElement,
    draw: async () => {
      places.needsUpdate = true;
      renderer.render(scene, eye);
      await device.queue.onSubmittedWorkDone();
    },
  };
}

/** Blocks along a side of the picture, by which two pictures are compared. */
const blocks = 16;

/** Mean brightness of each block after a draw. The canvas is read in the same task: later it is empty. */
async function brightnessOf(canvas: HTMLCanvasElement, draw: () => Promise<void>): Promise<number[]> {
  const done = draw();
  const bitmap = await createImageBitmap(canvas);
  await done;
  const copy = new OffscreenCanvas(side, side).getContext('2d')!;
  copy.drawImage(bitmap, 0, 0, side, side);
  const { data } = copy.getImageData(0, 0, side, side);
  const sums = Array.from({ length: blocks * blocks }, () => 0);
  const blockOf = (pixel: number) => Math.floor((pixel % side) / (side / blocks)) + blocks * Math.floor(pixel / side / (side / blocks));
  for (let at = 0; at < data.length; at += 4) sums[blockOf(at / 4)] += (data[at] + data[at + 1] + data[at + 2]) / 3;
  return sums.map((sum) => sum / (side / blocks) ** 2);
}

/** Compares a frame of the picture with one of three.js, each with its upload, and measures their brightness block by block. */
export async function measurePeer(rounds: number) {
  const studio = await openStudio(1);
  const { device, picture, canvas } = studio;
  const sprites = await openThree(studio.input, spritesOf);
  const corners = await openThree(studio.input, cornersOf);
  const pixels = await openThree(studio.input, pixelsOf);
  let { input } = studio;
  const draw = () => {
    input = nextInput(input);
    picture.draw(input);
    return device.queue.onSubmittedWorkDone();
  };
  const milliseconds = await race({ picture: draw, sprites: sprites.draw, corners: corners.draw, pixels: pixels.draw }, rounds);
  return {
    milliseconds,
    brightness: {
      picture: await brightnessOf(canvas, draw),
      sprites: await brightnessOf(sprites.canvas, sprites.draw),
      corners: await brightnessOf(corners.canvas, corners.draw),
      pixels: await brightnessOf(pixels.canvas, pixels.draw),
    },
  };
}
