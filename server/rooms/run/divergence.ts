/** Number of ticks for which reports are kept; later reports are not compared. */
const keptTicks = 60 * 60;

export interface DivergenceWatch {
  /**
   * Takes a member's hash of a tick. A member who is not believed is compared with the others, but not the others with them.
   * @returns the members whose hash differs from that of most believed members
   */
  report(memberId: string, tick: number, hash: string, isBelieved: boolean): string[];
  /** Number of differing members found so far. */
  readonly count: number;
}

interface Report {
  hash: string;
  isBelieved: boolean;
}

/** Compares the hashes of members for the same tick. On a tie, the first report wins. */
export function createDivergenceWatch(): DivergenceWatch {
  const byTick = new Map<number, Map<string, Report>>();
  const told = new Set<string>();
  let [count, latest] = [0, 0];
  return {
    report(memberId, tick, hash, isBelieved) {
      latest = Math.max(latest, tick);
      if (tick < latest - keptTicks) return [];
      for (const old of byTick.keys()) if (old < latest - keptTicks) byTick.delete(old);
      const reports = byTick.get(tick) ?? new Map<string, Report>();
      byTick.set(tick, reports.set(memberId, { hash, isBelieved }));
      const believed = mostCommon([...reports.values()].filter((report) => report.isBelieved).map((report) => report.hash));
      if (believed === undefined) return [];
      const odd = [...reports]
        .filter(([member, report]) => report.hash !== believed && !told.has(`${tick} ${member}`))
        .map(([member]) => member);
      for (const member of odd) told.add(`${tick} ${member}`);
      if (told.size > 1000) told.clear();
      count += odd.length;
      return odd;
    },
    get count() {
      return count;
    },
  };
}

function mostCommon(hashes: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return [...counts].reduce<[string, number] | undefined>((best, entry) => (best && best[1] >= entry[1] ? best : entry), undefined)?.[0];
}
