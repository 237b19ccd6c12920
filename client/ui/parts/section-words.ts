import type { SectionName } from '../../../shared/music/index.ts';
import type { Rest } from '../../store/resting-parts.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say, saySense } from '../../words/words.ts';
import { inSentence } from '../format.ts';

const labels: Readonly<Record<SectionName, Sentence>> = {
  intro: 'Intro',
  build: 'Build',
  peak: 'Peak (of a piece)',
  break: 'Break',
  return: 'Return',
  ending: 'Ending',
};

const rests: Readonly<Record<Rest, Sentence>> = {
  'this-section': 'comes in later',
  intro: 'rests until the intro',
  build: 'rests until the build',
  peak: 'rests until the peak',
  break: 'rests until the break',
  return: 'rests until the return',
  ending: 'rests until the ending',
  always: 'needs more intensity',
};

/** Returns the name of a section. */
export const sectionLabel = (name: SectionName): string => saySense(labels[name]);

/** Says how long a part rests. */
export const restWords = (rest: Rest): string => say(rests[rest]);

/** Says which section comes next, and when: `peak in 6 bars`. */
export function nextWords(next: SectionName, barsLeft: number): string {
  const section = inSentence(sectionLabel(next));
  return barsLeft === 1 ? say('{section} in 1 bar', { section }) : say('{section} in {count} bars', { section, count: barsLeft });
}
