import { musicParameters } from '../../../../shared/parameters/music.ts';
import type { Note, NoteRule, Part } from '../../../../shared/simulation/note.ts';
import { slotOfCause } from '../../../../shared/simulation/cause.ts';

export const partWords: Readonly<Record<Part, string>> = {
  lead: 'Melody',
  bass: 'Bass',
  chords: 'Chords',
  drums: 'Drums',
  texture: 'Texture',
};

/** Why a note sounds, after “because”. */
export const ruleWords: Readonly<Record<NoteRule, string>> = {
  melody: 'the melody passed by here',
  root: 'the bass stands on the chord',
  chord: 'the chord changed or is played on',
  pulse: 'the beat asked for it',
  bounce: 'a particle bounced',
  collision: 'two particles collided',
  crossing: 'a particle crossed the middle',
  grain: 'a particle shimmered',
  overflow: 'another part was too full for it',
  played: 'a hand pressed a key',
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
