import type { SharedRole } from '../../shared/api/universes/universe.ts';
import type { ChatLine, Reaction } from '../../shared/room/chat.ts';
import type { Attention } from '../../shared/room/presence.ts';

/** The presence of a member, beside their name and role. */
export interface MemberPresence {
  attention: Attention;
  /** Id of the emitter or well that they have selected, or ''. */
  selected: string;
  /** Id of the member that they follow, or ''. */
  following: string;
  /** Above 0 while their hand is raised; the later, the higher. */
  raised: number;
  /** The owner has muted them: they can neither write nor play. */
  muted: boolean;
}

/** The chat of the room. */
export interface ChatView {
  lines: readonly ChatLine[];
  /** Messages of other members that the user has not seen. */
  unread: number;
}

export const noChat: ChatView = { lines: [], unread: 0 };

/** A reaction that rises over the stage. */
export interface Rising {
  id: number;
  reaction: Reaction;
  /** Horizontal position on the stage, 0..1. */
  at: number;
}

/** The actions of a member in the room. */
export type PresenceAct =
  /** Follows the view of a member; '' stops. */
  | { kind: 'follow'; memberId: string }
  /** Stops following the presenter's view, and resumes. */
  | { kind: 'look-away' }
  | { kind: 'back' }
  /** Makes a member the presenter; '' for none. */
  | { kind: 'present'; memberId: string }
  /** The user touches this control; '' for none. */
  | { kind: 'touch'; key: string }
  | { kind: 'say'; text: string }
  | { kind: 'react'; reaction: Reaction }
  /** The user's own hand if `memberId` is ''. */
  | { kind: 'hand'; memberId: string; isRaised: boolean }
  | { kind: 'mute'; memberId: string; isMuted: boolean }
  | { kind: 'kick'; memberId: string }
  /** Lasts as long as the room is open. */
  | { kind: 'role'; memberId: string; role: SharedRole };
