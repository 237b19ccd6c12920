import type { SharedRole } from '../../shared/api/universes/universe.ts';
import type { ChatLine, Reaction } from '../../shared/room/chat.ts';
import type { Attention } from '../../shared/room/presence.ts';

/** What one member is to the others, beside their name and role. */
export interface MemberPresence {
  attention: Attention;
  /** Id of the emitter or well that they have selected, or ''. */
  selected: string;
  /** Id of whose view they are shown, or ''. */
  following: string;
  /** Above 0 while their hand is raised, the higher the later. */
  raised: number;
  /** The owner lets them say and play nothing. */
  muted: boolean;
}

/** What is said in the room. */
export interface ChatView {
  lines: readonly ChatLine[];
  /** Lines of others that one has not seen. */
  unread: number;
}

export const noChat: ChatView = { lines: [], unread: 0 };

/** A reaction that rises over the stage. */
export interface Rising {
  id: number;
  reaction: Reaction;
  /** Where along the stage, 0..1. */
  at: number;
}

/** What somebody wants of the others in the room. */
export type TogetherAct =
  /** To be shown the view of a member; '' for one's own again. */
  | { kind: 'follow'; memberId: string }
  /** To look for oneself while somebody presents, and to be shown again what they see. */
  | { kind: 'look-away' }
  | { kind: 'back' }
  /** Lets somebody present, or nobody: ''. */
  | { kind: 'present'; memberId: string }
  /** One's own hand is on this control, or on none: ''. */
  | { kind: 'touch'; key: string }
  | { kind: 'say'; text: string }
  | { kind: 'react'; reaction: Reaction }
  /** One's own hand where `memberId` is ''. */
  | { kind: 'hand'; memberId: string; isRaised: boolean }
  | { kind: 'mute'; memberId: string; isMuted: boolean }
  | { kind: 'see-off'; memberId: string }
  /** As long as the room is open. */
  | { kind: 'role'; memberId: string; role: SharedRole };
