import { musicParameters } from '../../../../shared/parameters/music.ts';
import type { Note, Part } from '../../../../shared/simulation/note.ts';
import { slotOfCause } from '../../../../shared/simulation/cause.ts';

export const partWords: Readonly<Record<Part, string>> = {
  lead: 'Melody',
  bass: 'Bass',
  chords: 'Chords',
  drums: 'Drums',
  texture: 'Texture',
};

/** `C4` for 60. */
export function noteName(midi: number): string {
  return `${musicParameters.key.choices[midi % 12]}${Math.floor(midi / 12) - 1}`;
}

/** What sounded: a drum by its name, anything else by its note. */
export function soundName({ drum, midi }: Pick<Note, 'drum' | 'midi'>): string {
  return drum ? drum.charAt(0).toUpperCase() + drum.slice(1) : noteName(midi);
}

/** Who played it, in a word or two. */
export function playerName(cause: number): string {
  const slot = slotOfCause(cause);
  return slot === null ? 'the universe itself' : `particle ${slot + 1}`;
}

/** dB, LUFS or dBTP as a meter shows it; a dash for silence. */
export function formatLevel(value: number): string {
  return value > -70 ? value.toFixed(1) : '–';
}
