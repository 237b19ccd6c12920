import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Dictionary, RefusalWords } from '../../client/words/words.ts';
import { refusals, userRefusals } from '../../shared/refusals/catalogue.ts';
import { allRules, rules } from '../../shared/refusals/rules.ts';
import { waitTexts } from '../../shared/refusals/wait-texts.ts';
import type { SaidSentences } from './said.ts';

const folder = join(import.meta.dirname, '../../client/words');

export interface Translation {
  /** The name of its folder. */
  readonly language: string;
  readonly dictionary: Dictionary;
  readonly refusals: RefusalWords;
}

interface LanguageModule {
  readonly words: Dictionary;
  readonly refusalWords: RefusalWords;
}

/** Reads the dictionary of each language but English, which is in the code. */
export function readDictionaries(): Promise<Translation[]> {
  const languages = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'en');
  return Promise.all(
    languages.map(async ({ name: language }) => {
      const { words, refusalWords } = (await import(/* @vite-ignore */ join(folder, language, 'index.ts'))) as LanguageModule;
      return { language, dictionary: words, refusals: refusalWords };
    }),
  );
}

/** Reports the English texts that a language lacks, and its texts that English no longer has, a line each. */
export function translationReport(
  { language, dictionary }: Omit<Translation, 'refusals'>,
  { toTranslate, known }: SaidSentences,
): string[] {
  const missing = [...toTranslate].filter((sentence) => !Object.hasOwn(dictionary, sentence));
  const left = Object.keys(dictionary).filter((sentence) => !known.has(sentence));
  return [
    ...missing.map((sentence) => `${language} does not say: ${sentence}`),
    ...left.map((sentence) => `${language} says of nothing: ${sentence}`),
  ];
}

/** The same for refusals, rules of fields and waits, by reason; what only programs meet may be said or not. */
export function refusalReport({ language, refusals: said }: Translation): string[] {
  const compared = [
    { kind: 'refusal', theirs: said.refusals, needed: userRefusals, known: refusals },
    { kind: 'rule', theirs: said.rules, needed: rules, known: allRules },
    { kind: 'wait', theirs: said.waits, needed: waitTexts, known: waitTexts },
  ];
  return compared.flatMap(({ kind, theirs, needed, known }) => {
    const missing = Object.keys(needed).filter((reason) => !Object.hasOwn(theirs, reason));
    const left = Object.keys(theirs).filter((reason) => !Object.hasOwn(known, reason));
    return [
      ...missing.map((reason) => `${language} does not say the ${kind}: ${reason}`),
      ...left.map((reason) => `${language} says of nothing the ${kind}: ${reason}`),
    ];
  });
}
