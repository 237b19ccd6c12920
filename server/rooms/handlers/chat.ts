import { fieldIssue } from '../../../shared/refusals/field-issue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import type { ChatRequest, HandRequest, ReactRequest } from '../../../shared/room/chat-schemas.ts';
import { mayDo } from '../../auth/policy.ts';
import type { RoomClient } from '../members/room-client.ts';
import type { RoomContext } from '../room-context.ts';
import { muted } from './edit.ts';
import { memberRefusal, namedMember } from './named-member.ts';

export function handleChat(room: RoomContext, client: RoomClient, { text }: ChatRequest): void {
  const member = room.memberOf(client);
  if (!member) return;
  if (member.muted) throw muted('text');
  if (!mayDo(member.role, 'room.chat') && !room.state.spectatorsWrite) {
    throw refuse('chat-read-only', {}, { issues: [fieldIssue('text', null, 'member-sends-as-spectator')] });
  }
  room.gathering.chat.say({ memberId: member.id, name: member.name, colour: member.colour }, text);
}

export function handleReact(room: RoomContext, client: RoomClient, { reaction }: ReactRequest): void {
  if (room.memberOf(client)?.muted) throw muted('reaction');
  room.gathering.chat.react(reaction);
}

/** Raises or lowers the sender's hand, or lowers that of another member. */
export function handleHand(room: RoomContext, client: RoomClient, { memberId, isRaised }: HandRequest): void {
  const own = room.memberOf(client);
  if (!own) return;
  const member = memberId === '' ? own : namedMember(room, memberId);
  if (member !== own && isRaised) throw memberRefusal(memberId, 'hand-of-other', 'member-not-you');
  if (member !== own && !mayDo(own.role, 'room.moderate')) {
    throw memberRefusal(memberId, 'lowers-hand-of-other', 'member-not-you');
  }
  if (isRaised === member.raised > 0) return;
  member.raised = isRaised ? 1 + Math.max(0, ...[...room.state.members.values()].map(({ raised }) => raised)) : 0;
}
