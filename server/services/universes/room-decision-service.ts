import type { Database } from '../../db/database.ts';
import { deleteRoomDecisions, selectRoomDecisions, writeRoomDecisions } from '../../db/repositories/universes/room-decisions.ts';
import type { RoomDecisions } from '../../db/schema/room-schema.ts';

export type { RoomDecisions };
export type RoomDecisionService = ReturnType<typeof createRoomDecisionService>;

const none: RoomDecisions = { kicked: [], muted: [], granted: [] };

/** Decisions of rooms about their members, stored in case a room goes on in another process. */
export function createRoomDecisionService(db: Database) {
  return {
    read: async (universeId: string): Promise<RoomDecisions> => (await selectRoomDecisions(db, universeId)) ?? none,

    async write(universeId: string, decisions: RoomDecisions): Promise<void> {
      const isEmpty = Object.values(decisions).every((list: readonly unknown[]) => list.length === 0);
      if (isEmpty) await deleteRoomDecisions(db, universeId);
      else await writeRoomDecisions(db, universeId, decisions);
    },
  };
}
