import { log2 } from '../../math/exact.ts';
import type { Glance, Observation } from '../observe/observation.ts';
import { deviationOf, type Measure, meanOf } from './measure.ts';

/** Slowest speed in m/s that differs from rest. */
const slowest = 0.05;

const glanced = (of: (glance: Glance) => number) => (observation: Observation) => meanOf(observation.glances.map(of));

/** Particles up to which the simulation counts contacts of all of them, and above which those of every thousand. */
const counted = 1000;

/** Contacts per second of every thousand particles, of which ten more mean the less the more there are. */
const contacts =
  (track: 'bounces' | 'collisions' | 'crossings') =>
  ({ tracks }: Observation) =>
    log2(1 + (meanOf(tracks[track]) * counted) / Math.min(counted, Math.max(1, meanOf(tracks.alive))));

export const motionMeasures = [
  { name: 'speed', label: 'speed', of: ({ tracks, parameters }) => log2(slowest + parameters.timeScale * meanOf(tracks.meanSpeed)) },
  {
    name: 'surging',
    label: 'changes of speed',
    of: ({ tracks }) => Math.sqrt(deviationOf(tracks.meanSpeed.map((speed) => log2(slowest + speed)))),
  },
  { name: 'unevenness', label: 'differences of speed', of: ({ tracks }) => meanOf(tracks.unevenness) },
  { name: 'order', label: 'common direction', of: ({ tracks }) => meanOf(tracks.order) },
  { name: 'swirl', label: 'swirl', of: glanced(({ swirl }) => swirl) },
  { name: 'outward', label: 'outward motion', of: glanced(({ outward }) => outward) },
  { name: 'spacing', label: 'even spacing', of: glanced(({ gap }) => gap) },
  { name: 'flatness', label: 'flatness', of: glanced(({ flatness }) => flatness) },
  {
    name: 'height',
    label: 'height',
    of: ({ tracks }) => meanOf(tracks.meanHeight) / (1 + meanOf(tracks.spreadRadius)),
  },
  { name: 'extent', label: 'extent', of: ({ tracks }) => log2(0.1 + meanOf(tracks.spreadRadius)) },
  { name: 'bounces', label: 'bounces', of: contacts('bounces') },
  { name: 'collisions', label: 'collisions', of: contacts('collisions') },
  { name: 'crossings', label: 'crossings of the middle', of: contacts('crossings') },
  { name: 'activity', label: 'activity', of: ({ tracks }) => meanOf(tracks.activity) },
  { name: 'pulsing', label: 'births in bursts', of: ({ bursts }) => bursts },
] as const satisfies readonly Measure[];
