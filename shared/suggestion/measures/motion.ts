import type { Glance, Observation } from '../observe/observation.ts';
import { deviationOf, logOf, type Measure, meanOf } from './measure.ts';

/** Slowest speed in m/s that differs from rest. */
const slowest = 0.05;

const glanced = (of: (glance: Glance) => number) => (observation: Observation) => meanOf(observation.glances.map(of));

/** Particles up to which the simulation counts contacts of all of them, and above which those of every thousand. */
const counted = 1000;

type Contact = 'bounces' | 'collisions' | 'crossings';

/** Contacts per second of every thousand particles. */
const contactsOf = ({ traces }: Observation, contact: Contact) =>
  (meanOf(traces[contact]) * counted) / Math.min(counted, Math.max(1, meanOf(traces.alive)));

/** The same on a scale on which ten more mean the less the more there are. */
const contacts = (contact: Contact) => (observation: Observation) => logOf(1 + contactsOf(observation, contact));

const speedOf = ({ traces, parameters }: Observation) => parameters.timeScale * meanOf(traces.meanSpeed);

/** How busy the particles are, 0..1: the simulation's own measure for its composer, with all contacts. */
function activity(observation: Observation): number {
  const touching = contactsOf(observation, 'bounces') + contactsOf(observation, 'collisions');
  const busy = speedOf(observation) / 6 + Math.sqrt(touching) / 25 + Math.sqrt(contactsOf(observation, 'crossings')) / 40;
  return busy / (1 + busy);
}

export const motionMeasures = [
  { name: 'speed', label: 'speed', of: (observation) => logOf(slowest + speedOf(observation)) },
  {
    name: 'surging',
    label: 'changes of speed',
    of: ({ traces }) => Math.sqrt(deviationOf(traces.meanSpeed.map((speed) => logOf(slowest + speed)))),
  },
  { name: 'unevenness', label: 'differences of speed', of: ({ traces }) => meanOf(traces.unevenness) },
  { name: 'order', label: 'common direction', of: ({ traces }) => meanOf(traces.order) },
  { name: 'swirl', label: 'swirl', of: glanced(({ swirl }) => swirl) },
  { name: 'outward', label: 'outward motion', of: glanced(({ outward }) => outward) },
  { name: 'spacing', label: 'even spacing', of: glanced(({ gap }) => gap) },
  { name: 'flatness', label: 'flatness', of: glanced(({ flatness }) => flatness) },
  {
    name: 'height',
    label: 'height',
    of: ({ traces }) => meanOf(traces.meanHeight) / (1 + meanOf(traces.spreadRadius)),
  },
  { name: 'extent', label: 'extent', of: ({ traces }) => logOf(0.1 + meanOf(traces.spreadRadius)) },
  { name: 'bounces', label: 'bounces', of: contacts('bounces') },
  { name: 'collisions', label: 'collisions', of: contacts('collisions') },
  { name: 'crossings', label: 'crossings of the middle', of: contacts('crossings') },
  { name: 'activity', label: 'activity', of: activity },
  { name: 'pulsing', label: 'births in bursts', of: ({ bursts }) => bursts },
] as const satisfies readonly Measure[];
