import type { ActivityQuery } from '../../../shared/api/accounts/activity-schemas.ts';
import { type ActivityKind, activityLimits } from '../../../shared/api/accounts/activity.ts';
import type { Database } from '../../db/database.ts';
import { type ActivityRow, deleteOldActivity, selectActivity, selectActivityOf, upsertActivity } from '../../db/repositories/activity.ts';
import { selectUserByEmailHash } from '../../db/repositories/users.ts';
import { newId } from '../ids.ts';
import { pageOf, readCursor } from '../lists/list-cursor.ts';

export type { ActivityRow };
export type ActivityService = ReturnType<typeof createActivityService>;
export type ToldActivity = Awaited<ReturnType<typeof selectActivity>>[number];

/** Something to note of somebody. */
export interface Deed {
  userId: string;
  kind: ActivityKind;
  /** One word. */
  detail?: string;
  universeId?: string;
  personId?: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const list = 'activity';

/** Notes what somebody does, in the transaction in which it is done: there is neither without the other. */
export const note = (tx: Database, deed: Deed): Promise<void> => upsertActivity(tx, { ...deed, id: newId(12) });

/** Notes that a signed-in user gave a wrong password where it was asked for once more; of one hour once, with how often. */
export async function noteFailedCheck(db: Database, userId: string): Promise<void> {
  const [kind, now] = ['password-check-failed', new Date()] as const;
  const topic = `${kind} ${now.toISOString().slice(0, 13)}`;
  await upsertActivity(db, { id: newId(12), userId, kind, topic, createdAt: now });
}

/** What people did, each for themselves. */
export function createActivityService(db: Database) {
  return {
    /** Notes that somebody tried an account with a wrong password; of one hour once, with how often. Nothing where there is none. */
    async noteFailedSignIn(emailHash: string, at: Date): Promise<void> {
      const user = await selectUserByEmailHash(db, emailHash);
      if (!user) return;
      const [kind, hour] = ['sign-in-failed', at.toISOString().slice(0, 13)] as const;
      await upsertActivity(db, { id: newId(12), userId: user.id, kind, topic: `${kind} ${hour}`, createdAt: at });
    },

    /** The newest first. @throws AppError `invalid-input` where the cursor is not one of this list. */
    async page(userId: string, { cursor, limit }: ActivityQuery): Promise<{ told: ToldActivity[]; next: string | null }> {
      const after = cursor === undefined ? undefined : readCursor(list, cursor);
      const rows = await selectActivity(db, { userId, after, limit: limit + 1 });
      const { shown, next } = pageOf(list, rows, limit, ({ entry }) => entry.id);
      return { told: shown, next };
    },

    /** All of somebody's, the oldest first. */
    allOf: (userId: string): Promise<ActivityRow[]> => selectActivityOf(db, userId),

    /** Forgets what is old. To be called now and then; twice does no harm. */
    forget: (now: Date): Promise<void> => deleteOldActivity(db, new Date(now.getTime() - activityLimits.days * dayMs)),
  };
}
