import { eq } from 'drizzle-orm';
import type { Database } from '../../database.ts';
import { type RoomDecisions, roomDecisions } from '../../schema/room-schema.ts';

export async function selectRoomDecisions(db: Database, universeId: string): Promise<RoomDecisions | null> {
  const [row] = await db.select({ decisions: roomDecisions.decisions }).from(roomDecisions).where(eq(roomDecisions.universeId, universeId));
  return row?.decisions ?? null;
}

export async function writeRoomDecisions(db: Database, universeId: string, decisions: RoomDecisions): Promise<void> {
  await db
    .insert(roomDecisions)
    .values({ universeId, decisions })
    .onConflictDoUpdate({ target: roomDecisions.universeId, set: { decisions } });
}

export async function deleteRoomDecisions(db: Database, universeId: string): Promise<void> {
  await db.delete(roomDecisions).where(eq(roomDecisions.universeId, universeId));
}
