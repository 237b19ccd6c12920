import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionary } from '../../client/words/words.ts';
import type { SaidSentences } from './said.ts';

const folder = join(import.meta.dirname, '../../client/words');

export interface Translation {
  /** The name of its folder. */
  readonly language: string;
  readonly dictionary: Dictionary;
}

/** Reads the dictionary of each language but English, which is in the code. */
export function readDictionaries(): Promise<Translation[]> {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'en');
  return Promise.all(
    languages.map(async ({ name: language }) => {
      const { words } = (await import(/* @vite-ignore */ join(folder, language, 'index.ts'))) as { words: Dictionary };
      return { language, dictionary: words };
    }),
  );
}

/** Lists the sentences that a dictionary lacks, and the entries that are no longer used, one per line. */
export function translationReport({ language, dictionary }: Translation, { toTranslate, known }: SaidSentences): string[] {
  const missing = [...toTranslate].filter((sentence) => !Object.hasOwn(dictionary, sentence));
  const left = Object.keys(dictionary).filter((sentence) => !known.has(sentence));
  return [
    ...missing.map((sentence) => `${language} does not say: ${sentence}`),
    ...left.map((sentence) => `${language} says of nothing: ${sentence}`),
  ];
}
