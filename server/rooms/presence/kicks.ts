import { refuseFor } from '../../../shared/refusals/refuse.ts';
import { kickMinutes } from '../../../shared/room/kick.ts';

/** Keeps kicked users out of a universe for a time. The owner cannot be kicked. */
export function createKicks(nowMs: () => number) {
  /** Universe id → user id → end time. */
  const kept = new Map<string, Map<string, number>>();
  return {
    add(universeId: string, userId: string, untilMs = nowMs() + kickMinutes * 60_000): void {
      const now = nowMs();
      for (const [id, users] of kept) {
        for (const [user, endMs] of users) if (endMs <= now) users.delete(user);
        if (users.size === 0) kept.delete(id);
      }
      const users = kept.get(universeId) ?? new Map<string, number>();
      kept.set(universeId, users.set(userId, untilMs));
    },
    /** Returns the users who are kept out of a universe, each with the end time. */
    of: (universeId: string): [userId: string, untilMs: number][] =>
      [...(kept.get(universeId) ?? [])].filter(([, untilMs]) => untilMs > nowMs()),
    has: (universeId: string, userId: string): boolean => (kept.get(universeId)?.get(userId) ?? 0) > nowMs(),
    /** Rejects a user who is kept out. @throws AppError `not-allowed` */
    refuse(universeId: string, userId: string): void {
      const waitMs = (kept.get(universeId)?.get(userId) ?? 0) - nowMs();
      if (waitMs > 0) throw refuseFor(waitMs, 'kicked');
    },
  };
}
export type Kicks = ReturnType<typeof createKicks>;
