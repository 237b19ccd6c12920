import { MemberState } from '../../../shared/room/state.ts';
import { colourAmong } from './colour-of.ts';
import type { PresenceClient, Venue } from './venue.ts';
import type { RoomPresence } from './room-presence-contract.ts';

type Roster = Pick<RoomPresence, 'enter' | 'userIdOf' | 'onlyWatches' | 'giveRole' | 'mute' | 'muted'> & { remove(memberId: string): void };

/** The members of a room and the users they are: a user may be here by several connections, as in two tabs. */
export function createRoster(venue: Venue): Roster {
  /** Member id → user id. */
  const userIds = new Map<string, string>();
  const muted = new Set<string>();
  const clientsOf = (userId: string) => [...venue.clients].filter((client) => client.auth!.userId === userId);
  const memberOf = (client: PresenceClient) => client.userData && venue.state.members.get(client.userData.memberId);

  return {
    muted,

    enter(memberId, person) {
      const { userId, name, colour, isKnown } = person;
      const taken = new Set<string>();
      let own: string | null = null;
      for (const member of venue.state.members.values()) {
        if (userIds.get(member.id) === userId) own = member.colour;
        else taken.add(member.colour);
      }
      userIds.set(memberId, userId);
      // Members without an identity look alike; they have no cursor.
      const shown = own ?? (isKnown ? colourAmong(colour, taken) : colour);
      person.role = venue.grants.roleOf(userId, person.role);
      const state = { id: memberId, name, colour: shown, role: person.role, muted: muted.has(userId) };
      venue.state.members.set(memberId, new MemberState().assign(state));
    },

    remove(memberId) {
      venue.state.members.delete(memberId);
      userIds.delete(memberId);
    },

    userIdOf: (memberId) => userIds.get(memberId),

    onlyWatches: (userId) =>
      [...venue.state.members.values()].every((member) => userIds.get(member.id) !== userId || member.role === 'spectator'),

    giveRole(userId, role, grantedBy) {
      venue.grants.give(userId, { role, grantedBy });
      venue.tellAll();
      for (const client of clientsOf(userId)) {
        Object.assign(client.auth!, { role });
        memberOf(client)?.assign({ role, editing: '' });
      }
    },

    mute(userId, isMuted) {
      if (isMuted) muted.add(userId);
      else muted.delete(userId);
      for (const client of clientsOf(userId)) memberOf(client)?.assign({ muted: isMuted });
    },
  };
}
