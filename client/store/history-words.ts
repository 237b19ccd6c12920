import { isParameterKey, parameterOf } from '../../shared/parameters/index.ts';
import type { Sentence } from '../words/sentences.ts';
import { say, sayText } from '../words/words.ts';

/** Maximum number of names; beyond it, the last place shows the count of the others. */
const maxWords = 3;
const wordsOfRoots: Readonly<Record<string, Sentence>> = {
  emitters: 'an emitter',
  wells: 'a well',
  affinities: 'what species do to each other',
  story: 'the storyboard',
};

function wordOf(cell: string): string {
  const [root, name = ''] = cell.split('/') as [string, string?];
  if (root === 'parameters' && isParameterKey(name)) return sayText(parameterOf(name).label);
  return say(wordsOfRoots[root] ?? 'something');
}

/** Joins names, at most `most` of them; the others are counted. */
export function listOf(names: readonly string[], most: number = names.length): string {
  const named = names.slice(0, most);
  const count = names.length - named.length;
  if (count > 0) {
    const shown = named.join(', ');
    return count === 1 ? say('{names} and 1 more', { names: shown }) : say('{names} and {count} more', { names: shown, count });
  }
  const last = named.pop() ?? '';
  return named.length === 0 ? last : say('{names}, {last}', { names: named.join(', '), last });
}

/** Describes a change by its cells: a few of them by name. */
export function changeWords(cells: readonly string[]): string {
  const words = [...new Set(cells.map(wordOf))];
  return listOf(words, words.length <= maxWords ? words.length : maxWords - 1);
}
