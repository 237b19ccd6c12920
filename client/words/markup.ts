/** Attributes whose text is read by users. */
export const spokenAttributes = [
  'title',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'placeholder',
  'label',
  'help',
  'data-help',
];

/** Enclose the number of an expression, where a template is one text. They are used for nothing else. */
const opening = '\uE000';
const closing = '\uE001';
const markPattern = new RegExp(`${opening}(\\d+)${closing}`, 'g');
/** Matches a comment, a style sheet with its content, or a tag; quotes in a tag may contain anything. */
const tagPattern = /<!--[^]*?-->|<style[^]*?<\/style>|<\/?[a-zA-Z](?:"[^"]*"|'[^']*'|[^>"'])*>/g;
const attributePattern = new RegExp(`\\s(?:${spokenAttributes.join('|')})="([^"]*)"`, 'g');

/** Text of a template that users read: its range, and its sentence, in which `{0}`, `{1}` … stand for the expressions. */
interface Spoken {
  from: number;
  to: number;
  sentence: string;
  /** Numbers of the expressions, by placeholder. */
  expressions: readonly number[];
}

const asOneText = (strings: readonly string[]) =>
  strings.reduce((text, string, index) => `${text}${opening}${index - 1}${closing}${string}`);

function* textsOf(markup: string): Generator<{ from: number; text: string }> {
  let end = 0;
  for (const { 0: tag, index } of markup.matchAll(tagPattern)) {
    yield { from: end, text: markup.slice(end, index) };
    for (const attribute of tag.matchAll(attributePattern)) {
      const text = attribute[1]!;
      yield { from: index + attribute.index + attribute[0].length - 1 - text.length, text };
    }
    end = index + tag.length;
  }
  yield { from: end, text: markup.slice(end) };
}

function spokenOf(markup: string): Spoken[] {
  const found: Spoken[] = [];
  for (const { from, text } of textsOf(markup)) {
    const trimmed = text.trim();
    const expressions: number[] = [];
    const sentence = trimmed.replace(/\s+/g, ' ').replace(markPattern, (_, index: string) => `{${expressions.push(Number(index)) - 1}}`);
    if (!/\p{L}/u.test(sentence)) continue;
    const begin = from + text.indexOf(trimmed);
    found.push({ from: begin, to: begin + trimmed.length, sentence, expressions });
  }
  return found;
}

/** Returns the sentences of a template, as in a dictionary. */
export const sentencesOf = (strings: readonly string[]): string[] => spokenOf(asOneText(strings)).map(({ sentence }) => sentence);

/** Returns the numbers of the expressions within sentences. */
export const expressionsWithin = (strings: readonly string[]): ReadonlySet<number> =>
  new Set(spokenOf(asOneText(strings)).flatMap(({ expressions }) => expressions));

/** A translated template: its strings, and the expression between each two of them. */
export interface TranslatedMarkup {
  strings: readonly string[];
  order: readonly number[];
}

/** Translates the sentences of a template by `sayText`. A translation is text, never markup. */
export function translateMarkup(strings: readonly string[], sayText: (sentence: string) => string): TranslatedMarkup {
  const markup = asOneText(strings);
  let translated = '';
  let end = 0;
  for (const { from, to, sentence, expressions } of spokenOf(markup)) {
    const said = sayText(sentence)
      .replaceAll('<', '&lt;')
      .replaceAll('"', '&quot;')
      .replace(/\{(\d+)\}/g, (place, index: string) =>
        expressions[Number(index)] === undefined ? place : `${opening}${expressions[Number(index)]}${closing}`,
      );
    translated += markup.slice(end, from) + said;
    end = to;
  }
  const pieces = (translated + markup.slice(end)).split(markPattern);
  return { strings: pieces.filter((_, at) => at % 2 === 0), order: pieces.filter((_, at) => at % 2 === 1).map(Number) };
}
