import { classicAmplitude } from '../../coupling/index.ts';
import { frequencyOf, midiOfDegree, nearestDegree, swellOf } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import type { ColumnName, ComponentName } from '../components/registry.ts';
import { type Drum, type NoteRule, type Part, parts } from '../note.ts';
import { ticksPerSecond, type UniverseWorld } from '../world.ts';
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
export function scoreWrites<P extends Part>(part: P): readonly (ColumnName | ComponentName)[] {
  return ['Composer.budget', 'Composer.spill', `Composer.${part}Tick`, 'Look.flash', 'Look.pitch', 'Look.part'];
}

/** Ticks from one onset of a part to its next at least: no part begins more than ten notes, or chords, in any second. */
export const leastTicks = ticksPerSecond / 10;
/** Notes that are kept for the texture at most; it has bounds of its own. */
const mostSpilled = 6;

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
  /** Adds a note, and says so; where the part or the second is full already, the texture is owed one in its place. */
  add(moment: Moment, line: Line): boolean;
  /** Owes the texture notes, in whole or in parts, that this part has no room for. */
  spill(notes: number): void;
}

export function buildScore(world: UniverseWorld, part: Part): Score {
  const { Composer, Clock, Position, Look, Senses } = world.stores;
  const index = parts.indexOf(part);
  const lastTick = Composer[`${part}Tick`];

  const light = (slot: number, midi: number, velocity: number) => {
    const { bounceFlash } = world.document.parameters;
    Look.flash[slot] = Math.max(Look.flash[slot], bounceFlash * (0.5 + 0.5 * velocity));
    Look.pitch[slot] = Math.max(0, Math.min(1, (midi - 28) / 72));
    Look.part[slot] = index + 1;
  };

  const isFull = () => {
    const since = Clock.tick[0] - lastTick[0];
    return Composer.budget[0] < 1 || (lastTick[0] > 0 && since > 0 && since < leastTicks);
  };

  const spill = (notes: number) => {
    if (part !== 'texture') Composer.spill[0] = Math.min(mostSpilled, Composer.spill[0] + notes);
  };

  return {
    spill,
    isAudible: () => world.document.parameters[partLevels[part]] > silentDb,
    add({ parameters, scale, tonic, ticksPerStep, place }, { midi: wanted, velocity, steps, rule, slot, drum }) {
      if (isFull()) {
        spill(1);
        return false;
      }
      Composer.budget[0] -= 1;
      lastTick[0] = Clock.tick[0];
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
      return true;
    },
  };
}
