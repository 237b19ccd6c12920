import { musicParameters } from '../../../../shared/parameters/music.ts';
import type { Drum, Note, Part } from '../../../../shared/simulation/note.ts';
import { slotOfCause } from '../../../../shared/simulation/cause.ts';
import { decimals } from '../../../words/decimals.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { say } from '../../../words/words.ts';

export const partWords: Readonly<Record<Part, Sentence>> = {
  lead: 'Melody',
  bass: 'Bass',
  chords: 'Chords',
  drums: 'Drums',
  texture: 'Texture',
};

const drumWords: Readonly<Record<Drum, Sentence>> = { kick: 'Kick', tom: 'Tom', snare: 'Snare', hat: 'Hat' };

/** Returns the name of a note, such as `C4` for 60. */
export function noteName(midi: number): string {
  return `${musicParameters.key.choices[midi % 12]}${Math.floor(midi / 12) - 1}`;
}

/** Returns the name of a drum, or else that of the note. */
export function soundName({ drum, midi }: Pick<Note, 'drum' | 'midi'>): string {
  return drum ? say(drumWords[drum]) : noteName(midi);
}

/** Describes the cause of a note in a word or two. */
export function playerName(cause: number): string {
  const slot = slotOfCause(cause);
  return slot === null ? say('the universe itself') : say('particle {number}', { number: slot + 1 });
}

/** Formats a level in dB, LUFS or dBTP; silence is a dash. */
export function formatLevel(value: number): string {
  return value > -70 ? decimals(value, 1) : '–';
}
