import type { ParameterValues } from '../parameters/index.ts';
import type { Emitter, EmitterValues, Well, WellValues } from '../universe/index.ts';
import { emitting, noEmission, noField, noPull, sparkles } from './fields.ts';
import { allSilent, because, becauseOwn, noEffect, remarkOn, type Rule } from './rule.ts';

const notEmitting = [noEmission, becauseOwn<Emitter>(['rate'], (_p, _document, { rate }) => rate === 0)];
const isFlat = ({ shape }: Emitter) => shape === 'line' || shape === 'image';
const aim = [
  ...notEmitting,
  // A line and an image lie across the direction.
  because<Emitter>(['particleSpeed'], (p, _, emitter) => p.particleSpeed === 0 && !isFlat(emitter)),
  becauseOwn<Emitter>(['speed'], (_p, _document, emitter) => emitter.speed === 0 && !isFlat(emitter)),
];

/** True while neither the picture nor flocking tells the species apart. */
const areAlike = (p: ParameterValues) => p.colourBy !== 'species' && p.cohesion + p.alignment === 0;

/** Rules of the fields of an emitter. A place always moves its handle. */
export const emitterRules = {
  shape: notEmitting,
  radius: notEmitting,
  directionX: aim,
  directionY: aim,
  directionZ: aim,
  rate: [
    noEmission,
    remarkOn<Emitter>(
      { effect: 'limited', code: 'only-emitter' },
      (_, document, { id }) => emitting(document).length === 1 && emitting(document)[0]!.id === id,
    ),
  ],
  speed: [...notEmitting, because(['particleSpeed'], (p) => p.particleSpeed === 0)],
  orbit: [...notEmitting, ...noPull],
  pulse: notEmitting,
  mass: [...notEmitting, because(['bodyGravity'], (p) => p.bodyGravity === 0)],
  species: [
    ...notEmitting,
    because(['colourBy', 'speciesForce', 'cohesion', 'alignment'], (p) => areAlike(p) && p.speciesForce === 0),
    noEffect('equal-affinities', (p, { affinities }) => areAlike(p) && affinities.every((affinity) => affinity === affinities[0])),
  ],
} as const satisfies { readonly [K in keyof EmitterValues]?: readonly Rule<Emitter>[] };

const noStrength = becauseOwn<Well>(['strength'], (_p, _document, { strength }) => strength === 0);
const pulls = [noField, noStrength];
/** What sparkles needs its place and its reach. */
const unlessPlayed = pulls.map(
  (rule): Rule<Well> =>
    (document, well) =>
      sparkles(document, well) ? null : rule(document, well),
);
const turning = [...pulls, because<Well>(['fieldKind'], (p, _, { kind }) => kind === 'universe' && p.fieldKind === 'radial')];

/** Rules of the fields of a well. */
export const wellRules = {
  kind: pulls,
  falloff: pulls,
  strength: [noField],
  radius: unlessPlayed,
  softening: pulls,
  axisX: turning,
  axisY: turning,
  axisZ: turning,
  orbit: [becauseOwn<Well>(['x', 'z'], (_p, _document, { x, z }) => x === 0 && z === 0), ...unlessPlayed],
  listening: [
    allSilent(),
    because<Well>(['fieldStrength', 'bounceFlash'], (p) => p.fieldStrength === 0 && p.bounceFlash === 0),
    because<Well>(['bounceFlash'], (p, _, { strength }) => strength === 0 && p.bounceFlash === 0, ['strength']),
  ],
} as const satisfies { readonly [K in keyof WellValues]?: readonly Rule<Well>[] };
