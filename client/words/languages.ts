import type { Preferences } from '../../shared/api/preferences.ts';
import { type Dictionary, speakBy } from './words.ts';

export type Language = Exclude<Preferences['language'], 'system'>;

/** Where each language is fetched from; English stands in the code. */
const dictionaries: Readonly<Record<Language, (() => Promise<Dictionary>) | null>> = {
  en: null,
  de: async () => (await import('./de/index.ts')).german,
};

let spoken: Language = 'en';

/** The language that is spoken, for numbers (BCP 47). */
export const language = (): Language => spoken;

/** For dates: as the browser's own variety of the language writes them, such as British English. */
export const locale = (): string => navigator.languages.find((tag) => primaryOf(tag) === spoken) ?? spoken;

const primaryOf = (tag: string) => tag.split('-')[0]!;

/** The language that somebody chose, or the first of those that their browser asks for that is spoken here. */
export function languageOf(chosen: Preferences['language'], asked: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  return asked.map(primaryOf).find((tag): tag is Language => Object.hasOwn(dictionaries, tag)) ?? 'en';
}

/** Speaks a language from now on, if it is still `wanted` when its words are there. @throws where they can't be fetched. */
export async function speak(chosen: Language, isWanted: () => boolean): Promise<void> {
  const dictionary = (await dictionaries[chosen]?.()) ?? null;
  if (!isWanted()) return;
  speakBy(dictionary);
  spoken = chosen;
}
