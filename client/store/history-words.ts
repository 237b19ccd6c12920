import { isParameterKey, parameterOf } from '../../shared/parameters/index.ts';

const mostNamed = 3;
const ofThings: Readonly<Record<string, string>> = {
  emitters: 'an emitter',
  wells: 'a well',
  affinities: 'what species do to each other',
  story: 'the storyboard',
};

function wordOf(cell: string): string {
  const [root, name = ''] = cell.split('/') as [string, string?];
  if (root === 'parameters' && isParameterKey(name)) return parameterOf(name).label;
  return ofThings[root] ?? 'something';
}

/** What was changed, by the cells that were: a few of them by name. */
export function changeWords(cells: readonly string[]): string {
  const words = [...new Set(cells.map(wordOf))];
  if (words.length <= mostNamed) return words.join(', ');
  return `${words.slice(0, mostNamed - 1).join(', ')} and ${words.length - mostNamed + 1} more`;
}
