/** Hashes of one tick, from some members. */
export interface Testimony {
  /** Waits for at most `waitMs`. @returns the hashes received until then */
  within(waitMs: number): Promise<readonly string[]>;
}

interface Awaited {
  tick: number;
  missing: Set<string>;
  hashes: string[];
  complete: () => void;
}

/** Collects the hashes that members were asked for. */
export function createTestimony() {
  const awaited = new Set<Awaited>();
  return {
    /** Begins to collect. The caller asks the members. */
    take(tick: number, memberIds: readonly string[]): Testimony {
      const one: Awaited = { tick, missing: new Set(memberIds), hashes: [], complete: () => {} };
      const complete = new Promise<void>((resolve) => (one.complete = resolve));
      awaited.add(one);
      return {
        async within(waitMs) {
          const timer = setTimeout(one.complete, one.missing.size === 0 ? 0 : waitMs);
          await complete;
          clearTimeout(timer);
          awaited.delete(one);
          return one.hashes;
        },
      };
    },
    hear(memberId: string, tick: number, hash: string): void {
      for (const one of awaited) {
        if (one.tick !== tick || !one.missing.delete(memberId)) continue;
        one.hashes.push(hash);
        if (one.missing.size === 0) one.complete();
      }
    },
  };
}
