import type { Sentence } from './sentences.ts';
import { saySense, sayText } from './words.ts';

/** Words of the registry that mean something else elsewhere in the interface, in the sense that they have there. */
export const sensesInRegistry: Readonly<Record<string, Sentence>> = {
  Keys: 'Keys (an instrument)',
  Open: 'Open (without an edge)',
  Share: 'Share (of a whole)',
  Space: 'Space (between stars)',
  Square: 'Square (a waveform)',
};

/** What the registry calls something, or says of it, in the language that is spoken; what is not known is left as it is. */
export function sayOfRegistry(text: string): string {
  return Object.hasOwn(sensesInRegistry, text) ? saySense(sensesInRegistry[text]!) : sayText(text);
}
