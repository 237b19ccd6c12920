import { type Field, type FieldValues } from '../parameters/index.ts';
import { defaultMask, maskSide } from './mask.ts';
import { speciesCount } from './species.ts';

const coordinate = (label: string, help: string, value = 0) =>
  ({ kind: 'number', label, unit: 'm', min: -200, max: 200, step: 0.1, default: value, scale: 'linear', help, topic: 'place' }) as const;

const axis = (label: string, help: string, value: number, traits: Pick<Field, 'topic' | 'onlyWith'>) =>
  ({ kind: 'number', label, unit: '', min: -1, max: 1, step: 0.01, default: value, scale: 'linear', help, ...traits }) as const;

const aim = { topic: 'flight' } as const;
const turning = { topic: 'axis', onlyWith: { field: 'kind', is: ['universe', 'directional', 'vortex'] } } as const;

const position = {
  x: coordinate('X', 'Place to the right of the centre.'),
  y: coordinate('Y', 'Place above the centre.'),
  z: coordinate('Z', 'Place in front of the centre.'),
} as const;

/** The fields of an emitter, besides its id. Rates, speeds and lifetimes scale the parameters of the universe. */
export const emitterFields = {
  ...position,
  shape: {
    kind: 'choice',
    label: 'Shape',
    choices: ['point', 'ring', 'sphere', 'line', 'image'],
    default: 'point',
    help: 'Where on the emitter particles are born.',
    essential: true,
  },
  radius: {
    kind: 'number',
    label: 'Radius',
    unit: 'm',
    min: 0,
    max: 100,
    step: 0.1,
    default: 1,
    scale: 'linear',
    help: 'Size of the ring or the sphere, half length of the line, half width of the image.',
    onlyWith: { field: 'shape', is: ['ring', 'sphere', 'line', 'image'] },
    essential: true,
  },
  mask: {
    kind: 'bitmap',
    label: 'Image',
    side: maskSide,
    default: defaultMask,
    help: 'Particles are born where the image is set.',
    onlyWith: { field: 'shape', is: ['image'] },
    essential: true,
  },
  directionX: axis('Direction X', 'Where it shoots, to the right.', 0, aim),
  directionY: axis('Direction Y', 'Where it shoots, up.', 1, aim),
  directionZ: axis('Direction Z', 'Where it shoots, to the front.', 0, aim),
  rate: {
    kind: 'number',
    label: 'Share',
    unit: '×',
    min: 0,
    max: 10,
    step: 0.1,
    default: 1,
    scale: 'linear',
    help: 'Its share of the emission rate, against the other emitters.',
    essential: true,
  },
  speed: {
    kind: 'number',
    label: 'Speed',
    unit: '×',
    min: 0,
    max: 10,
    step: 0.1,
    default: 1,
    scale: 'linear',
    help: 'Scales the launch speed.',
    topic: 'flight',
  },
  orbit: {
    kind: 'number',
    label: 'Orbit',
    unit: '×',
    min: -2,
    max: 2,
    step: 0.05,
    default: 0,
    scale: 'linear',
    help: 'Adds a speed around the vertical axis; 1 circles a lone well at the centre.',
    topic: 'flight',
  },
  pulse: {
    kind: 'number',
    label: 'Pulse',
    unit: '',
    min: 0,
    max: 1,
    step: 0.01,
    default: 0,
    scale: 'linear',
    help: 'From a steady stream to bursts on the beat.',
    essential: true,
  },
  mass: {
    kind: 'number',
    label: 'Body mass',
    unit: 'kg',
    min: 0,
    max: 1000,
    step: 0.1,
    default: 0,
    scale: 'log',
    help: 'Above 0 its particles are heavy bodies, which pull one another and everything around them.',
    topic: 'flight',
  },
  species: {
    kind: 'integer',
    label: 'Species',
    unit: '',
    min: 0,
    max: speciesCount - 1,
    step: 1,
    default: 0,
    scale: 'linear',
    help: 'Kind of particle, for colour, flocking and the affinities.',
    essential: true,
  },
} as const satisfies Record<string, Field>;

/** The fields of a well (attractor or field), besides its id. `universe` takes the field kind or falloff of the universe. */
export const wellFields = {
  ...position,
  kind: {
    kind: 'choice',
    label: 'Kind',
    choices: ['universe', 'radial', 'directional', 'vortex'],
    default: 'universe',
    help: 'What it does to particles.',
    essential: true,
  },
  falloff: {
    kind: 'choice',
    label: 'Falloff',
    choices: ['universe', 'linear', 'inverse', 'inverse-square'],
    default: 'universe',
    help: 'How it fades with distance.',
    essential: true,
  },
  strength: {
    kind: 'number',
    label: 'Strength',
    unit: 'm/s²',
    min: -100,
    max: 100,
    step: 0.5,
    default: 10,
    scale: 'linear',
    help: 'Acceleration at its centre; negative pushes.',
    essential: true,
  },
  radius: {
    kind: 'number',
    label: 'Radius',
    unit: '×',
    min: 0.1,
    max: 10,
    step: 0.1,
    default: 1,
    scale: 'linear',
    help: 'Scales the field radius.',
    essential: true,
  },
  softening: {
    kind: 'number',
    label: 'Softening',
    unit: 'm',
    min: 0,
    max: 10,
    step: 0.01,
    default: 0.35,
    scale: 'linear',
    help: 'Distance within which the pull fades, so that nothing is flung away.',
    essential: true,
  },
  axisX: axis('Axis X', 'Axis of a directional or vortex field.', 0, turning),
  axisY: axis('Axis Y', 'Axis of a directional or vortex field.', 1, turning),
  axisZ: axis('Axis Z', 'Axis of a directional or vortex field.', 0, turning),
  orbit: {
    kind: 'number',
    label: 'Orbit',
    unit: 'turns/bar',
    min: -4,
    max: 4,
    step: 0.05,
    default: 0,
    scale: 'linear',
    help: 'Carries the well around the vertical axis, in time with the bars.',
    topic: 'axis',
  },
  listening: {
    kind: 'number',
    label: 'Listening',
    unit: '',
    min: 0,
    max: 1,
    step: 0.01,
    default: 0,
    scale: 'linear',
    help: 'The bass widens it, the middle quickens it, the high makes what it holds sparkle.',
    essential: true,
  },
} as const satisfies Record<string, Field>;

export type EmitterValues = FieldValues<typeof emitterFields>;
export type WellValues = FieldValues<typeof wellFields>;
export type Emitter = { id: string } & EmitterValues;
export type Well = { id: string } & WellValues;

/** Most emitters, and most wells, of a universe. */
export const maxEmitters = 16;
export const maxWells = 16;
