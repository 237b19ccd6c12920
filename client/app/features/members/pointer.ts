import type { CursorRequest } from '../../../../shared/room/messages.ts';
import { cursorMs } from '../../../../shared/room/presence-rates.ts';
import type { Point } from '../../../gpu/index.ts';
import type { Store } from '../../../store/store.ts';

export interface Pointer {
  /** Sets the place in the scene at which the user points; null if there is none. */
  pointAt(point: Point | null): void;
  /** Sets the control that the user touches, or ''. */
  touch(key: string): void;
  dispose(): void;
}

/** Sends the user's cursor and touched control to the room: at its rate, and always the last state. */
export function createPointer(store: Store, send: (cursor: CursorRequest) => void): Pointer {
  let place: Point | null = null;
  let editing = '';
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastMs = -Infinity;

  const flush = () => {
    timer = null;
    lastMs = performance.now();
    const [x, y, z] = place ?? [0, 0, 0];
    send({ x, y, z, visible: place !== null, editing });
  };
  const say = () => {
    // Spectators have no visible cursor, and a user who is alone sends none.
    const { members } = store;
    const me = members.value.find(({ isMe }) => isMe);
    if (timer !== null || !me || me.role === 'spectator' || members.value.length < 2) return;
    timer = setTimeout(flush, Math.max(0, lastMs + cursorMs - performance.now()));
  };

  return {
    pointAt(point) {
      place = point;
      say();
    },
    touch(key) {
      editing = key;
      say();
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
