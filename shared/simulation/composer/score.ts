import { nearestDegree, type scales, frequencyOf, midiOfDegree } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { type Drum, type NoteRule, type Part, parts } from '../note.ts';
import { stepSeconds, type UniverseWorld } from '../world.ts';

/** Notes of all parts together that may begin in a second, and how many may be saved up. */
const notesPerSecond = 26;
const notesSaved = 10;

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

/** What the present sixteenth is, for the parts that write on it. */
export interface Moment {
  scale: (typeof scales)[keyof typeof scales];
  tonic: number;
  bar: number;
  /** Sixteenth of the bar, of how many, and its metrical weight 0..1. */
  sixteenth: number;
  sixteenths: number;
  weight: number;
  /** Ticks that a sixteenth lasts. */
  ticksPerSixteenth: number;
  /** 0..1, what the matter does, as far as it may drive the rhythm. */
  drive: number;
}

/** Writes notes into the step. */
export interface Score {
  isAudible(part: Part): boolean;
  /** Adds a note of the scale nearest to `midi`, unless the part is silent or the second is full. `cause` is a particle slot, or −1 for the pulse itself. */
  add(part: Part, midi: number, velocity: number, durationTicks: number, rule: NoteRule, cause: number, drum?: Drum): void;
  /** Refills what may sound; once a step. */
  refill(): void;
  moment: Moment;
}

export function createScore(world: UniverseWorld): Score {
  const { Composer, Clock, Position, Look } = world.stores;
  const moment: Moment = { scale: [0], tonic: 0, bar: 0, sixteenth: 0, sixteenths: 16, weight: 1, ticksPerSixteenth: 8, drive: 0 };
  const particles = world.pools.particle;
  const isAudible = (part: Part) => world.document.parameters[partLevels[part]] > silentDb;

  const light = (slot: number, part: Part, midi: number, velocity: number) => {
    const { bounceFlash } = world.document.parameters;
    Look.flash[slot] = Math.max(Look.flash[slot], bounceFlash * (0.5 + 0.5 * velocity));
    Look.pitch[slot] = Math.max(0, Math.min(1, (midi - 28) / 72));
    Look.part[slot] = parts.indexOf(part) + 1;
  };

  return {
    isAudible,
    moment,
    refill() {
      Composer.budget[0] = Math.min(notesSaved, Composer.budget[0] + notesPerSecond * stepSeconds);
    },
    add(part, wanted, velocity, durationTicks, rule, cause, drum) {
      if (!isAudible(part) || Composer.budget[0] < 1) return;
      Composer.budget[0] -= 1;
      const { parameters } = world.document;
      const midi = midiOfDegree(moment.scale, moment.tonic, nearestDegree(moment.scale, moment.tonic, wanted));
      if (cause >= 0) light(cause, part, midi, velocity);
      world.notes.push({
        tick: Clock.tick[0],
        part,
        midi,
        frequencyHz: frequencyOf(midi, moment.tonic, parameters.tuning),
        velocity: Math.max(0.05, Math.min(1, velocity)),
        durationTicks: Math.max(1, Math.floor(durationTicks + 0.5)),
        pan: cause < 0 ? 0 : Math.max(-1, Math.min(1, Position.x[cause] / parameters.boundsSize)),
        rule,
        cause: cause < 0 ? world.pools.universe.first : particles.first + cause,
        drum: drum ?? null,
      });
    },
  };
}
