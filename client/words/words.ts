import { isolate } from '../../shared/text/isolate.ts';
import type { Sentence } from './sentences.ts';

/** English as it stands in the code → the same in the language that is spoken. A place `{name}` is filled in later. */
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

/** A value as it stands within a sentence: what is text has a direction of its own. */
export const withinSentence = <T>(value: T): T | string => (typeof value === 'string' ? isolate(value) : value);

/** What a sentence of the interface is in the language that is spoken, its places `{name}` filled with `values`. */
export function say(sentence: Sentence, values?: Readonly<Record<string, string | number>>): string {
  const said = sayText(sentence);
  return values ? said.replace(/\{(\w+)\}/g, (place, name: string) => String(withinSentence(values[name]) ?? place)) : said;
}

/** The same for text that comes from elsewhere, such as a label of the registry; what is not known is left as it is. */
export function sayText(text: string): string {
  return (dictionary && Object.hasOwn(dictionary, text) ? dictionary[text] : undefined) ?? text;
}

/**
 * Says a word in one of its senses, which a dictionary has as `Word (sense)`: for a word of English that is not the same word everywhere
 * in another language.
 */
export function saySense(sense: Sentence): string {
  const said = sayText(sense);
  return said === sense ? sense.replace(/ \(.*\)$/, '') : said;
}

/** A sentence in pieces, for a template: places `{name}` hold what is rendered there. */
export function sayParts(sentence: Sentence, values: Readonly<Record<string, unknown>>): unknown[] {
  const pieces = sayText(sentence).split(/\{(\w+)\}/);
  return pieces.map((piece, at) => (at % 2 === 0 ? piece : withinSentence(values[piece])));
}
