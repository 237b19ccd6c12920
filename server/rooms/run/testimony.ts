/** What some members have computed of one tick. */
export interface Testimony {
  /** Waits for so long at most. @returns the hashes of those who have spoken. */
  within(waitMs: number): Promise<readonly string[]>;
}

interface Awaited {
  tick: number;
  missing: Set<string>;
  hashes: string[];
  complete: () => void;
}

/** Collects what members say of ticks that they were asked about. */
export function createTestimony() {
  const awaited = new Set<Awaited>();
  return {
    /** Begins to listen. Who is to be asked is asked by the caller. */
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
