import { effect } from '@preact/signals-core';
import { chatLimits, type Reaction } from '../../../../shared/room/chat.ts';
import type { PresenceMessage } from '../../../net/room-events.ts';
import type { Store } from '../../../store/store.ts';
import type { Rising, PresenceAct } from '../../../store/presence.ts';
import type { PresenceOptions } from './presence-options.ts';

/** Display time of a reaction. */
const riseMs = 2200;
/** Maximum number at a time; more would hide the stage. */
const maxRising = 24;

type Said = Extract<PresenceMessage, { name: 'chat' | 'reactions' }>;
type Act = Extract<PresenceAct, { kind: 'say' | 'react' | 'hand' | 'mute' | 'kick' | 'role' | 'present' }>;

/** Chat messages and reactions of the room, and moderation. */
export function createConversation(store: Store, room: PresenceOptions['room']) {
  let nextId = 1;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const isOpen = () => store.panel.value === 'chat';

  const rise = (reaction: Reaction, count: number) => {
    const risen: Rising[] = Array.from({ length: count }, () => ({ id: nextId++, reaction, at: Math.random() }));
    store.rising.value = [...store.rising.value, ...risen].slice(-maxRising);
    const timer = setTimeout(() => {
      timers.delete(timer);
      store.rising.value = store.rising.value.filter((one) => !risen.includes(one));
    }, riseMs);
    timers.add(timer);
  };

  const stopReading = effect(() => {
    if (isOpen() && store.chat.value.unread > 0) store.chat.value = { ...store.chat.value, unread: 0 };
  });

  return {
    hear(said: Said): void {
      if (said.name === 'reactions') {
        for (const [reaction, count] of Object.entries(said.payload.counts)) rise(reaction as Reaction, count);
        return;
      }
      const { lines, isAll } = said.payload;
      const before = store.chat.value;
      const last = before.lines.at(-1)?.id ?? 0;
      const me = store.members.value.find(({ isMe }) => isMe)?.id;
      const isNew = (id: number) => isAll === false || (before.lines.length > 0 && id > last);
      const unread = isOpen() ? 0 : before.unread + lines.filter((line) => line.memberId !== me && isNew(line.id)).length;
      store.chat.value = { lines: isAll ? lines : [...before.lines, ...lines].slice(-chatLimits.kept.max), unread };
    },
    act({ kind, ...payload }: Act): void {
      room.say(kind === 'say' ? 'chat' : kind, payload);
    },
    dispose(): void {
      stopReading();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
