import { type Dictionary, sayText, spokenDictionary } from './words.ts';

/** A sentence with placeholders, such as `at most {0} in a universe`: the pattern that matches it, and its translation. */
interface Pattern {
  likeness: RegExp;
  /** Numbers of the placeholders, in their order. */
  places: readonly string[];
  said: string;
}

const placePattern = /\{(\d+)\}/;
/** A sentence with fewer letters, such as `{0} of {1}`, would match unrelated sentences. */
const fewestLetters = 10;

/** The patterns of each dictionary, longest first: the longer of two that match is more exact. */
const known = new WeakMap<Dictionary, readonly Pattern[]>();

function patternsOf(dictionary: Dictionary): readonly Pattern[] {
  const before = known.get(dictionary);
  if (before) return before;
  const found = Object.entries(dictionary)
    .map(([sentence, said]) => ({ said, pieces: sentence.split(placePattern) }))
    .map(({ said, pieces }) => ({ said, pieces, literal: pieces.filter((_, at) => at % 2 === 0) }))
    .filter(({ literal }) => literal.length > 1 && literal.join('').replace(/\P{L}/gu, '').length >= fewestLetters)
    .toSorted((a, b) => b.literal.join('').length - a.literal.join('').length)
    .map(({ said, pieces, literal }) => ({
      likeness: new RegExp(`^${literal.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('(.+)')}$`, 's'),
      places: pieces.filter((_, at) => at % 2 === 1),
      said,
    }));
  known.set(dictionary, found);
  return found;
}

/** Translates a sentence or a rule as a whole. Returns undefined if it is unknown. */
function sayWhole(text: string, dictionary: Dictionary): string | undefined {
  if (Object.hasOwn(dictionary, text)) return dictionary[text];
  for (const { likeness, places, said } of patternsOf(dictionary)) {
    const [, ...values] = likeness.exec(text) ?? [];
    if (values.length > 0) return said.replace(/\{(\d+)\}/g, (place, name: string) => values[places.indexOf(name)] ?? place);
  }
  return undefined;
}

const partPattern = /^([\w.-]+): (.+?)(\.?)$/s;

/** Translates a rule that a field breaks, such as `name: must be text`. */
function sayPart(part: string, dictionary: Dictionary): string {
  const [, path, rule, end] = partPattern.exec(part) ?? [];
  const said = rule === undefined ? undefined : sayWhole(rule, dictionary);
  return said === undefined ? part : `${sayText(path!)}: ${said}${end}`;
}

/** Matches the reason of a refusal, and the time to wait (shared/api/waiting.ts). */
const waitPattern = /^(.+) (Try again in [^.]+\.)$/s;

/** Translates a refusal of the server. What is unknown in it stays as it is. */
export function sayRefusal(message: string): string {
  const dictionary = spokenDictionary();
  if (!dictionary) return message;
  const [, reason, wait] = waitPattern.exec(message) ?? [];
  if (reason !== undefined && wait !== undefined) return `${sayRefusal(reason)} ${sayWhole(wait, dictionary) ?? wait}`;
  const parts = () => message.split('; ').map((part) => sayPart(part, dictionary));
  return sayWhole(message, dictionary) ?? parts().join('; ');
}
