/** Longer than the life of any ticket or reconnection, so older admissions have expired by themselves. */
const rememberedMs = 5 * 60_000;

/** Users with sessions that ended recently. Admissions from before that are void. */
export interface Revocations {
  add(userId: string): void;
  /** Returns whether sessions of a user ended at `atMs` of the same clock or later. */
  since(userId: string, atMs: number): boolean;
}

/** Creates an empty record. @param nowMs a monotonic clock, in ms. */
export function createRevocations(nowMs: () => number): Revocations {
  /** User id → time of the last end, oldest first. */
  const last = new Map<string, number>();
  return {
    add(userId) {
      const now = nowMs();
      for (const [id, atMs] of last) {
        if (atMs > now - rememberedMs) break;
        last.delete(id);
      }
      last.delete(userId);
      last.set(userId, now);
    },
    since: (userId, atMs) => (last.get(userId) ?? Number.NEGATIVE_INFINITY) >= atMs,
  };
}
