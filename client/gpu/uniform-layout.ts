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

/** The values of the picture itself: the camera, the screen, and the smoothed `Mood`. */
export const viewStruct = layoutStruct('View', {
  viewProjection: 'mat4x4f',
  /** Position of the camera in m; w is its distance from the target, in m. */
  eye: 'vec4f',
  /** The background, sRGB-encoded. */
  space: 'vec4f',
  /** Tint of the haze: the hue of the glow at luminance 1. */
  haze: 'vec4f',
  /** Size of the picture in pixels. */
  size: 'vec2f',
  width: 'u32',
  height: 'u32',
  /** Picture pixels per pixel of a page that is 900 px high: the scale of sizes on the screen. */
  pixelScale: 'f32',
  /** Half the depth that the scene fills, in m. */
  sceneRadius: 'f32',
  /** Slots of this frame, and of the previous frame. */
  slots: 'u32',
  previousSlots: 'u32',
  /** Position between the previous frame (0) and this one (1). */
  alpha: 'f32',
  /** Simulated seconds between the two frames, and the distance in m beyond which a step is a jump and not a motion. */
  frameSeconds: 'f32',
  jumpDistance: 'f32',
  /** Wall-clock seconds since the last draw, and seconds of decoration (scaled by animationSpeed). */
  seconds: 'f32',
  animationSeconds: 'f32',
  /** Share of the particles that is drawn, and the gain that makes up for the others. */
  drawnShare: 'f32',
  shareGain: 'f32',
  /** Sparks, and the time that they advance in this frame: seconds of their lives, steps, and simulated seconds of a step. */
  sparkCount: 'u32',
  sparkSeconds: 'f32',
  sparkSteps: 'u32',
  sparkStepSeconds: 'f32',
  sparkGain: 'f32',
  sparkReach: 'f32',
  /** Simulated seconds that the shutter is open, and the most splats of a stroke. */
  shutterSeconds: 'f32',
  maxDabs: 'u32',
  /** Largest disc in pixels. */
  maxDisc: 'f32',
  /** Share of the trail image that remains, and the gain with which it is shown. */
  trailKeep: 'f32',
  trailGain: 'f32',
  /** Speed in m/s at the middle of the palette. */
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
  /** Share of the way to its target that the exposure moves in this frame. */
  exposureStep: 'f32',
  /** 1 when a point splat is not spread over pixels. */
  coarse: 'u32',
  frameIndex: 'u32',
  /**
   * For the flash limiter: history slots that have passed, share of the way that spent tiles follow in this frame, size of the previous
   * picture.
   */
  flashSlotsPassed: 'u32',
  flashCalm: 'f32',
  widthBefore: 'u32',
  heightBefore: 'u32',
});

const lookStruct = layoutStruct('Look', Object.fromEntries(gpuParameterKeys.map((key) => [key, typeOf(parameterOf(key))])));

/** Scalars get a prefix: some of their names are reserved in WGSL. */
const scalarField = (name: FrameScalar) => `now${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
const scalarStruct = layoutStruct('Scalars', Object.fromEntries(frameScalars.map((name) => [scalarField(name), 'f32'])) as StructFields);

const lookBase = viewStruct.size;
const scalarBase = lookBase + lookStruct.size;

export type ViewValues = StructValues<(typeof viewStruct)['fields']>;

/** The uniform of a frame: its WGSL and its bytes come from the same declarations. */
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
