import type { DatabaseConnection } from '../../server/db/database.ts';
import { median, rounded } from '../statistics.ts';
import { seedUniverses } from './seed.ts';

const many = 100_000;
const asked = 60;
const warmUps = 20;

const queries = {
  recent: 'list=recent',
  popular: 'list=popular',
  words: 'list=recent&q=quiet',
  tag: 'list=popular&tag=amber',
  filtered: 'list=recent&key=E&tempoMin=100&tempoMax=140',
  deep: 'list=recent',
} as const;
type Name = keyof typeof queries;

/** Pages of a list before the measured page: where offsets would be slow. */
const pagesDeep = 20;

/** Median time of a page of each list, in ms. */
async function timesOf(url: string, from: (index: number) => Record<string, string>): Promise<Record<Name, number>> {
  let index = 0;
  const ask = async (query: string) => {
    const answer = await fetch(`${url}/api/v1/universes?${query}&limit=24`, { headers: from(index++) });
    if (!answer.ok) throw new Error(`${query}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { universes: unknown[]; next: string | null };
  };
  const times = {} as Record<Name, number>;
  for (const [name, query] of Object.entries(queries) as [Name, string][]) {
    let cursor = '';
    for (let page = 0; name === 'deep' && page < pagesDeep; page++) cursor = `&cursor=${(await ask(query + cursor)).next}`;
    const spent: number[] = [];
    for (let round = -warmUps; round < asked; round++) {
      const begun = performance.now();
      const { universes } = await ask(query + cursor);
      if (universes.length === 0) throw new Error(`${name}: nothing in the list`);
      if (round >= 0) spent.push(performance.now() - begun);
    }
    times[name] = median(spent);
  }
  return times;
}

/** Compares lists over `many` universes with lists over the `few` that exist. */
export async function measureLists(
  url: string,
  connection: DatabaseConnection,
  model: string,
  few: number,
  from: (index: number) => Record<string, string>,
) {
  const before = await timesOf(url, from);
  await seedUniverses(connection, model, few + 1, many);
  const after = await timesOf(url, from);
  const names = Object.keys(queries) as Name[];
  const lists = Object.fromEntries(
    names.map((name) => [
      name,
      { few_ms: rounded(before[name]), many_ms: rounded(after[name]), ratio: rounded(after[name] / before[name]) },
    ]),
  );
  return { ratio: rounded(Math.max(...names.map((name) => after[name] / before[name]))), ...lists };
}
