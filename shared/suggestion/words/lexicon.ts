import { type ParameterKey, type ParameterPatch, parameterOf, type ParameterValue } from '../../parameters/index.ts';
import { type Concept, type ConceptName, conceptOf } from './concepts.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import type { WordLanguage } from './language.ts';

/** A language prepared for reading: what each word or phrase means. */
export interface Lexicon extends WordLanguage {
  readonly entries: ReadonlyMap<string, Concept>;
  readonly silentWords: ReadonlySet<string>;
}

/** Parameters whose choices can be named in a sentence. */
const named = ['instrument', 'waveform', 'scale', 'meter', 'progression', 'ambience', 'palette'] as const satisfies readonly ParameterKey[];

/** Choices that are no names of their own. */
const nameless = new Set(['none', 'custom', 'drift', 'harmony']);

const patchOf = (key: ParameterKey, value: ParameterValue) => ({ [key]: value }) as ParameterPatch;

export const listed = (names: string) => names.split(', ');

function lexiconOf(language: WordLanguage): Lexicon {
  const entries = new Map<string, Concept>();
  for (const key of named) {
    const field = parameterOf(key);
    if (field.kind !== 'choice') continue;
    for (const choice of field.choices)
      if (!nameless.has(choice)) entries.set(choice.toLowerCase().replaceAll(/[-–]/g, ' '), { values: patchOf(key, choice) });
  }
  for (const [names, values] of language.choices) for (const name of listed(names)) entries.set(name, { values });
  // A concept says more than a choice of the same name.
  for (const [concept, names] of Object.entries(language.names) as [ConceptName, string][])
    for (const name of listed(names)) entries.set(name, conceptOf(concept));
  return { ...language, entries, silentWords: new Set(language.silent.split(' ')) };
}

/** The languages in which sentences are understood. */
export const lexicons = { en: lexiconOf(english), de: lexiconOf(german) } as const;
export type SpokenLanguage = keyof typeof lexicons;
