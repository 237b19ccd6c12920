import type { Drum, Note, Part } from './note.ts';

/** MIDI channel of each part, from 1; General MIDI keeps the tenth for drums. */
export const midiChannels: Readonly<Record<Part, number>> = { lead: 1, bass: 2, chords: 3, texture: 4, drums: 10 };

/** General MIDI percussion: bass drum 1, low-mid tom, acoustic snare, closed hi-hat. */
const drumKeys: Readonly<Record<Drum, number>> = { kick: 36, tom: 47, snare: 38, hat: 42 };

/** Returns the key of a note on its channel: for a drum that of General MIDI, else the note of the scale, before tuning. */
export function midiKeyOf({ midi, drum }: Pick<Note, 'midi' | 'drum'>): number {
  return drum ? drumKeys[drum] : midi;
}
