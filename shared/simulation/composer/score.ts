import { classicAmplitude } from '../../coupling/index.ts';
import { frequencyOf, midiOfDegree, nearestDegree, swellOf } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { ColumnName, ComponentName } from '../components/registry.ts';
import { type Drum, type NoteRule, type Part, parts } from '../note.ts';
import type { UniverseWorld } from '../world.ts';
import type { Moment } from './moment.ts';

/** Parameter that holds the level of each part. */
export const partLevels = {
  lead: 'leadLevel',
  bass: 'bassLevel',
  chords: 'chordLevel',
  drums: 'drumLevel',
  texture: 'textureLevel',
} as const satisfies Record<Part, keyof ParameterValues>;

/** A part at this level in dB is silent and writes no notes. */
const silentDb = -60;

/** What every system that writes notes reads and changes. */
export const scoreReads: readonly (ColumnName | ComponentName)[] = [
  'Clock',
  'Senses',
  'Modulation',
  'Composer',
  'Position',
  'Life.lifetime',
  'Look',
];
export const scoreWrites: readonly (ColumnName | ComponentName)[] = ['Composer.budget', 'Look.flash', 'Look.pitch', 'Look.part'];

/** A note before it is tuned and placed. */
export interface Line {
  /** Taken to the nearest note of the scale. */
  midi: number;
  velocity: number;
  /** Length in thirty-seconds. */
  steps: number;
  rule: NoteRule;
  /** Slot of the particle that plays it, or −1 for the pulse itself. */
  slot: number;
  drum?: Drum;
}

/** Writes the notes of one part into the step. */
export interface Score {
  isAudible(): boolean;
  /** Adds a note, unless the second is full already. */
  add(moment: Moment, line: Line): void;
}

export function buildScore(world: UniverseWorld, part: Part): Score {
  const { Composer, Clock, Position, Look, Senses } = world.stores;
  const index = parts.indexOf(part);

  const light = (slot: number, midi: number, velocity: number) => {
    const { bounceFlash } = world.document.parameters;
    Look.flash[slot] = Math.max(Look.flash[slot], bounceFlash * (0.5 + 0.5 * velocity));
    Look.pitch[slot] = Math.max(0, Math.min(1, (midi - 28) / 72));
    Look.part[slot] = index + 1;
  };

  return {
    isAudible: () => world.document.parameters[partLevels[part]] > silentDb,
    add({ parameters, scale, tonic, ticksPerStep, place }, { midi: wanted, velocity, steps, rule, slot, drum }) {
      if (Composer.budget[0] < 1) return;
      Composer.budget[0] -= 1;
      const midi = midiOfDegree(scale, tonic, nearestDegree(scale, tonic, wanted));
      const amplitude = parameters.couplingMode === 'classic' ? classicAmplitude(Senses.kineticEnergy[0]) : 1;
      const loud = Math.max(0.05, Math.min(1, velocity * swellOf(place) * amplitude));
      if (slot >= 0) light(slot, midi, loud);
      world.notes.push({
        tick: Clock.tick[0],
        lateTicks: Clock.late[0],
        part,
        midi,
        frequencyHz: frequencyOf(midi, tonic, scale, parameters.tuning),
        velocity: loud,
        durationTicks: Math.max(1, Math.floor(steps * ticksPerStep + 0.5)),
        pan: slot < 0 ? 0 : Math.max(-1, Math.min(1, Position.x[slot] / parameters.boundsSize)),
        rule,
        cause: slot < 0 ? world.pools.universe.first : world.pools.particle.first + slot,
        drum: drum ?? null,
      });
    },
  };
}
