/** Longer than any ticket or reconnection lasts: what was admitted before that is gone by itself. */
const rememberedMs = 5 * 60_000;

/** Users whose sessions were ended lately. What was admitted before that is not let in any more. */
export interface Revocations {
  add(userId: string): void;
  /** Whether sessions of a user were ended at `atMs` of the same clock or later. */
  since(userId: string, atMs: number): boolean;
}

/** @param nowMs a clock that never goes back, in ms. */
export function createRevocations(nowMs: () => number): Revocations {
  /** User id → when last; the oldest first. */
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
