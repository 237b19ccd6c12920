import type { AuditLogQuery } from '../../../shared/api/accounts/audit-log-schemas.ts';
import { type AuditKind, auditLogLimits } from '../../../shared/api/accounts/audit-log.ts';
import type { Database } from '../../db/database.ts';
import {
  type AuditLogRow,
  deleteOldAuditEntries,
  selectAuditLog,
  selectAuditLogOf,
  upsertAuditEntry,
} from '../../db/repositories/accounts/audit-log.ts';
import { selectUserByEmailHash } from '../../db/repositories/accounts/users.ts';
import { newId } from '../ids.ts';
import { pageOf, readCursor } from '../lists/list-cursor.ts';

export type { AuditLogRow };
export type AuditLogService = ReturnType<typeof createAuditLogService>;
export type AuditEvent = Awaited<ReturnType<typeof selectAuditLog>>[number];

/** An entry for the audit log. */
export interface Deed {
  userId: string;
  kind: AuditKind;
  /** A single word. */
  detail?: string;
  universeId?: string;
  personId?: string;
}

const dayMs = 24 * 60 * 60 * 1000;
const list = 'activity';

/** Writes to the audit log in the transaction of the action: neither is stored without the other. */
export const note = (tx: Database, deed: Deed): Promise<void> => upsertAuditEntry(tx, { ...deed, id: newId(12) });

/** Records a wrong password at a repeated check of a signed-in user: one entry per hour, with a count. */
export async function noteFailedCheck(db: Database, userId: string): Promise<void> {
  const [kind, now] = ['password-check-failed', new Date()] as const;
  const topic = `${kind} ${now.toISOString().slice(0, 13)}`;
  await upsertAuditEntry(db, { id: newId(12), userId, kind, topic, createdAt: now });
}

/** The audit logs of users. Each user reads only their own. */
export function createAuditLogService(db: Database) {
  return {
    /** Records a failed sign-in: one entry per hour, with a count. Does nothing if there is no such account. */
    async noteFailedSignIn(emailHash: string, at: Date): Promise<void> {
      const user = await selectUserByEmailHash(db, emailHash);
      if (!user) return;
      const [kind, hour] = ['sign-in-failed', at.toISOString().slice(0, 13)] as const;
      await upsertAuditEntry(db, { id: newId(12), userId: user.id, kind, topic: `${kind} ${hour}`, createdAt: at });
    },

    /** Returns a page, newest first. @throws AppError `invalid-input` if the cursor does not belong to this list. */
    async page(userId: string, { cursor, limit }: AuditLogQuery): Promise<{ told: AuditEvent[]; next: string | null }> {
      const after = cursor === undefined ? undefined : readCursor(list, cursor);
      const rows = await selectAuditLog(db, { userId, after, limit: limit + 1 });
      const { shown, next } = pageOf(list, rows, limit, ({ entry }) => entry.id);
      return { told: shown, next };
    },

    /** Returns all entries of a user, oldest first. */
    allOf: (userId: string): Promise<AuditLogRow[]> => selectAuditLogOf(db, userId),

    /** Deletes old entries. To be called regularly; idempotent. */
    forget: (now: Date): Promise<void> => deleteOldAuditEntries(db, new Date(now.getTime() - auditLogLimits.days * dayMs)),
  };
}
