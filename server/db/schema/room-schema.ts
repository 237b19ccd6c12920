import { jsonb, pgTable } from 'drizzle-orm/pg-core';
import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import { universeId } from '../schema.ts';

/** What was decided in a room about its members. */
export interface RoomDecisions {
  /** Kicked users, and when each may come back: ms since 1970. */
  readonly kicked: readonly (readonly [userId: string, untilMs: number])[];
  readonly muted: readonly string[];
  /** Roles that were given in the room. */
  readonly granted: readonly (readonly [userId: string, grant: { role: SharedRole; grantedBy: string }])[];
}

/** Decisions of open rooms, in case a room goes on in another process. */
export const roomDecisions = pgTable('room_decisions', {
  universeId: universeId().primaryKey(),
  decisions: jsonb('decisions').$type<RoomDecisions>().notNull(),
});
