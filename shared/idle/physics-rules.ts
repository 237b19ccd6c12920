import type { ParameterValues } from '../parameters/index.ts';
import type { physicsParameters } from '../parameters/physics.ts';
import { emitting, noBirths, noField, noPull, nothingEmitted, noWells, sparkles, weakWells } from './fields.ts';
import { because, hasEdge, isClassic, noEffect, remarkOn, type Rule, type RuleInput } from './rule.ts';

/** True while the effective gravity is 0; in classic mode the volume sets it. */
const isWeightless = (p: ParameterValues) => p.gravity === 0 && !(isClassic(p) && p.volumeToGravity > 0);
const weightless = because(['gravity'], isWeightless);

const emitsHeavyBodies = (document: RuleInput) => emitting(document).some(({ mass }) => mass > 0);
const isAimless = (document: RuleInput) =>
  emitting(document).every((emitter) => !emitter.directionX && !emitter.directionY && !emitter.directionZ);
const noLaunch: readonly Rule[] = [
  ...noBirths,
  noEffect('still-emitters', (_, document) => emitting(document).every(({ speed }) => speed === 0)),
];
const notMoving: readonly Rule[] = [...noLaunch, because(['particleSpeed'], (p) => p.particleSpeed === 0)];

const pulling = ({ wells }: RuleInput) => wells.filter(({ strength }) => strength !== 0);
const isPlayed = (document: RuleInput) => document.wells.some((well) => sparkles(document, well));
/** A well that sparkles does so within its reach. */
const unlessPlayed =
  (rule: Rule): Rule =>
  (document, entity) =>
    isPlayed(document) ? null : rule(document, entity);

/** In classic mode the reverb follows the bounciness. */
const setsReverb = (p: ParameterValues) => isClassic(p) && p.scaleToTimbre > 0;
const isLoose = (p: ParameterValues) => !hasEdge(p) && !p.collisions;

export const physicsRules = {
  gravity: [because(['couplingMode', 'volumeToGravity'], (p) => isClassic(p) && p.volumeToGravity > 0)],
  gravityAzimuth: [weightless, because(['gravityElevation'], (p) => Math.abs(p.gravityElevation) === 90)],
  gravityElevation: [weightless],
  fieldStrength: [noWells, weakWells],
  fieldRadius: [noWells, unlessPlayed(noField), unlessPlayed(weakWells)],
  fieldFalloff: [...noPull, noEffect('own-falloffs', (_, document) => pulling(document).every(({ falloff }) => falloff !== 'universe'))],
  fieldKind: [...noPull, noEffect('own-kinds', (_, document) => pulling(document).every(({ kind }) => kind !== 'universe'))],
  // A user's own sound stirs sparks besides, for that user alone.
  turbulenceScale: [because(['turbulence'], (p) => p.turbulence === 0)],
  bodyGravity: [noEffect('no-heavy-bodies', (_, document) => !emitsHeavyBodies(document))],
  particleRadius: [
    because(
      ['collisions', 'cohesion', 'separation', 'alignment'],
      (p, document) => !p.collisions && p.cohesion + p.separation + p.alignment === 0 && !(p.bodyGravity > 0 && emitsHeavyBodies(document)),
    ),
  ],
  emissionRate: [nothingEmitted],
  rateVariation: noBirths,
  particleSpeed: noLaunch,
  speedVariation: notMoving,
  spread: [...notMoving, noEffect('aimless-emitters', (_, document) => isAimless(document))],
  particleLifetime: noBirths,
  lifetimeVariation: noBirths,
  collisionDamping: [because(['restitution'], (p) => p.restitution === 0)],
  speciesReach: [because(['speciesForce'], (p) => p.speciesForce === 0)],
  boundsSize: [remarkOn({ effect: 'limited', code: 'scale-only', keys: ['bounds'], own: [] }, (p) => p.bounds === 'open')],
  restitution: [
    because(['bounds', 'collisions'], (p) => isLoose(p) && !setsReverb(p)),
    because(['bounds', 'collisionDamping'], (p) => !hasEdge(p) && p.collisions && p.collisionDamping === 1 && !setsReverb(p)),
  ],
  friction: [because(['bounds', 'collisions'], isLoose)],
} as const satisfies { readonly [K in keyof typeof physicsParameters]?: readonly Rule[] };
