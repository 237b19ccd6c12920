import { isolate } from '../../shared/text/isolate.ts';
import type { Sentence } from './sentences.ts';

/** Translations by the English sentences in the code. A placeholder `{name}` is filled in later. */
export type Dictionary = Readonly<Record<string, string>>;

/** Refusals by their reason, rules of fields by theirs, and waits by their unit (`shared/refusals`); what a language lacks is said in English. */
export interface RefusalWords {
  readonly refusals: Dictionary;
  readonly rules: Dictionary;
  readonly waits: Dictionary;
}

/** Null while English is spoken. */
let dictionary: Dictionary | null = null;
let refusalWords: RefusalWords | null = null;

/** Speaks by `known` from now on, English where that is null. What was rendered before stays as it is until it is rendered again. */
export function speakBy(known: Dictionary | null, refusals: RefusalWords | null = null): void {
  dictionary = known;
  refusalWords = refusals;
}

export const spokenDictionary = (): Dictionary | null => dictionary;
export const spokenRefusals = (): RefusalWords | null => refusalWords;

/** Isolates the direction of a text within a sentence. Returns other values as they are. */
export const withinSentence = <T>(value: T): T | string => (typeof value === 'string' ? isolate(value) : value);

/** Translates a sentence of the interface, and replaces its placeholders `{name}` by `values`. */
export function say(sentence: Sentence, values?: Readonly<Record<string, string | number>>): string {
  const said = sayText(sentence);
  return values ? said.replace(/\{(\w+)\}/g, (place, name: string) => String(withinSentence(values[name]) ?? place)) : said;
}

/** Translates a text from elsewhere, such as a label of the registry. Returns an unknown text as it is. */
export function sayText(text: string): string {
  return (dictionary && Object.hasOwn(dictionary, text) ? dictionary[text] : undefined) ?? text;
}

/** Translates a word in one of its senses, which a dictionary has as `Word (sense)`: for an English word that has several translations. */
export function saySense(sense: Sentence): string {
  const said = sayText(sense);
  return said === sense ? sense.replace(/ \(.*\)$/, '') : said;
}

/** Returns the pieces of a translated sentence for a template, with `values` for its placeholders `{name}`. */
export function sayParts(sentence: Sentence, values: Readonly<Record<string, unknown>>): unknown[] {
  const pieces = sayText(sentence).split(/\{(\w+)\}/);
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : withinSentence(values[piece])));
}
