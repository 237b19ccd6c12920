import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import type { View } from '../../../shared/room/presence.ts';
import { crowdSize } from '../../../shared/room/rates.ts';
import { type Chat, createChat } from './chat.ts';
import { createCursorRelay, type CursorRelay } from './cursor-relay.ts';
import { createPaceKeeper, type PaceKeeper } from './pace-keeper.ts';
import { createPresenting } from './presenting.ts';
import { createRoster } from './roster.ts';
import type { GatheringClient, Person, RoomRules, Venue } from './venue.ts';

/** The members of a room: where they point and look, and their roles. Nothing of it is kept when the room closes. */
export interface Gathering {
  readonly cursors: CursorRelay;
  readonly chat: Chat;
  readonly paces: PaceKeeper;
  /** Adds a member, with the role and the colour that they have here. */
  enter(memberId: string, person: Person): void;
  /** Sends a new member what the state of the room does not hold. */
  greet(client: GatheringClient): void;
  /** Shows the view of a member to their followers. */
  show(memberId: string, view: View): void;
  /** Lets a member present; none: '' */
  present(memberId: string): void;
  /** The connection of a member has dropped. */
  drop(memberId: string): void;
  /** A member has left. */
  leave(memberId: string): void;
  /** True for a user who was kicked, and is not waited for. */
  isSeenOff(userId: string): boolean;
  /** The user of a member; undefined where the member is not here. */
  userIdOf(memberId: string): string | undefined;
  /** True for a user who only watches here, on all their connections. */
  onlyWatches(userId: string): boolean;
  /** Gives a user a role here, on all their connections, by the decision of another user. */
  giveRole(userId: string, role: SharedRole, grantedBy: string): void;
  mute(userId: string, isMuted: boolean): void;
  /** Applies the owner's settings of the universe. */
  rule(universe: RoomRules): void;
  dispose(): void;
}

export function createGathering(venue: Venue): Gathering {
  const roster = createRoster(venue);
  const welcomed = function* () {
    for (const client of venue.clients) if (client.userData?.welcomed) yield client;
  };
  const cursors = createCursorRelay(
    () => [...venue.clients].length > crowdSize,
    (audience, places) => {
      for (const client of welcomed()) {
        if ((client.auth!.role === 'spectator') === (audience === 'spectators')) client.send('cursors', { places });
      }
    },
  );

  const chat = createChat({
    said(line) {
      for (const client of welcomed()) client.send('chat', { lines: [line], isAll: false });
    },
    reacted(counts) {
      for (const client of welcomed()) client.send('reactions', { counts });
    },
  });

  const presenting = createPresenting(venue, welcomed);

  /** Ends following, cursor and presentation of a member, and the following of that member. */
  const forget = (memberId: string) => {
    if (venue.state.presenterId === memberId) presenting.present('');
    cursors.forget(memberId);
    for (const member of venue.state.members.values()) {
      if (member.id === memberId || member.following === memberId) member.following = '';
    }
  };

  return {
    ...roster,
    cursors,
    chat,
    paces: createPaceKeeper(() => performance.now()),

    greet(client) {
      client.send('chat', { lines: [...chat.lines], isAll: true });
      presenting.greet(client);
      if (Object.keys(cursors.places).length > 0) client.send('cursors', { places: { ...cursors.places } });
    },

    show: presenting.show,
    present: presenting.present,

    drop(memberId) {
      venue.state.members.get(memberId)?.assign({ connected: false, editing: '' });
      forget(memberId);
    },

    leave(memberId) {
      roster.remove(memberId);
      forget(memberId);
    },

    isSeenOff: (userId) => venue.seenOff.has(venue.universeId, userId),

    rule({ locks, spectatorsWrite }) {
      if ([...venue.state.locks].join() !== locks.join()) {
        venue.state.locks.clear();
        venue.state.locks.push(...locks);
      }
      venue.state.spectatorsWrite = spectatorsWrite;
    },

    dispose() {
      cursors.dispose();
      chat.dispose();
      presenting.clear();
    },
  };
}
