import { AppError } from '../../../shared/api/errors.ts';
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
    throw new AppError('not-allowed', 'Here those who watch read the chat, and react.', {
      issues: [{ path: 'text', rule: 'must come from somebody who takes part', value: null }],
    });
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
  if (member !== own && isRaised) throw memberRefusal(memberId, 'Everybody raises their own hand.', 'must be yourself');
  if (member !== own && !mayDo(own.role, 'room.moderate')) {
    throw memberRefusal(memberId, 'Only the owner lowers the hands of others.', 'must be yourself');
  }
  if (isRaised === member.raised > 0) return;
  member.raised = isRaised ? 1 + Math.max(0, ...[...room.state.members.values()].map(({ raised }) => raised)) : 0;
}
