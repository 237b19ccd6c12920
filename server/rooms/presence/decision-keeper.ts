import type { RoomDecisions } from '../../services/universes/room-decision-service.ts';
import type { RoomServices } from '../room-services.ts';
import type { Kicks } from './kicks.ts';
import type { RoleGrants } from './role-grants.ts';

/** The parts of a room that hold its decisions. */
interface Decided {
  readonly universeId: string;
  readonly seenOff: Kicks;
  readonly grants: RoleGrants;
  readonly gathering: { readonly muted: Set<string> };
}

/** Stores the decisions of a room, so that they still hold if it goes on in another process. */
export interface DecisionKeeper {
  /** Reads what was decided in an earlier room of the universe that did not end by itself. */
  restore(): Promise<void>;
  /** Stores what has changed since the last time, if anything. */
  keep(): Promise<void>;
  /** Stores what outlives the room: everything if it goes on in another process, else only who was kicked. */
  end(): Promise<void>;
}

export function createDecisionKeeper(
  room: Decided,
  { decisions, isStopping, report }: Pick<RoomServices, 'decisions' | 'isStopping' | 'report'>,
): DecisionKeeper {
  const present = (): RoomDecisions => ({
    kicked: room.seenOff.of(room.universeId),
    muted: [...room.gathering.muted],
    granted: room.grants.all(),
  });
  const nothing = JSON.stringify({ kicked: [], muted: [], granted: [] } satisfies RoomDecisions);
  let stored = nothing;
  let writing = Promise.resolve();

  const write = (content: RoomDecisions): Promise<void> => {
    const text = JSON.stringify(content);
    if (text === stored) return writing;
    stored = text;
    writing = writing
      .then(() => decisions.write(room.universeId, content))
      .catch((error: unknown) => {
        // Tried again at the next opportunity.
        stored = '';
        report(error, `room ${room.universeId}, storing its decisions`);
      });
    return writing;
  };

  return {
    async restore() {
      const before = await decisions.read(room.universeId);
      for (const [userId, untilMs] of before.kicked) room.seenOff.add(room.universeId, userId, untilMs);
      for (const userId of before.muted) room.gathering.muted.add(userId);
      for (const [userId, grant] of before.granted) room.grants.give(userId, grant);
      stored = JSON.stringify(before);
    },
    keep: () => write(present()),
    end: () => write(isStopping() ? present() : { ...present(), muted: [], granted: [] }),
  };
}
