import { preferenceChoices, type Preferences } from '../../shared/api/accounts/preferences.ts';
import { type Dictionary, type RefusalWords, speakBy } from './words.ts';

export type Language = Exclude<Preferences['language'], 'system'>;

/** Fetches the words of a language from its folder; English stands in the code. */
const wordsOf = async (wanted: Language): Promise<{ words: Dictionary; refusalWords: RefusalWords } | null> =>
  wanted === 'en' ? null : ((await import(`./${wanted}/index.ts`)) as { words: Dictionary; refusalWords: RefusalWords });

const languages: readonly string[] = preferenceChoices.language.filter((choice) => choice !== 'system');
export const isLanguage = (tag: string): tag is Language => languages.includes(tag);

/** What those who speak a language call it. */
export const nameOfLanguage = (tag: Language): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

let spoken: Language = 'en';

/** The language that is spoken, for numbers (BCP 47). */
export const language = (): Language => spoken;

/** For dates: as the browser's own variety of the language writes them, such as British English. */
export const locale = (): string => navigator.languages.find((tag) => primaryOf(tag) === spoken) ?? spoken;

const primaryOf = (tag: string) => tag.split('-')[0]!;

/** The language that somebody chose, or the first of those that their browser asks for that is spoken here. */
export function languageOf(chosen: Preferences['language'], asked: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  return asked.map(primaryOf).find(isLanguage) ?? 'en';
}

/** Speaks a language from now on, if it is still `wanted` when its words are there. @throws where they can't be fetched. */
export async function speak(chosen: Language, isWanted: () => boolean): Promise<void> {
  const known = await wordsOf(chosen);
  if (!isWanted()) return;
  speakBy(known?.words ?? null, known?.refusalWords);
  spoken = chosen;
}
