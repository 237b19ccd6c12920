export {
  type CameraState,
  type CameraView,
  dollyCamera,
  driftCamera,
  frameCamera,
  orbitCamera,
  panCamera,
  placeOnScreen,
  type Point,
  projectPoint,
  screenRay,
  viewOf,
  type Viewport,
  wheelCamera,
} from './camera.ts';
export { createRenderer, type Renderer, type RendererOptions } from './renderer.ts';
export type { PictureQuality, RenderInput } from './types.ts';
