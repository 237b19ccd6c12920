import type { Part } from '../../../shared/simulation/note.ts';
import type { Sound } from './protocol.ts';
import type { Score } from './score.ts';

/** What stems are called. */
export const stemNames: Readonly<Record<Part | 'ambience', string>> = {
  lead: 'lead',
  bass: 'bass',
  chords: 'chords',
  drums: 'drums',
  texture: 'texture',
  ambience: 'ambience',
};

const silenceDb = -60;

/** A score in which one part plays alone, or none but the bed of sound under them (`null`). */
export function soloScore(score: Score, part: Part | null): Score {
  const quiet = part === null ? { effectsLevel: silenceDb } : { effectsLevel: silenceDb, ambienceLevel: silenceDb };
  return {
    ...score,
    notes: score.notes.filter((note) => note.part === part),
    moments: score.moments.map((moment) => ({ ...moment, parameters: { ...moment.parameters, ...quiet } })),
  };
}

/** Nothing but zeros, but for what a master that plays nothing leaks. */
export function isSilent({ channels }: Sound): boolean {
  return channels.every((samples) => samples.every((sample) => Math.abs(sample) < 1e-5));
}
