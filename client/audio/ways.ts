import type { Part } from '../../shared/simulation/note.ts';

/** The way of each part through the master: the swaying filter, chorus and echo; the filter of the bass; neither. */
export const wayOf = {
  lead: 'tonal',
  chords: 'tonal',
  texture: 'tonal',
  bass: 'low',
  drums: 'beat',
} as const satisfies Record<Part, string>;
