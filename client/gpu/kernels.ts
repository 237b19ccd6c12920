import colour from '../../shaders/common/colour.wgsl?raw';
import deposit from '../../shaders/common/deposit.wgsl?raw';
import fields from '../../shaders/common/fields.wgsl?raw';
import flash from '../../shaders/common/flash.wgsl?raw';
import grains from '../../shaders/common/grains.wgsl?raw';
import hash from '../../shaders/common/hash.wgsl?raw';
import lens from '../../shaders/common/lens.wgsl?raw';
import particle from '../../shaders/common/particle.wgsl?raw';
import pigment from '../../shaders/common/pigment.wgsl?raw';
import sight from '../../shaders/common/sight.wgsl?raw';
import slots from '../../shaders/common/slots.wgsl?raw';
import tone from '../../shaders/common/tone.wgsl?raw';
import moveSparks from '../../shaders/particles/move-sparks.wgsl?raw';
import splatBroad from '../../shaders/particles/splat-broad.wgsl?raw';
import splatParticles from '../../shaders/particles/splat-particles.wgsl?raw';
import splatSparks from '../../shaders/particles/splat-sparks.wgsl?raw';
import bloomDown from '../../shaders/post/bloom-down.wgsl?raw';
import bloomUp from '../../shaders/post/bloom-up.wgsl?raw';
import carryShown from '../../shaders/post/carry-shown.wgsl?raw';
import developPicture from '../../shaders/post/develop-picture.wgsl?raw';
import meterExposure from '../../shaders/post/meter-exposure.wgsl?raw';
import resolveLight from '../../shaders/post/resolve-light.wgsl?raw';
import tintPalette from '../../shaders/post/tint-palette.wgsl?raw';
import { type Bindings, declareBindings, frameDeclaration } from './bindings.ts';
import { fieldTable } from './field-layout.ts';
import { constantsText } from './shader-constants.ts';
import { joinShader, type ShaderPart, type ShaderSource } from './shader-source.ts';
import { sparkStruct } from './spark-pool.ts';

/** A compute shader: its files, and the variables that are bound to it. */
export interface Kernel {
  readonly entry: string;
  readonly files: readonly ShaderPart[];
  readonly bindings: Bindings;
}

export const common = {
  colour: { file: 'shaders/common/colour.wgsl', text: colour },
  deposit: { file: 'shaders/common/deposit.wgsl', text: deposit },
  fields: { file: 'shaders/common/fields.wgsl', text: fields },
  flash: { file: 'shaders/common/flash.wgsl', text: flash },
  grains: { file: 'shaders/common/grains.wgsl', text: grains },
  hash: { file: 'shaders/common/hash.wgsl', text: hash },
  lens: { file: 'shaders/common/lens.wgsl', text: lens },
  particle: { file: 'shaders/common/particle.wgsl', text: particle },
  pigment: { file: 'shaders/common/pigment.wgsl', text: pigment },
  sight: { file: 'shaders/common/sight.wgsl', text: sight },
  slots: { file: 'shaders/common/slots.wgsl', text: slots },
  tone: { file: 'shaders/common/tone.wgsl', text: tone },
};

const reads = (type: string) => ({ kind: 'storage', type, access: 'read' }) as const;
const changes = (type: string) => ({ kind: 'storage', type, access: 'read_write' }) as const;
const sampled = { kind: 'sampled' } as const;
const light = { kind: 'target', format: 'rgba16float' } as const;
const smoothly = { kind: 'sampler' } as const;

const splatFiles = [common.hash, common.colour, common.particle, common.lens, common.pigment, common.grains, common.deposit];
const sightFiles = [...splatFiles, common.slots, common.sight];
const spark = { file: 'generated struct of a spark', text: sparkStruct.text };
const slotBindings = { particles: reads('array<vec4u>'), previousParticles: reads('array<vec4u>') };
const splatBindings = { palette: reads('array<vec4f>'), lightSum: changes('array<atomic<u32>>') };

