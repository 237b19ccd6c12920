import { z } from 'zod';
import { auditKinds, auditLogLimits } from './audit-log.ts';
import { nextCursor, pageFields } from '../contract/query-schemas.ts';
import { publicUserSchema } from '../universes/sharing-schemas.ts';

/** An action of a user, or an attempt on their account. */
export const auditEntrySchema = z.object({
  id: z.string(),
  kind: z.enum(auditKinds),
  /** A single word more: the sign-in method, the role, the visibility. Null if there is nothing to add. */
  detail: z.string().nullable(),
  /** The number of times within an hour; more than one only if equal entries are merged. */
  count: z.int(),
  /** The universe, if the caller may still see it. */
  universe: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The other user, if they still exist. */
  person: publicUserSchema.nullable(),
  createdAt: z.iso.datetime(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

export const auditLogQuerySchema = z.strictObject(pageFields(auditLogLimits.page));
export type AuditLogQuery = z.output<typeof auditLogQuerySchema>;

export const auditLogPageSchema = z.object({ activity: z.array(auditEntrySchema), next: nextCursor });

/** The stored form. */
export const exportedAuditLogSchema = auditEntrySchema
  .pick({ id: true, kind: true, detail: true, count: true, createdAt: true })
  .extend({ universeId: z.string().nullable(), personId: z.string().nullable() });
