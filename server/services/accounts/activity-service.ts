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

/** An entry for the audit log. */
export interface Deed {
  userId: string;
  kind: ActivityKind;
  /** A single word. */
  detail?: string;
  universeId?: string;
  personId?: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const list = 'activity';

/** Writes to the audit log in the transaction of the action: neither is stored without the other. */
export const note = (tx: Database, deed: Deed): Promise<void> => upsertActivity(tx, { ...deed, id: newId(12) });

/** Records a wrong password at a repeated check of a signed-in user: one entry per hour, with a count. */
export async function noteFailedCheck(db: Database, userId: string): Promise<void> {
  const [kind, now] = ['password-check-failed', new Date()] as const;
  const topic = `${kind} ${now.toISOString().slice(0, 13)}`;
  await upsertActivity(db, { id: newId(12), userId, kind, topic, createdAt: now });
}

/** The audit logs of users. Each user reads only their own. */
export function createActivityService(db: Database) {
  return {
    /** Records a failed sign-in: one entry per hour, with a count. Does nothing if there is no such account. */
    async noteFailedSignIn(emailHash: string, at: Date): Promise<void> {
      const user = await selectUserByEmailHash(db, emailHash);
      if (!user) return;
      const [kind, hour] = ['sign-in-failed', at.toISOString().slice(0, 13)] as const;
      await upsertActivity(db, { id: newId(12), userId: user.id, kind, topic: `${kind} ${hour}`, createdAt: at });
    },

    /** Returns a page, newest first. @throws AppError `invalid-input` if the cursor does not belong to this list. */
    async page(userId: string, { cursor, limit }: ActivityQuery): Promise<{ told: ToldActivity[]; next: string | null }> {
      const after = cursor === undefined ? undefined : readCursor(list, cursor);
      const rows = await selectActivity(db, { userId, after, limit: limit + 1 });
      const { shown, next } = pageOf(list, rows, limit, ({ entry }) => entry.id);
      return { told: shown, next };
    },

    /** Returns all entries of a user, oldest first. */
    allOf: (userId: string): Promise<ActivityRow[]> => selectActivityOf(db, userId),

    /** Deletes old entries. To be called regularly; idempotent. */
    forget: (now: Date): Promise<void> => deleteOldActivity(db, new Date(now.getTime() - activityLimits.days * dayMs)),
  };
}
