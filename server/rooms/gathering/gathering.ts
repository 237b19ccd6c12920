import type { Client } from '@colyseus/core';
import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import type { MemberRole, ServerMessages } from '../../../shared/room/messages.ts';
import type { View } from '../../../shared/room/presence.ts';
import { crowdSize } from '../../../shared/room/rates.ts';
import { MemberState, type UniverseState } from '../../../shared/room/state.ts';
import type { Universe } from '../../services/universes/universe-service.ts';
import { type Chat, createChat } from './chat.ts';
import { colourAmong } from './colour-of.ts';
import { createCursorRelay, type CursorRelay } from './cursor-relay.ts';
import type { RoleGrants } from './role-grants.ts';
import type { SeenOff } from './seen-off.ts';
import { createStageView } from './stage-view.ts';
import { createPaceKeeper, type PaceKeeper } from './pace-keeper.ts';

/** What of a universe holds for those in its room. */
export type RoomRules = Pick<Universe, 'locks' | 'spectatorsWrite'>;

/** Who was let in. */
interface Person {
  userId: string;
  name: string;
  colour: string;
  role: MemberRole;
  isKnown: boolean;
}

/** A connection, as far as it matters here. */
type GatheringClient = Client<{
  userData: { memberId: string; welcomed: boolean };
  auth: Person;
  messages: ServerMessages;
}>;

/** What a gathering knows of its room. */
interface Venue {
  readonly state: UniverseState;
  readonly clients: Iterable<GatheringClient>;
  readonly seenOff: Pick<SeenOff, 'has'>;
  readonly grants: RoleGrants;
  readonly universeId: string;
  /** Tells everybody all that happened, also who is told less often: then somebody may become one of those who are told more often. */
  tellAll(): void;
}

/** Those who are in a room together: where they point and look, and what they are to one another. Nothing of it is kept when the room closes. */
export interface Gathering {
  readonly cursors: CursorRelay;
  readonly chat: Chat;
  readonly paces: PaceKeeper;
  /** Takes somebody in, with the role and the colour that they have here. */
  enter(memberId: string, person: Person): void;
  /** Tells a newcomer what the state of the room does not. */
  greet(client: GatheringClient): void;
  /** Shows how a member looks at the scene to whoever follows them. */
  show(memberId: string, view: View): void;
  /** Lets somebody present, or nobody: '' */
  present(memberId: string): void;
  /** Somebody's connection has dropped. */
  drop(memberId: string): void;
  /** Somebody is gone. */
  leave(memberId: string): void;
  /** Whether somebody who was seen off is not to be waited for. */
  isSeenOff(userId: string): boolean;
  /** The user who a member is; undefined where they are not here. */
  userIdOf(memberId: string): string | undefined;
  /** Whether a user does nothing but watch here, on all their connections. */
  onlyWatches(userId: string): boolean;
  /** Gives a user a role here, on all their connections, by the word of another user. */
  giveRole(userId: string, role: SharedRole, grantedBy: string): void;
  mute(userId: string, isMuted: boolean): void;
  /** What the owner has said about those who are here. */
  rule(universe: RoomRules): void;
  dispose(): void;
}

export function createGathering(venue: Venue): Gathering {
  /** Member id → user id. */
  const people = new Map<string, string>();
  /** What holds for people in all their tabs, and when they come back. */
  const muted = new Set<string>();
  const clientsOf = (userId: string) => [...venue.clients].filter((client) => client.auth!.userId === userId);
  const memberOf = (client: GatheringClient) => client.userData && venue.state.members.get(client.userData.memberId);
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

  const stageView = createStageView((view) => {
    for (const client of welcomed()) if (client.auth!.role === 'spectator') client.send('view', view);
  });
  const present = (memberId: string) => {
    stageView.clear();
    venue.state.presenterId = memberId;
  };

  /** Nobody follows them any more, and they follow, point and present no more. */
  const letGo = (memberId: string) => {
    if (venue.state.presenterId === memberId) present('');
    cursors.forget(memberId);
    for (const member of venue.state.members.values()) {
      if (member.id === memberId || member.following === memberId) member.following = '';
    }
  };

  return {
    cursors,
    chat,
    paces: createPaceKeeper(() => performance.now()),

    enter(memberId, person) {
      const { userId, name, colour, isKnown } = person;
      const taken = new Set<string>();
      let own: string | null = null;
      for (const member of venue.state.members.values()) {
        if (people.get(member.id) === userId) own = member.colour;
        else taken.add(member.colour);
      }
      people.set(memberId, userId);
      // Those without an identity look alike; they point at nothing.
      const shown = own ?? (isKnown ? colourAmong(colour, taken) : colour);
      person.role = venue.grants.roleOf(userId, person.role);
      const state = { id: memberId, name, colour: shown, role: person.role, muted: muted.has(userId) };
      venue.state.members.set(memberId, new MemberState().assign(state));
    },

    greet(client) {
      client.send('chat', { lines: [...chat.lines], isAll: true });
      if (client.auth!.role === 'spectator' && stageView.last) client.send('view', stageView.last);
      if (Object.keys(cursors.places).length > 0) client.send('cursors', { places: { ...cursors.places } });
    },

    show(memberId, view) {
      const { members, presenterId } = venue.state;
      if (memberId === presenterId) stageView.show({ memberId, view });
      for (const client of welcomed()) {
        if (members.get(client.userData!.memberId)?.following === memberId) client.send('view', { memberId, view });
      }
    },

    present,

    drop(memberId) {
      venue.state.members.get(memberId)?.assign({ connected: false, editing: '' });
      letGo(memberId);
    },

    leave(memberId) {
      venue.state.members.delete(memberId);
      letGo(memberId);
      people.delete(memberId);
    },

    isSeenOff: (userId) => venue.seenOff.has(venue.universeId, userId),
    userIdOf: (memberId) => people.get(memberId),

    onlyWatches: (userId) =>
      [...venue.state.members.values()].every((member) => people.get(member.id) !== userId || member.role === 'spectator'),

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
      stageView.clear();
    },
  };
}
