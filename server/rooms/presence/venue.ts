import type { Client } from '@colyseus/core';
import type { MemberRole, ServerMessages } from '../../../shared/room/messages.ts';
import type { UniverseState } from '../../../shared/room/state.ts';
import type { Universe } from '../../services/universes/universe-service.ts';
import type { RoleGrants } from './role-grants.ts';
import type { Kicks } from './kicks.ts';

/** The settings of a universe that apply to the members of its room. */
export type RoomRules = Pick<Universe, 'locks' | 'spectatorsWrite'>;

/** A user as they were admitted. */
export interface RoomUser {
  userId: string;
  name: string;
  colour: string;
  role: MemberRole;
  isKnown: boolean;
}

/** The parts of a connection that are used here. */
export type PresenceClient = Client<{
  userData: { memberId: string; welcomed: boolean };
  auth: RoomUser;
  messages: ServerMessages;
}>;

/** The parts of a room that are used here. */
export interface Venue {
  readonly state: UniverseState;
  readonly clients: Iterable<PresenceClient>;
  readonly seenOff: Pick<Kicks, 'has'>;
  readonly grants: RoleGrants;
  readonly universeId: string;
  /** Sends all members all that has happened, also those who are sent it less often: then a member may change to be sent it more often. */
  tellAll(): void;
}
