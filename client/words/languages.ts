import { preferenceChoices, type Preferences } from '../../shared/api/accounts/preferences.ts';
import { type Dictionary, type RefusalWords, speakBy } from './words.ts';

export type Language = Exclude<Preferences['language'], 'system'>;

/** Fetches the words of a language from its folder; English stands in the code. */
const wordsOf = async (wanted: Language): Promise<{ words: Dictionary; refusalWords: RefusalWords } | null> =>
  wanted === 'en' ? null : ((await import(`./${wanted}/index.ts`)) as { words: Dictionary; refusalWords: RefusalWords });

const languages: readonly string[] = preferenceChoices.language.filter((choice) => choice !== 'system');
export const isLanguage = (tag: string): tag is Language => languages.includes(tag);

/** Returns the name of a language in that language. */
export const nameOfLanguage = (tag: Language): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;

let spoken: Language = 'en';

/** Returns the current language, for numbers (BCP 47). */
export const language = (): Language => spoken;

/** Returns the browser's variety of the current language, such as British English, for dates. */
export const locale = (): string => navigator.languages.find((tag) => primaryOf(tag) === spoken) ?? spoken;

const primaryOf = (tag: string) => tag.split('-')[0]!;

/** Returns the language that the user chose, or the first supported one that their browser asks for. */
export function languageOf(chosen: Preferences['language'], asked: readonly string[]): Language {
  if (chosen !== 'system') return chosen;
  return asked.map(primaryOf).find(isLanguage) ?? 'en';
}

/** Switches to a language, unless another one is wanted by the time its dictionary is loaded. @throws if it cannot be loaded */
export async function speak(chosen: Language, isWanted: () => boolean): Promise<void> {
  const known = await wordsOf(chosen);
  if (!isWanted()) return;
  speakBy(known?.words ?? null, known?.refusalWords);
  spoken = chosen;
}
