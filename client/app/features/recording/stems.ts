import { type Part, parts } from '../../../../shared/simulation/note.ts';
import type { Sentence } from '../../../words/sentences.ts';
import type { RenderedSound } from './protocol.ts';
import { evenMix, type Mix, perPart } from '../../../common/part-mix.ts';

export interface Stem {
  /** As in the name of its file. */
  readonly name: Part | 'ambience';
  /** What people call it. */
  readonly words: Sentence;
  readonly mix: Mix;
}

const words: Readonly<Record<Part, Sentence>> = { lead: 'lead', bass: 'bass', chords: 'chords', drums: 'drums', texture: 'texture' };

const solo = (alone: Part): Mix => ({ ...evenMix, [alone]: { ...evenMix[alone], solo: true } });

/** The parts one by one, and what is around them: the bed of sound and the effects. Together they are the mix, as it is before the last stage. */
export const stems: readonly Stem[] = [
  ...parts.map((part): Stem => ({ name: part, words: words[part], mix: solo(part) })),
  { name: 'ambience', words: 'ambience', mix: perPart((part) => ({ ...evenMix[part], muted: true })) },
];

/** Quieter than what 16 bits can tell. */
const silence = 2 ** -17;

export function isSilent({ channels }: RenderedSound): boolean {
  return channels.every((samples) => samples.every((sample) => Math.abs(sample) < silence));
}
