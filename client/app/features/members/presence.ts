import { effect } from '@preact/signals-core';
import type { PresenceMessage } from '../../../net/room-events.ts';
import type { PresenceAct } from '../../../store/presence.ts';
import { watchAttention } from './attention.ts';
import { createConversation } from './conversation.ts';
import { createFollowing } from './following.ts';
import { createPointer, type Pointer } from './pointer.ts';
import type { PresenceOptions } from './presence-options.ts';
import { createTracks } from './tracks.ts';

/** The interaction of the members of a room: cursors, views, chat and moderation. */
export interface PresenceSession extends Pick<Pointer, 'pointAt'> {
  hear(heard: PresenceMessage): void;
  act(act: PresenceAct): void;
  /** The user has moved the camera. */
  moved(): void;
  dispose(): void;
}

export function createPresence({ store, room, stage }: PresenceOptions): PresenceSession {
  const pointer = createPointer(store, (cursor) => room.say('cursor', cursor));
  const tracks = createTracks(store);
  const following = createFollowing({ store, room, stage });
  const conversation = createConversation(store, room);
  const attention = watchAttention();
  let told = '';
  const forgetAttention = effect(() => {
    const request = { attention: attention.now.value, selected: store.selected.value ?? '' };
    // Sent again on a new connection, which does not know it.
    const isOnline = store.connection.value.status === 'online';
    const words = isOnline ? JSON.stringify(request) : '';
    if (words !== told && isOnline) room.say('attend', request);
    told = words;
  });

  return {
    pointAt: (point) => pointer.pointAt(point),
    hear(heard) {
      if (heard.name === 'cursors') tracks.hear(heard.payload);
      else if (heard.name === 'view') following.hear(heard.payload);
      else conversation.hear(heard);
    },
    act(act) {
      if (act.kind === 'follow') following.follow(act.memberId);
      else if (act.kind === 'touch') pointer.touch(act.key);
      else if (act.kind === 'back') following.back();
      else if (act.kind === 'look-away') following.lookAway();
      else conversation.act(act);
    },
    moved: () => following.moved(),
    dispose() {
      forgetAttention();
      attention.dispose();
      pointer.dispose();
      tracks.dispose();
      following.dispose();
      conversation.dispose();
    },
  };
}
