import { html as htmlOfLit, svg as svgOfLit, type TemplateResult } from 'lit';
import { expressionsWithin, translateMarkup, type TranslatedMarkup } from './markup.ts';
import { type Dictionary, sayText, spokenDictionary, withinSentence } from './words.ts';

interface Translated extends Pick<TranslatedMarkup, 'order'> {
  strings: TemplateStringsArray;
}

/** Translated templates of each dictionary, by the strings of the original. */
const known = new WeakMap<Dictionary, WeakMap<TemplateStringsArray, Translated>>();

function translationOf(strings: TemplateStringsArray, dictionary: Dictionary): Translated {
  const ofLanguage = known.get(dictionary) ?? new WeakMap<TemplateStringsArray, Translated>();
  known.set(dictionary, ofLanguage);
  const before = ofLanguage.get(strings);
  if (before) return before;
  const { strings: said, order } = translateMarkup(strings, sayText);
  // Lit identifies templates by their strings, and needs those of a template literal.
  const translated = { strings: Object.assign([...said], { raw: said }), order };
  ofLanguage.set(strings, translated);
  return translated;
}

const knownWithin = new WeakMap<TemplateStringsArray, ReadonlySet<number>>();

function withinOf(strings: TemplateStringsArray): ReadonlySet<number> {
  const within = knownWithin.get(strings) ?? expressionsWithin(strings);
  knownWithin.set(strings, within);
  return within;
}

type Tag<T extends TemplateResult> = (strings: TemplateStringsArray, ...values: unknown[]) => T;

const inTheLanguage =
  <T extends TemplateResult>(tag: Tag<T>): Tag<T> =>
  (strings, ...given) => {
    const dictionary = spokenDictionary();
    const within = withinOf(strings);
    const values = within.size === 0 ? given : given.map((value, index) => (within.has(index) ? withinSentence(value) : value));
    if (!dictionary) return tag(strings, ...values);
    const translated = translationOf(strings, dictionary);
    return tag(translated.strings, ...translated.order.map((index) => values[index]));
  };

/** Lit's `html`, with text and spoken attributes in the current language. A value within a sentence has its own direction. */
export const html = inTheLanguage(htmlOfLit);
/** Lit's `svg`, likewise. */
export const svg = inTheLanguage(svgOfLit);
