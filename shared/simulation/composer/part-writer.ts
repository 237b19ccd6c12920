import { classicAmplitude } from '../../coupling/index.ts';
import { mix } from '../../math/generator.ts';
import { delayMsOf, swellOf, type TimedNote, type TimedPart, touchOf } from '../../music/index.ts';
import type { ColumnName, ComponentName } from '../components/registry.ts';
import { type Drum, type NoteRule, type Part } from '../note.ts';
import { ticksPerSecond, type UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';
import { playsIn } from './parts-that-play.ts';
import { buildSoundNote } from './sound-note.ts';

/** The state that every system that writes notes reads and changes. */
export const partReads: readonly (ColumnName | ComponentName)[] = [
  'Clock',
  'Senses',
  'Modulation',
  'Composer',
  'Position',
  'Life.lifetime',
  'Look',
];
export function partWrites<P extends Part>(part: P): readonly (ColumnName | ComponentName)[] {
  return ['Composer.budget', 'Composer.spill', `Composer.${part}Tick`, 'Look.flash', 'Look.pitch', 'Look.part'];
}

/** Fewest ticks between two onsets of a part: no part begins more than ten notes, or chords, in any second. */
export const minOnsetTicks = ticksPerSecond / 10;
/** Most notes that are kept for the texture, which has its own bounds. */
const maxSpilled = 6;

/** A note before it is tuned and placed. */
export interface NoteDraft {
  /** Moved to the nearest note of the scale. */
  midi: number;
  velocity: number;
  /** Length in thirty-seconds. */
  steps: number;
  rule: NoteRule;
  /** Slot of the particle that plays it, or −1 for the pulse itself. */
  slot: number;
  drum?: Drum;
  /** The voice of a chord from below, and the number of its voices. */
  voice?: number;
  voices?: number;
}

/** Writes the notes of one part into the step. */
export interface PartWriter {
  /** True when the part is loud enough, and arranged to play in this phrase. */
  plays(moment: BarStep): boolean;
  /** Adds a note and returns true; when the part or the second is full, the texture gets one instead. */
  add(moment: BarStep, line: NoteDraft): boolean;
  /** Passes notes, in whole or in parts, to the texture when this part has no room for them. */
  spill(notes: number): void;
}

export function buildPartWriter(world: UniverseWorld, part: Part): PartWriter {
  const { Composer, Clock, Senses } = world.stores;
  const lastTick = Composer[`${part}Tick`];
  const sound = buildSoundNote(world, part);
  const timedPart: TimedPart = part === 'drums' ? 'tom' : part;
  const timed: TimedNote = { part: timedPart, voice: 0, key: 0, step: 0 };

  const isFull = () => {
    const since = Clock.tick[0] - lastTick[0];
    return Composer.budget[0] < 1 || (lastTick[0] > 0 && since > 0 && since < minOnsetTicks);
  };

  const spill = (notes: number) => {
    if (part !== 'texture') Composer.spill[0] = Math.min(maxSpilled, Composer.spill[0] + notes);
  };

  return {
    spill,
    plays: ({ parameters, place }) => playsIn(parameters, place, part),
    add({ parameters, ticksPerStep, place, step, formGain }, { midi, velocity, steps, rule, slot, drum, voice = 0, voices = 1 }) {
      if (isFull()) {
        spill(1);
        return false;
      }
      lastTick[0] = Clock.tick[0];
      timed.part = drum ?? timedPart;
      timed.voice = voice;
      timed.key = mix(place.material ^ (place.barInPhrase * 64 + 0x7000));
      timed.step = step;
      const { expression } = parameters;
      const amplitude = parameters.couplingMode === 'classic' ? classicAmplitude(Senses.kineticEnergy[0]) : 1;
      sound({
        midi,
        velocity: Math.max(0.05, Math.min(1, velocity * swellOf(place) * formGain * amplitude * touchOf(expression, timed, voices))),
        durationTicks: Math.max(1, Math.floor(steps * ticksPerStep + 0.5)),
        lateTicks: Clock.late[0] - (delayMsOf(expression, timed) * ticksPerSecond) / 1000,
        rule,
        slot,
        drum: drum ?? null,
      });
      return true;
    },
  };
}
