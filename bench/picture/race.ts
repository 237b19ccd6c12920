import { median } from '../statistics.ts';

/** Runs the works in turns, under the same conditions; returns the median of each in ms. The first rounds warm up. */
export async function race<K extends string>(works: Record<K, () => Promise<void>>, rounds: number): Promise<Record<K, number>> {
  const names = Object.keys(works) as K[];
  const spent = new Map(names.map((name): [K, number[]] => [name, []]));
  for (let round = -2; round < rounds; round++) {
    for (const name of names) {
      const begun = performance.now();
      await works[name]();
      if (round >= 0) spent.get(name)!.push(performance.now() - begun);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(spent.get(name)!)])) as Record<K, number>;
}
