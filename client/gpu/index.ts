export { createAutoFraming } from './auto-framing.ts';
export {
  type CameraState,
  dollyCamera,
  driftCamera,
  frameCamera,
  orbitCamera,
  panCamera,
  placeOnScreen,
  type Point,
  projectPoint,
  type Projection,
  projectionOf,
  type Viewport,
  wheelCamera,
} from './camera.ts';
export { createCanvasPicture } from './canvas-picture.ts';
export { fixedQualities } from './fixed-qualities.ts';
export type { PictureCanvas } from './canvas-output.ts';
export type { Notice } from './notice.ts';
export { createRenderer, type Renderer } from './renderer.ts';
export { speciesColours } from './species-colours.ts';
export type { Drive, PictureQuality, PictureRenderer } from './types.ts';
