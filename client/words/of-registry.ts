import type { Sentence } from './sentences.ts';
import { saySense, sayText } from './words.ts';

/** Words of the registry that mean something else elsewhere in the interface, with their sense in the registry. */
export const sensesInRegistry: Readonly<Record<string, Sentence>> = {
  Keys: 'Keys (an instrument)',
  Open: 'Open (without an edge)',
  Share: 'Share (of a whole)',
  Space: 'Space (between stars)',
  Square: 'Square (a waveform)',
};

/** Translates a text of the registry. Returns an unknown text as it is. */
export function sayOfRegistry(text: string): string {
  return Object.hasOwn(sensesInRegistry, text) ? saySense(sensesInRegistry[text]!) : sayText(text);
}
