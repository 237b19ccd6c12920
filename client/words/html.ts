import { html as htmlOfLit, svg as svgOfLit, type TemplateResult } from 'lit';
import { expressionsWithin, translateMarkup, type TranslatedMarkup } from './markup.ts';
import { type Dictionary, sayText, spokenDictionary, withinSentence } from './words.ts';

interface Translated extends Pick<TranslatedMarkup, 'order'> {
  strings: TemplateStringsArray;
}

/** Templates by their own strings, in the language that was spoken when they were first rendered in it. */
const known = new WeakMap<Dictionary, WeakMap<TemplateStringsArray, Translated>>();

function translationOf(strings: TemplateStringsArray, dictionary: Dictionary): Translated {
  const ofLanguage = known.get(dictionary) ?? new WeakMap<TemplateStringsArray, Translated>();
  known.set(dictionary, ofLanguage);
  const before = ofLanguage.get(strings);
  if (before) return before;
  const { strings: said, order } = translateMarkup(strings, sayText);
  // Lit tells templates apart by their strings, and asks for those that a template literal has.
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

/** Lit's `html`, whose text and spoken attributes are in the language that is spoken; what stands within a sentence has its own direction. */
export const html = inTheLanguage(htmlOfLit);
/** Lit's `svg`, likewise. */
export const svg = inTheLanguage(svgOfLit);
