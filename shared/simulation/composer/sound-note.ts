import { frequencyOf, midiOfDegree, nearestDegree, scaleOf, tonicOf } from '../../music/index.ts';
import { type Drum, type NoteRule, type Part, parts } from '../note.ts';
import type { UniverseWorld } from '../world.ts';

/** A note before it is tuned and placed. */
export interface QuantisedNote {
  /** Moved to the nearest note of the scale. */
  midi: number;
  /** 0..1 */
  velocity: number;
  durationTicks: number;
  lateTicks: number;
  rule: NoteRule;
  /** Slot of the particle that plays it, or −1 for the universe itself. */
  slot: number;
  drum: Drum | null;
}

const highest = 127;

/**
 * Builds the writer of a part's notes: each lights up its particle and is added to the step, unless the second is full. Returns whether it
 * was added.
 */
export function buildSoundNote(world: UniverseWorld, part: Part): (sounding: QuantisedNote) => boolean {
  const { Composer, Clock, Position, Look } = world.stores;
  const index = parts.indexOf(part);

  const light = (slot: number, midi: number, velocity: number) => {
    const { bounceFlash } = world.document.parameters;
    Look.flash[slot] = Math.max(Look.flash[slot], bounceFlash * (0.5 + 0.5 * velocity));
    Look.pitch[slot] = Math.max(0, Math.min(1, (midi - 28) / 72));
    Look.part[slot] = index + 1;
  };

  return ({ midi: wanted, velocity, durationTicks, lateTicks, rule, slot, drum }) => {
    if (Composer.budget[0] < 1) return false;
    Composer.budget[0] -= 1;
    const { parameters } = world.document;
    const scale = scaleOf(parameters);
    const tonic = tonicOf(parameters.key);
    const degree = nearestDegree(scale, tonic, wanted);
    const near = midiOfDegree(scale, tonic, degree);
    const midi = near > highest ? midiOfDegree(scale, tonic, degree - 1) : near < 0 ? midiOfDegree(scale, tonic, degree + 1) : near;
    if (slot >= 0) light(slot, midi, velocity);
    world.notes.push({
      tick: Clock.tick[0],
      lateTicks,
      part,
      midi,
      frequencyHz: frequencyOf(midi, tonic, scale, parameters.tuning),
      velocity,
      durationTicks,
      pan: slot < 0 ? 0 : Math.max(-1, Math.min(1, Position.x[slot] / parameters.boundsSize)),
      rule,
      cause: slot < 0 ? world.pools.universe.first : world.pools.particle.first + slot,
      drum,
    });
    return true;
  };
}
