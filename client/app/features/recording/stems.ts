import { type Part, parts } from '../../../../shared/simulation/note.ts';
import type { Sentence } from '../../../words/sentences.ts';
import type { RenderedSound } from './protocol.ts';
import { evenMix, type Mix, perPart } from '../../../common/part-mix.ts';

export interface Stem {
  /** The name in the file name. */
  readonly name: Part | 'ambience';
  /** The name in the interface. */
  readonly words: Sentence;
  readonly mix: Mix;
}

const words: Readonly<Record<Part, Sentence>> = { lead: 'lead', bass: 'bass', chords: 'chords', drums: 'drums', texture: 'texture' };

const solo = (alone: Part): Mix => ({ ...evenMix, [alone]: { ...evenMix[alone], solo: true } });

/** The stems of the parts, and the ambience: the bed of sound and the effects. Their sum is the mix before the last stage of the master. */
export const stems: readonly Stem[] = [
  ...parts.map((part): Stem => ({ name: part, words: words[part], mix: solo(part) })),
  { name: 'ambience', words: 'ambience', mix: perPart((part) => ({ ...evenMix[part], muted: true })) },
];

/** Amplitude below the resolution of 16 bits. */
const silence = 2 ** -17;

export function isSilent({ channels }: RenderedSound): boolean {
  return channels.every((samples) => samples.every((sample) => Math.abs(sample) < silence));
}
