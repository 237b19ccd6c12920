import {
  type Parameter,
  type ParameterKey,
  parameterKeys,
  parameterOf,
  type ParameterValue,
  type ParameterValues,
} from '../../shared/parameters/index.ts';
import { type FrameScalar, type FrameScalars, frameScalars } from '../../shared/simulation/frame-layout.ts';
import { linearColour } from './colour.ts';
import { layoutStruct, type StructFields, type StructValues, type WgslType, writeStruct } from './struct-layout.ts';

/** Parameters that the passes read, in the registry's order. */
export const gpuParameterKeys = parameterKeys.filter((key) => parameterOf(key).reaches.includes('gpu'));

function typeOf(parameter: Parameter): WgslType {
  switch (parameter.kind) {
    case 'number':
      return 'f32';
    case 'colour':
      return 'vec4f';
    case 'integer':
    case 'choice':
    case 'switch':
    case 'pitches':
      return 'u32';
  }
}

/** A parameter as the GPU reads it: colours in linear light, choices as their index, switches as 0 or 1, pitches as twelve bits. */
function encodeParameter(parameter: Parameter, value: ParameterValue): number | ArrayLike<number> {
  switch (parameter.kind) {
    case 'number':
    case 'integer':
      return Number(value);
    case 'switch':
      return value ? 1 : 0;
    case 'choice':
      return parameter.choices.indexOf(String(value));
    case 'pitches':
      return Number.parseInt(String(value), 2);
    case 'colour':
      return linearColour(String(value));
  }
}

/** What the picture itself adds: the camera, the screen, and what the frame's state has smoothed over time. */
export const viewStruct = layoutStruct('View', {
  viewProjection: 'mat4x4f',
  /** Camera's place in m; w is its distance from what it looks at, in m. */
  eye: 'vec4f',
  /** The background as the screen takes it (sRGB-encoded). */
  space: 'vec4f',
  /** Tint of what lies between things: the hue of the glow at luminance 1. */
  haze: 'vec4f',
  /** Pixels of the picture. */
  size: 'vec2f',
  width: 'u32',
  height: 'u32',
  /** Pixels of the image for one pixel of a page that is 900 px high: what sizes on the screen scale by. */
  pixelScale: 'f32',
  /** Half the depth that the scene fills, in m. */
  sceneRadius: 'f32',
  /** Slots of this frame, and of the one before. */
  slots: 'u32',
  previousSlots: 'u32',
  /** Position between the frame before (0) and this one (1). */
  alpha: 'f32',
  /** Simulated seconds between the two frames, and the distance in m beyond which a step is a jump and not a motion. */
  frameSeconds: 'f32',
  jumpDistance: 'f32',
  /** Wall seconds since the last draw, and seconds of decoration (scaled by animationSpeed). */
  seconds: 'f32',
  animationSeconds: 'f32',
  /** Share of the particles that is drawn, and the light that makes up for the others. */
  drawnShare: 'f32',
  shareGain: 'f32',
  /** Sparks, and their way in this frame: seconds of their lives, and the steps in simulated seconds. */
  sparkCount: 'u32',
  sparkSeconds: 'f32',
  sparkSteps: 'u32',
  sparkStepSeconds: 'f32',
  sparkGain: 'f32',
  sparkReach: 'f32',
  /** Simulated seconds that the shutter is open, and the most dabs of which a stroke is made. */
  shutterSeconds: 'f32',
  maxDabs: 'u32',
  /** Largest disc in pixels. */
  maxDisc: 'f32',
  /** Share of the trail image that stays, and how much of it is shown. */
  trailKeep: 'f32',
  trailGain: 'f32',
  /** Speed in m/s that stands in the middle of the palette. */
  middleSpeed: 'f32',
  /** Turn of the hue in radians, chroma ×, and shift along the palette. */
  hueTurn: 'f32',
  chroma: 'f32',
  paletteShift: 'f32',
  /** Light ×, size ×, glow 0..1 and flash × after the links. */
  light: 'f32',
  swell: 'f32',
  glowAmount: 'f32',
  shimmer: 'f32',
  /** Share of the way that the exposure goes in this frame. */
  exposureStep: 'f32',
  /** 1 where points are not shared between pixels. */
  coarse: 'u32',
  frameIndex: 'u32',
  /** Of the limiter of flashes: slots of its memory that have passed, how far spent tiles follow in this frame, and the size of the picture before this one. */
  flashSlotsPassed: 'u32',
  flashCalm: 'f32',
  widthBefore: 'u32',
  heightBefore: 'u32',
});

const lookStruct = layoutStruct('Look', Object.fromEntries(gpuParameterKeys.map((key) => [key, typeOf(parameterOf(key))])));

/** Scalars carry a prefix: some of their names are WGSL's own words. */
const scalarField = (name: FrameScalar) => `now${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
const scalarStruct = layoutStruct('Scalars', Object.fromEntries(frameScalars.map((name) => [scalarField(name), 'f32'])) as StructFields);

const lookBase = viewStruct.size;
const scalarBase = lookBase + lookStruct.size;

export type ViewValues = StructValues<(typeof viewStruct)['fields']>;

/** The one uniform of a frame: its WGSL and its bytes come from the same declarations. */
export const frameUniform = {
  size: scalarBase + scalarStruct.size,
  text: [
    viewStruct.text,
    lookStruct.text,
    scalarStruct.text,
    `struct FrameUniform {\n  view: View,\n  @align(16) look: Look,\n  @align(16) scalars: Scalars,\n}`,
  ].join('\n'),
  offsets: { view: 0, look: lookBase, scalars: scalarBase },
  structs: { view: viewStruct, look: lookStruct, scalars: scalarStruct },
} as const;

interface UniformTarget {
  readonly bytes: ArrayBuffer;
  readonly floats: Float32Array;
  readonly words: Uint32Array;
}

export function createUniformTarget(): UniformTarget {
  const bytes = new ArrayBuffer(frameUniform.size);
  return { bytes, floats: new Float32Array(bytes), words: new Uint32Array(bytes) };
}

/** Fills the uniform of one frame. */
export function writeFrameUniform(
  target: UniformTarget,
  view: ViewValues,
  parameters: ParameterValues,
  scalars: Readonly<FrameScalars>,
): void {
  writeStruct(viewStruct, view, target, 0);
  const look = Object.fromEntries(gpuParameterKeys.map((key: ParameterKey) => [key, encodeParameter(parameterOf(key), parameters[key])]));
  writeStruct(lookStruct, look as StructValues<StructFields>, target, lookBase);
  const now = Object.fromEntries(frameScalars.map((name) => [scalarField(name), scalars[name]]));
  writeStruct(scalarStruct, now as unknown as StructValues<StructFields>, target, scalarBase);
}
