import type { ParameterValues } from '../../parameters/index.ts';
import type { ConceptName } from './concepts.ts';

/** How a word changes the one after it: turns it round, complains of too much (as "so" does after "not"), compares, or says how much. */
export interface Modifier {
  readonly kind: 'not' | 'too' | 'so' | 'more' | 'less' | 'degree';
  /** Factor of a degree. */
  readonly by?: number;
}

/** How a form of a word compares. */
export type Comparison = 'plain' | 'more' | 'most';

/** A word as it may stand in the lexicon, and what its ending says. */
export interface Form {
  readonly word: string;
  readonly comparison: Comparison;
}

/** What the reader has to know of a language. All words are in lower case. */
export interface WordLanguage {
  /** Names of each concept: words and phrases, separated by commas. */
  readonly names: Readonly<Record<ConceptName, string>>;
  /** Names of choices of the registry beside the registry's own. */
  readonly choices: readonly (readonly [names: string, values: Partial<ParameterValues>])[];
  /** Names of keys, which count only before a scale. */
  readonly keys: Readonly<Record<string, ParameterValues['key']>>;
  readonly modifiers: Readonly<Record<string, Modifier>>;
  /** Words that say nothing about a universe, separated by spaces. */
  readonly silent: string;
  /** Returns the words of which a word may be a form, likelier first; `before`: the word before it. */
  formsOf(word: string, before: string): readonly Form[];
}
