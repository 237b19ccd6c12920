import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import type { View } from '../../../shared/room/presence.ts';
import type { Chat } from './chat.ts';
import type { CursorRelay } from './cursor-relay.ts';
import type { PaceKeeper } from './pace-keeper.ts';
import type { PresenceClient, RoomUser, RoomRules } from './venue.ts';

/** The members of a room: where they point and look, and their roles. */
export interface RoomPresence {
  readonly cursors: CursorRelay;
  readonly chat: Chat;
  readonly paces: PaceKeeper;
  /** Adds a member, with the role and the colour that they have here. */
  enter(memberId: string, person: RoomUser): void;
  /** Sends a new member what the state of the room does not hold. */
  greet(client: PresenceClient): void;
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
  /** Users who are muted, on all their connections, and when they return. */
  readonly muted: Set<string>;
  /** Applies the owner's settings of the universe. */
  rule(universe: RoomRules): void;
  dispose(): void;
}
