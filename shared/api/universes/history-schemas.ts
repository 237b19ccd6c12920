import { z } from 'zod';
import { lineSchema } from '../../text/given-text.ts';
import { historyLimits } from './history.ts';
import { nextCursor, pageFields } from '../contract/query-schemas.ts';
import { publicUserSchema } from './sharing-schemas.ts';

/** Successive edits of one user. */
export const historyEntrySchema = z.object({
  /** Number of the last of its edits; identifies the universe after it. */
  sequence: z.int(),
  edits: z.int(),
  at: z.iso.datetime(),
  /** The user; null if their account was deleted. */
  author: publicUserSchema.nullable(),
  /** Cells of the document that it set, as `parameters/gravity` or `emitters/ID/x`: some of them, if there are many. */
  changes: z.array(z.string()).max(historyLimits.changes.max),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const historyQuerySchema = z.strictObject(pageFields(historyLimits.page));
export const historyPageSchema = z.object({ moments: z.array(historyEntrySchema), next: nextCursor });
export type HistoryPage = z.infer<typeof historyPageSchema>;

/** A named version. */
export const versionSchema = historyEntrySchema.pick({ sequence: true, at: true, author: true }).extend({ name: z.string() });
export type Version = z.infer<typeof versionSchema>;
export const versionsSchema = z.object({ versions: z.array(versionSchema) });

export const nameVersionSchema = z.strictObject({
  name: lineSchema(historyLimits.name),
});

/** The number of edits that it took. */
export const restoredSchema = z.object({ edits: z.int() });
