import { refuseFor } from '../../../shared/refusals/refuse.ts';
import { seenOffMinutes } from '../../../shared/room/seen-off.ts';

/** Who was seen off from which universe, for as long as they stay out. Nobody is kept out of what is their own, and nothing outlives the process. */
export function createSeenOff(nowMs: () => number) {
  /** Universe id → user id → until when. */
  const kept = new Map<string, Map<string, number>>();
  return {
    add(universeId: string, userId: string): void {
      const now = nowMs();
      for (const [id, users] of kept) {
        for (const [user, untilMs] of users) if (untilMs <= now) users.delete(user);
        if (users.size === 0) kept.delete(id);
      }
      const users = kept.get(universeId) ?? new Map<string, number>();
      kept.set(universeId, users.set(userId, now + seenOffMinutes * 60_000));
    },
    has: (universeId: string, userId: string): boolean => (kept.get(universeId)?.get(userId) ?? 0) > nowMs(),
    /** @throws AppError `not-allowed` for somebody who stays out. */
    refuse(universeId: string, userId: string): void {
      const waitMs = (kept.get(universeId)?.get(userId) ?? 0) - nowMs();
      if (waitMs > 0) throw refuseFor(waitMs, 'kicked');
    },
  };
}
export type SeenOff = ReturnType<typeof createSeenOff>;