/** Every compute shader, by the name of its entry point. */
export const kernels = {
  tintPalette: {
    entry: 'tintPalette',
    files: [common.colour, { file: 'shaders/post/tint-palette.wgsl', text: tintPalette }],
    bindings: { paletteLab: reads('array<vec4f>'), palette: changes('array<vec4f>') },
  },
  splatParticles: {
    entry: 'splatParticles',
    files: [...sightFiles, { file: 'shaders/particles/splat-particles.wgsl', text: splatParticles }],
    bindings: { ...slotBindings, broad: changes('array<u32>'), broadCount: changes('array<atomic<u32>>'), ...splatBindings },
  },
  splatBroad: {
    entry: 'splatBroad',
    files: [...sightFiles, { file: 'shaders/particles/splat-broad.wgsl', text: splatBroad }],
    bindings: {
      ...slotBindings,
      broad: reads('array<u32>'),
      broadCount: reads('array<u32>'),
      exposure: reads('array<f32>'),
      ...splatBindings,
    },
  },
  moveSparks: {
    entry: 'moveSparks',
    files: [
      spark,
      { file: 'generated structs of the fields', text: fieldTable.text },
      common.hash,
      common.particle,
      common.slots,
      common.fields,
      { file: 'shaders/particles/move-sparks.wgsl', text: moveSparks },
    ],
    bindings: { ...slotBindings, fields: reads('FieldTable'), curl: reads('array<vec4f>'), sparks: changes('array<Spark>') },
  },
  splatSparks: {
    entry: 'splatSparks',
    files: [spark, ...splatFiles, { file: 'shaders/particles/splat-sparks.wgsl', text: splatSparks }],
    bindings: { sparks: reads('array<Spark>'), ...splatBindings },
  },
  resolveLight: {
    entry: 'resolveLight',
    files: [{ file: 'shaders/post/resolve-light.wgsl', text: resolveLight }],
    bindings: { lightSum: changes('array<u32>'), trail: changes('array<f32>'), scene: light, bloom: light },
  },
  bloomDown: {
    entry: 'bloomDown',
    files: [{ file: 'shaders/post/bloom-down.wgsl', text: bloomDown }],
    bindings: { upper: sampled, smoothly, lower: light },
  },
  bloomUp: {
    entry: 'bloomUp',
    files: [{ file: 'shaders/post/bloom-up.wgsl', text: bloomUp }],
    bindings: { level: sampled, wider: sampled, smoothly, risen: light },
  },
  meterExposure: {
    entry: 'meterExposure',
    files: [common.colour, { file: 'shaders/post/meter-exposure.wgsl', text: meterExposure }],
    bindings: { metered: sampled, exposure: changes('array<f32>') },
  },
  carryShown: {
    entry: 'carryShown',
    files: [common.colour, common.flash, { file: 'shaders/post/carry-shown.wgsl', text: carryShown }],
    bindings: {
      shownBefore: reads('array<u32>'),
      flashTilesBefore: reads('array<FlashTile>'),
      shown: changes('array<u32>'),
      flashTiles: changes('array<FlashTile>'),
    },
  },
  developPicture: {
    entry: 'developPicture',
    files: [common.hash, common.colour, common.tone, common.flash, { file: 'shaders/post/develop-picture.wgsl', text: developPicture }],
    bindings: {
      scene: sampled,
      bloom: sampled,
      smoothly,
      exposure: reads('array<f32>'),
      shown: changes('array<u32>'),
      flashTiles: changes('array<FlashTile>'),
      flashVotes: changes('array<atomic<u32>>'),
      canvas: { kind: 'target', format: 'rgba8unorm' },
    },
  },
} as const satisfies Record<string, Kernel>;

export type KernelName = keyof typeof kernels;

/** The full source of a kernel: generated constants and declarations, then its files. */
export function kernelSource(kernel: Kernel): ShaderSource {
  return joinShader([
    { file: 'generated constants', text: constantsText },
    { file: 'generated uniform', text: frameDeclaration },
    { file: `generated bindings of ${kernel.entry}`, text: declareBindings(kernel.bindings) },
    ...kernel.files,
  ]);
}
